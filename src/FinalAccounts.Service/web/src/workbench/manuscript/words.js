// Says expressions, conditions and lists in the office's words. Null where it has none: then the source is shown.
/** @import { Expression } from './expressions' */

/** @typedef {ReadonlyMap<string, Expression>} Noted What the section has noted down under names of its own: 记录 = 资料.支出用途 | 找 … */

const LEVELS = new Map([['行', '各行'], ['类', '各类'], ['款', '各款'], ['项', '各项']]);

/** @param {Expression} value @returns {string | null} What a value is called. */
export function nameOf(value) {
  switch (value.kind) {
    case 'name': return pathName(value.path);
    case 'text': return `“${value.value}”`;
    case 'number': return value.value;
    case 'member': return both(nameOf(value.of), '的', value.name);
    case 'index': return both(nameOf(value.of), '的', nameOf(value.by));
    case 'list': return joined(value.items.map(nameOf), '、');
    case 'call': return called(value.name, value.given);
    case 'pipe': return piped(value);
    default: return null;
  }
}

/** @param {string} path */
function pathName(path) {
  const [first, ...rest] = path.split('.');
  if (rest.length === 0) {
    return first;
  }

  if (first === '资料' || first === '选项') {
    return rest.join('·');
  }

  if (/^表\d/.test(first)) {
    return rest[0] === '无数说明' ? `${first}没有数的说明` : `${first}${LEVELS.get(rest[0]) ?? '的' + rest.join('的')}`;
  }

  return [first, ...rest].join('的');
}

/** @type {Record<string, (of: string, given: Expression[]) => string | null>} Helpers behind a bar: what they make of a value. */
const MADE = {
  万元: of => of, 元: of => of, 百分比: of => of, 数量: of => of, 分数: of => of, 中文日期: of => of,
  增减额: of => `${of}比上年增减额`, 增减幅: of => `${of}比上年增减幅`, 增减词: of => `${of}比上年增或减`,
  持平词: (of, [other]) => (other ? both(`${of}与`, nameOf(other), '比，持平时的说法') : `${of}与上年比，持平时的说法`),
  主要原因: of => `${of}的主要原因`,
  占比: (of, [whole]) => both(of, '占', whole && nameOf(whole)),
  完成率: (of, [plan]) => both(of, '完成', plan && nameOf(plan)),
  比较额: (of, [other]) => both(`${of}比`, other && nameOf(other), '的增减额'),
  比较幅: (of, [other]) => both(`${of}比`, other && nameOf(other), '的增减幅'),
  比较词: (of, [other]) => both(`${of}比`, other && nameOf(other), '增或减'),
  接: (of, [more]) => (more?.kind === 'text' ? `${of}＋${more.value}` : null),
  非零: (of, [column]) => (column ? both(`${of}（`, quoted(column), '不为零的）') : `${of}中不为零的`),
  属于: (of, codes) => both(`${of}（编码以`, joined(codes.map(quoted), '、'), '开头的）'),
  找: (of, sought) => both(of, '里', recordWords(sought)),
};

/** @param {Expression[]} sought @returns {string | null} Which record is looked for. */
function recordWords([field, what]) {
  if (!field || !what) {
    return null;
  }

  const owner = what.kind === 'name' && what.path.match(/^([^.]+)\.[^.]*编码$/)?.[1];
  return owner ? both(`与“${owner}”`, quoted(field), '相同的一条') : what.kind === 'text' ? `“${what.value}”这一条` : both(quoted(field), '为', both(quoted(what), '的一条', ''));
}

/** @param {Extract<Expression, { kind: 'pipe' }>} value */
function piped(value) {
  const of = nameOf(value.from);
  return of === null ? null : MADE[value.name]?.(of, value.given)?.replaceAll('）（', '、') ?? null;
}

