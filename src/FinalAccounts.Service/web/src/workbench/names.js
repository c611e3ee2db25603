// Completion: the names that templates may use, with unit and present value. After {{ all of them, after | the helpers, after . the parts.
/** @import { Completion, CompletionSource } from '@codemirror/autocomplete' */
/** @import { EditorView } from '@codemirror/view' */
/** @import { Name, NamesAnswer } from './types' */
import { snippet } from '@codemirror/autocomplete';

const KEYWORDS = [
  ['if', '如果……就写', 'if #{条件} ~}}\n#{}\n{{~ end ~}}'], ['else', '否则', 'else'], ['end', '到这里为止', 'end'],
  ['for', '逐条写', 'for #{类} in #{表05.类} ~}}\n{{ #{类}.名称 }}\n{{~ end ~}}'],
];

/** @typedef {{ helpers: Completion[], members: Record<string, Completion[]>, all: Completion[] }} Known */

/** @param {Promise<NamesAnswer>} names @returns {CompletionSource} */
export function createCompletion(names) {
  /** @type {Known | null} */
  let known = null;
  names.then(answer => { known = prepare(answer); }, () => {});

  return context => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 4000), context.pos);
    const open = before.lastIndexOf('{{');
    if (!known || open < 0 || before.lastIndexOf('}}') > open) {
      return null;
    }

    const inside = before.slice(open + 2);
    if (/^[~-]?\s*#/.test(inside) || (inside.match(/"/g)?.length ?? 0) % 2 === 1) {
      return null;
    }

    const dotted = inside.match(/([\p{L}_][\p{L}\p{N}_.]*)\.([\p{L}\p{N}_]*)$/u);
    if (dotted) {
      const options = known.members[resolve(dotted[1], before, known)];
      return options && { from: context.pos - dotted[2].length, options, validFor: /^[\p{L}\p{N}_]*$/u };
    }

    const word = inside.match(/[\p{L}_][\p{L}\p{N}_]*$/u)?.[0] ?? '';
    if (word === '' && !context.explicit && !/(^[~-]?|\||[\s(\[,])\s*$/.test(inside)) {
      return null;
    }

    const piped = /\|\s*$/.test(inside.slice(0, inside.length - word.length)) && !/\|\|\s*$/.test(inside.slice(0, inside.length - word.length));
    return {
      from: context.pos - word.length,
      options: piped ? known.helpers : [...own(before), ...known.all],
      validFor: /^[\p{L}\p{N}_]*$/u,
    };
  };
}

/** @param {NamesAnswer} answer @returns {Known} */
function prepare({ names, phrases }) {
  /** @param {string} title */
  const group = title => names.groups.find(found => found.title === title)?.names ?? [];
  /** @param {string} type @param {number} boost @returns {(name: Name) => Completion} */
  const option = (type, boost) => name => ({
    label: name.name, detail: detail(name), info: info(name), type, boost,
  });
  const helpers = group('帮助函数').map(name => ({ ...option('function', 0)(name), apply: helper(name) }));
  const members = Object.fromEntries(Object.entries(names.members).map(([path, found]) => [path, found.map(option('property', 0))]));
  /** @param {Name} name */
  const values = name => members[name.name] !== undefined;
  return {
    helpers,
    members,
    all: [
      ...group('指标').map(option('variable', 30)),
      ...phrases.map(phrase => ({
        label: phrase.name, detail: '句式', info: phrase.meaning, type: 'function', boost: 20,
        apply: snippet(`${phrase.name} ${phrase.parameters.map(parameter => `#{${parameter}}`).join(' ')}`),
      })),
      { label: '资料', detail: '文字资料', type: 'namespace', boost: 10 },
      ...group('表').map(option('namespace', 5)),
      ...group('其他').map(name => ({ ...option('variable', 8)(name), detail: values(name) ? '' : detail(name) })),
      ...KEYWORDS.map(([label, words, text]) => ({ label, detail: words, type: 'keyword', boost: -10, apply: statement(text) })),
      ...helpers.map(found => ({ ...found, boost: -20 })),
    ],
  };
}

// A statement brings its own closing braces: those that the editor has put behind the cursor go.
/** @param {string} text */
function statement(text) {
  const put = snippet(text);

  /** @param {EditorView} view @param {Completion} completion @param {number} from @param {number} to */
  return (view, completion, from, to) => {
    const closing = text.includes('}}') ? view.state.sliceDoc(to, to + 8).match(/^[ ]*[~-]?\}\}/)?.[0].length ?? 0 : 0;
    put(view, completion, from, to + closing);
  };
}

/** @param {Name} name */
const detail = name => [name.unit && name.unit !== '元' ? name.unit : '', name.value].filter(Boolean).join(' ');

/** @param {Name} name */
const info = name => [name.meaning, name.value ? `本年：${name.value}` : '', name.prior ? `上年：${name.prior}` : '', name.insert.trim()].filter(Boolean).join('\n');

// After the bar a helper takes its further arguments as its usage shows them.
/** @param {Name} name */
function helper(name) {
  const rest = name.insert.match(/\|\s*\S+?((?:\s+"[^"]*"|\s+[^\s|}"]+)*)\s*[~-]?\}\}/)?.[1]?.trim().split(/\s+/).filter(Boolean) ?? [];
  return rest.length === 0 ? name.name : snippet(`${name.name} ${rest.map(argument => `#{${argument}}`).join(' ')}`);
}

// 类 of {{ for 类 in 表05.类 }} stands for a row of 表05.类, 记录 = 资料.甲 | 找 … for a record of 资料.甲.
/** @param {string} path @param {string} before @param {Known} known */
function resolve(path, before, known) {
  const [first, ...rest] = path.split('.');
  const loops = [...before.matchAll(new RegExp(`(?:for\\s+${first}\\s+in\\s+\\(?|${first}\\s*=\\s*\\(?)([\\p{L}_][\\p{L}\\p{N}_.]*)`, 'gu'))];
  const source = loops.at(-1)?.[1];
  if (source && known.members[source] !== undefined && rest.length === 0) {
    return source;
  }

  return path;
}

/** @param {string} before @returns {Completion[]} */
function own(before) {
  const found = new Set([...before.matchAll(/(?:for\s+|func\s+\S+\(|\{\{[~-]?\s*)([\p{L}_][\p{L}\p{N}_]*)(?:\s+in\s|\s*=[^=])/gu)].map(match => match[1]));
  return [...found].map(label => ({ label, detail: '这一节里定的', type: 'variable', boost: 40 }));
}
