// What an attentive colleague would mark in the words of a section: numbers written by hand, leftovers, slips of the pen. Each with what it should be, where that is known.
/** @import { ChipRegion, Region } from './regions' */
/** @import { Wording } from '../types' */
/** @import { Known } from './known' */
import { regions, walk } from './regions.js';

/** @typedef {{ label: string, insert: string } | { label: string, metric: string }} MarkFix metric: one is asked for; what is put in has it in the place of ▮. */
/** @typedef {{ from: number, to: number, message: string, fixes: MarkFix[] }} TextMark */
/** @typedef {{ text: string, from: number, before: ChipRegion | null, after: ChipRegion | null, known: Known, atEnd: boolean }} Stretch Words between two tags. */

const UNITS = '(?:万元|亿元|元|个|辆|人次|批次|台|%|％)';
const AMOUNT = /\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)(?!（含）|\(含\)|以上|以下|以内|及以上)/g;
const PERCENT = /\d+(?:\.\d+)?\s*[%％]/g;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=\s*年)/g;
const DOUBLED = /[，。；：、][ 　]?[，。；：、]+/g;
const APART = new RegExp(`(?<=\\d)[ 　]+(?=${UNITS}|年|月|日)`, 'g');
const BOTH = /(?:增加|增长|上升|提高|大于|高于|多于)(?:（|\(|或者?|\/|／)(?:减少|下降|降低|小于|低于|少于)(?:）|\))?|增（减）|增\/减/g;
const HALF = /(?<=\p{Script=Han})[,;:?!](?=\p{Script=Han}|\s|$)/gu;
const FULL = new Map([[',', '，'], [';', '；'], [':', '：'], ['?', '？'], ['!', '！']]);
const STRENGTH = '、，：；。';

/** @param {string} source @param {Known} known @returns {TextMark[]} */
export function marksIn(source, known) {
  /** @type {TextMark[]} */
  const found = [];
  for (const stretch of stretches(source, known)) {
    found.push(...RULES.flatMap(rule => rule(stretch)), ...known.wordings.flatMap(wording => wordsOf(stretch, wording)));
  }

  return found.sort((one, other) => one.from - other.from);
}

/** @param {string} source @param {Known} known @returns {Stretch[]} */
function stretches(source, known) {
  /** @type {(Region | null)[]} */
  const leaves = [];
  walk(regions(source), region => leaves.push('parts' in region ? null : region));
  const ordered = leaves.filter(leaf => leaf !== null).sort((one, other) => one.from - other.from);
  return ordered.flatMap((leaf, i) => {
    if (leaf.kind !== 'text') {
      return [];
    }

    const [before, after] = [ordered[i - 1], ordered[i + 1]];
    return [{
      text: source.slice(leaf.from, leaf.to), from: leaf.from, known, atEnd: leaf.to === source.length,
      before: before?.kind === 'chip' && before.to === leaf.from ? before : null, after: after?.kind === 'chip' && after.from === leaf.to ? after : null,
    }];
  });
}

/** @param {Stretch} stretch @param {RegExp} pattern @param {(match: RegExpMatchArray) => Omit<TextMark, 'from' | 'to'> | null} say @returns {TextMark[]} */
const each = ({ text, from }, pattern, say) => [...text.matchAll(pattern)].flatMap(match => {
  const said = say(match);
  return said ? [{ from: from + match.index, to: from + match.index + match[0].length, ...said }] : [];
});

/** @param {Stretch} stretch */
function amounts(stretch) {
  return each(stretch, AMOUNT, ([written]) => {
    const plain = written.replace(/[\s,]/g, '');
    const named = [...stretch.known.metrics].flatMap(name => (same(stretch.known.values.get(name), plain) ? [name] : [])).slice(0, 3);
    return {
      message: `“${written}”是写死的数，别的单位、下一年也会这样印。`,
      fixes: [...named.map(name => ({ label: `换成指标“${name}”`, insert: `{{ ${name} | ${plain.endsWith('万元') ? '万元' : '元'} }}` })), { label: '换成指标…', metric: '{{ ▮ | 万元 }}' }],
    };
  });
}

/** @param {string | undefined} value @param {string} plain */
const same = (value, plain) => value?.replace(/[\s,]/g, '') === plain;

/** @param {Stretch} stretch */
const percents = stretch => each(stretch, PERCENT, ([written]) => ({ message: `“${written}”是写死的百分数。要随数变，请插入“增减”“占比”或“完成预算”。`, fixes: [] }));

/** @param {Stretch} stretch */
function years(stretch) {
  const year = Number(stretch.known.values.get('年度'));
  return each(stretch, YEAR, ([written, digits]) => {
    const back = year - Number(digits);
    return !year || back < -1 || back > 3 ? null : {
      message: `“${written}年”是写死的年份，下一年不会变。`,
      fixes: [...(back === 1 ? [] : [{ label: '换成本年度', insert: '{{ 年度 }}' }]), ...(back <= 0 ? [] : [{ label: '换成上年', insert: '{{ 上年 }}' }])],
    };
  });
}