/** @param {string} name @param {Expression[]} given */
function called(name, given) {
  const [first] = given;
  switch (name) {
    case '序号': return '序号';
    case '中文序号': return '中文序号';
    case '列举': return both('列举', first && nameOf(first), '');
    case '段落': return both('段落：', first && nameOf(first), '');
    case '图': return first?.kind === 'text' ? `图：${first.value}` : null;
    case '表': return first ? both('表：', nameOf(first), given.length > 1 ? `（${given.slice(1).map(quoted).join('、')}）` : '') : null;
    case '自评表': return both('自评表', first ? '：' : '', first ? nameOf(first) : '');
    case '科目': return '科目';
    default: return null;
  }
}

/** @param {Expression} condition @param {Noted} [noted] @returns {string | null} What must hold: “收支总计有变化”. */
export function conditionWords(condition, noted = new Map()) {
  return holds(condition, true, noted);
}

const OTHERS = new Map([['增加', '减少或持平'], ['减少', '增加或持平']]);

/** @param {Expression} value @param {boolean} yes @param {Noted} noted @returns {string | null} */
function holds(value, yes, noted) {
  switch (value.kind) {
    case 'not': return holds(value.of, !yes, noted);
    case 'both': return value.op === '&&' || value.op === '||' ? several(value, yes, noted) : compared(value, yes);
    case 'pipe': return tested(value, yes);
    case 'name': return isSo(value.path, yes, noted);
    case 'member': return both(yes ? '填了 ' : '没有填 ', nameOf(value), '');
    default: return null;
  }
}

/** @param {Extract<Expression, { kind: 'both' }>} value @param {boolean} yes @param {Noted} noted */
function several(value, yes, noted) {
  const and = (value.op === '&&') === yes;

  /** @param {Expression} side */
  const said = side => {
    const words = holds(side, yes, noted);
    return words !== null && side.kind === 'both' && (side.op === '&&' || side.op === '||') && side.op !== value.op ? `（${words}）` : words;
  };
  return both(said(value.left), and ? '，并且 ' : '，或者 ', said(value.right));
}

/** @param {Extract<Expression, { kind: 'both' }>} value @param {boolean} yes */
function compared({ op, left, right }, yes) {
  const same = (op === '==') === yes;
  if ((op !== '==' && op !== '!=') || right.kind !== 'text') {
    return null;
  }

  if (left.kind === 'pipe' && left.name === '增减词') {
    const of = nameOf(left.from);
    return right.value === '持平' ? both(of, same ? ' 与上年持平' : ' 有变化', '') : both(of, ` 比上年${same ? right.value : OTHERS.get(right.value) ?? '不' + right.value}`, '');
  }

  if (left.kind === 'pipe' && left.name === '比较词') {
    const [of, other] = [nameOf(left.from), left.given[0] && nameOf(left.given[0])];
    const than = new Map([['持平', same ? ' 等于 ' : ' 不等于 '], ['增加', same ? ' 大于 ' : ' 不大于 '], ['减少', same ? ' 小于 ' : ' 不小于 ']]).get(right.value);
    return than ? both(of, than, other) : null;
  }

  if (left.kind === 'pipe' && left.name === '持平词') {
    const other = left.given[0];
    return both(nameOf(left.from), other ? both('与', nameOf(other), '') : '与上年', ` 持平${same ? '' : '不'}说成“${right.value}”`);
  }

  return both(nameOf(left), same ? ' 是' : ' 不是', nameOf(right));
}

/** @param {Expression} value */
const isSheet = value => value.kind === 'name' && /^资料\.[^.]+$/.test(value.path);

/** @param {Extract<Expression, { kind: 'pipe' }>} value @param {boolean} yes */
function tested(value, yes) {
  const of = nameOf(value.from);
  switch (value.name) {
    case '有数': return isSheet(value.from) ? both(yes ? '填了 ' : '没有填 ', of, '') : both(of, yes ? ' 有数' : ' 没有数', '');
    case '有上年': return both(of, yes ? ' 有上年数' : ' 没有上年数', '');
    case '可比': return both(of, yes ? ' 能算增减幅度' : ' 不能算增减幅度', '');
    case '找': return both(of, yes ? ' 里有' : ' 里没有', recordWords(value.given));
    default: return null;
  }
}

/** @param {string} path @param {boolean} yes @param {Noted} noted */
function isSo(path, yes, noted) {
  const [first, ...rest] = path.split('.');
  if (first === 'for') {
    const place = { last: '最后一条', first: '第一条' }[rest[0]];
    return place ? `${yes ? '' : '不是'}${place}` : null;
  }

  if (rest.at(-1) === '空') {
    return `${first} ${yes ? '没有数' : '有数'}`;
  }

  if (first === '选项') {
    return `选项“${rest.join('·')}”${yes ? '打开' : '关闭'}`;
  }

  if (rest.length > 0) {
    return `${yes ? '填了' : '没有填'} ${pathName(path)}`;
  }

  const meant = noted.get(first);
  return meant?.kind === 'pipe' && meant.name === '找' ? `${yes ? '找到了' : '没有找到'} ${first}` : `“${first}”${yes ? '成立' : '不成立'}`;
}

const COMPARED = new Map([['增加', '大于'], ['减少', '小于'], ['持平', '相等']]);

/**
 * What the last branch is called, from the conditions before it.
 * @param {Expression[]} before
 */
export function elseWords(before) {
  const [only, ...more] = before;
  const plain = before.map(sign);
  if (plain.every(found => found?.name === '增减词' || found?.name === '比较词')) {
    const left = ['增加', '减少', '持平'].filter(word => !plain.some(found => found?.word === word && found.same));
    const excluded = plain.find(found => found && !found.same);
    const words = excluded && more.length === 0 ? [excluded.word] : left.length < 3 ? left : [];
    const compares = plain.every(found => found?.name === '比较词');
    return words.length === 0 ? '其他情况' : words.map(word => (compares ? COMPARED.get(word) : word)).join('或');
  }

  return more.length > 0 || !only ? '其他情况' : withoutSubject(only);
}

/** @param {Expression} value */
function sign(value) {
  return value.kind === 'both' && value.left.kind === 'pipe' && value.right.kind === 'text' && (value.op === '==' || value.op === '!=')
    ? { name: value.left.name, word: value.right.value, same: value.op === '==' } : null;
}

/** @param {Expression} value */
function withoutSubject(value) {
  const not = value.kind === 'not';
  const of = value.kind === 'not' ? value.of : value;
  if (of.kind === 'pipe') {
    if (of.name === '有数' && isSheet(of.from)) {
      return not ? '填了' : '没有填';
    }

    return { 有上年: not ? '有上年' : '无上年', 有数: not ? '有数' : '没有数', 可比: not ? '可比' : '不可比', 找: not ? '有' : '没有' }[of.name] ?? '其他情况';
  }

  if (of.kind === 'name' && of.path.endsWith('.空')) {
    return not ? '没有数' : '有数';
  }

  if (of.kind !== 'name' || !of.path.includes('.')) {
    return '其他情况';
  }

  return of.path.startsWith('for.') ? (not ? { last: '最后一条', first: '第一条' }[of.path.slice(4)] ?? '其他情况' : '其他各条')
    : of.path.startsWith('选项.') ? (not ? '打开' : '关闭') : not ? '填了' : '没有填';
}

/** @param {string} item @param {Expression} of */
export function loopWords(item, of) {
  const from = nameOf(of);
  return from === null ? null : from === item ? `逐条写 ${from}` : `逐条写 ${from}，每条叫“${item}”`;
}

/** @param {Expression} value */
const quoted = value => (value.kind === 'text' ? value.value : nameOf(value));

/** @param {string | null | undefined} left @param {string | null | undefined} middle @param {string | null | undefined} right */
const both = (left, middle, right) => (typeof left !== 'string' || typeof middle !== 'string' || typeof right !== 'string' ? null : left + middle + right);

/** @param {(string | null)[]} words @param {string} by */
const joined = (words, by) => (words.some(word => word === null) ? null : words.join(by));