/** @param {Stretch} stretch */
const doubled = stretch => each(stretch, DOUBLED, ([written]) => {
  const strongest = [...STRENGTH].reverse().find(sign => written.includes(sign)) ?? '。';
  return { message: `标点重复了：“${written}”。`, fixes: [{ label: `改成“${strongest}”`, insert: strongest }] };
});

/** @param {Stretch} stretch */
const apart = stretch => each(stretch, APART, () => ({ message: '数和单位之间多了空格。', fixes: [{ label: '去掉空格', insert: '' }] }));

const MONEY = new Set(['万元', '增减额', '比较额']);
const RATES = new Set(['百分比', '占比', '增减幅', '完成率', '比较幅']);
const WAYS = new Set(['增减额', '增减幅', '比较额', '比较幅']);

/** @param {ChipRegion | null} chip */
const helperOf = chip => (chip?.does.kind === 'print' && chip.does.value.kind === 'pipe' ? chip.does.value.name : '');

// A figure brings its unit and its direction along.
/** @param {Stretch} stretch @returns {TextMark[]} */
function doubledUnits({ text, from, before, after }) {
  const unit = text.match(/^\s*(?:万元|元|%|％)/)?.[0] ?? '';
  const way = text.match(/(?:增加|减少|增长|下降)$/)?.[0] ?? '';
  const printed = helperOf(before);
  return [
    ...(unit !== '' && (unit.trim().endsWith('元') ? MONEY : RATES).has(printed) ? [{ from, to: from + unit.length, message: `前面的数已经带单位，“${unit.trim()}”会印两遍。`, fixes: [{ label: `去掉“${unit.trim()}”`, insert: '' }] }] : []),
    ...(way !== '' && WAYS.has(helperOf(after)) ? [{ from: from + text.length - way.length, to: from + text.length, message: `后面的数自己会说增加还是减少，“${way}”会印两遍。`, fixes: [{ label: `去掉“${way}”`, insert: '' }] }] : []),
  ];
}

/** @param {Stretch} stretch */
const alternatives = stretch => each(stretch, BOTH, ([written]) => ({
  message: `“${written}”两种说法都留着。换成会自己选的词。`,
  fixes: [{ label: '按哪个指标选…', metric: /大于|高于|多于/.test(written) ? '{{ if (▮ | 增减词) == "减少" }}小于{{ else }}大于{{ end }}' : '{{ ▮ | 增减词 }}' }],
}));

/** @param {Stretch} stretch */
const halfWidth = stretch => each(stretch, HALF, ([written]) => ({ message: `中文里用全角标点：“${FULL.get(written)}”。`, fixes: [{ label: `改成“${FULL.get(written)}”`, insert: FULL.get(written) ?? written }] }));

// A paragraph of words that breaks off. Short lines without any mark are headings of their own.
/** @param {Stretch} stretch @returns {TextMark[]} */
function noEnd(stretch) {
  const { text, from, atEnd } = stretch;
  return [...text.matchAll(/[^\n]+/g)].flatMap(match => {
    const [line] = match;
    const end = match.index + line.length;
    const isLast = text.startsWith('\n\n', end) || (atEnd && text.slice(end).trim() === '');
    const begins = match.index > 0 || stretch.before === null;
    const isTitle = begins && line.trim().length < 15 && !/[，。；]/.test(line);
    return !isLast || isTitle || /^\s*(?:#|[-*] )/.test(line) || !/[\p{Script=Han}\p{L}\d%％]\s*$/u.test(line) ? []
      : [{ from: from + end - 1, to: from + end, message: '这一段没有写完，或者少了句号。', fixes: [{ label: '加上句号', insert: `${line.at(-1)}。` }] }];
  });
}

/** @param {Stretch} stretch @param {Wording} wording @returns {TextMark[]} */
function wordsOf({ text, from }, { wrong, right, why }) {
  /** @type {TextMark[]} */
  const found = [];
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length)) {
    if (!right.includes(wrong) || text.slice(Math.max(0, at - right.indexOf(wrong)), at + right.length) !== right) {
      found.push({ from: from + at, to: from + at + wrong.length, message: `“${wrong}”${why ? `：${why}` : '不是这个模板集的说法'}。`, fixes: [{ label: `改成“${right}”`, insert: right }] });
    }
  }

  return found;
}

/** @type {((stretch: Stretch) => TextMark[])[]} */
const RULES = [amounts, percents, years, doubled, apart, doubledUnits, alternatives, halfWidth, noEnd];
