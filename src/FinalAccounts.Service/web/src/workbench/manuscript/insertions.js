// What the manuscript can put in, as source: each asks for what it needs, one after the other.

/** @typedef {'metric' | 'amount' | 'records' | 'chart'} Asked */
/** @typedef {{ name: string, plain: string, unit: string, more: string[] }} Given What was chosen: for records unit is the sheet's name, more are its fields. */
/** @typedef {{ label: string, example: string, asks: [what: Asked, words: string][], make: (given: Given[]) => string }} Insertion make writes ▮ where the caret shall stand, and the words that were selected. */

export const CARET = '▮';

/** @param {string} head @param {string} inside */
const block = (head, inside) => `\n{{~ ${head} ~}}\n${inside}\n{{~ end ~}}\n`;

/** @type {Insertion[]} */
export const INSERTIONS = [
  {
    label: '增减句', example: '与上年相比，某数增加 X 万元，增长 Y%，主要原因：……', asks: [['amount', '说哪个数的增减']],
    make: ([{ name }]) => `${block(`if ${name} | 有上年`, `与{{ 上年 }}年度相比，${name}{{ ${name} | 增减额 }}{{ if ${name} | 可比 }}，{{ ${name} | 增减幅 }}{{ end }}${block(`if (${name} | 增减词) != "持平"`, `，主要原因：{{ ${name} | 主要原因 }}`)}。`)}${CARET}`,
  },
  { label: '增减', example: '增加 X 万元，增长 Y%', asks: [['amount', '说哪个数的增减']], make: ([{ name }]) => `{{ ${name} | 增减额 }}{{ if ${name} | 可比 }}，{{ ${name} | 增减幅 }}{{ end }}${CARET}` },
  {
    label: '占比', example: '占另一个数的 X%', asks: [['amount', '哪个数'], ['amount', '占哪个数']],
    make: ([{ name: part }, { name: whole }]) => `{{ if ${whole} | 有数 }}，占${whole}的{{ ${part} | 占比 ${whole} }}{{ end }}${CARET}`,
  },
  { label: '完成预算', example: '完成预算的 X%', asks: [['amount', '决算数'], ['amount', '预算数']], make: ([{ name: done }, { name: plan }]) => `{{ if ${plan} | 有数 }}，完成预算的{{ ${done} | 完成率 ${plan} }}{{ end }}${CARET}` },
  { label: '条件：有变化时才写', example: '与上年不持平的单位才印', asks: [['amount', '哪个数有变化']], make: ([{ name }]) => block(`if (${name} | 增减词) != "持平"`, CARET) },
  { label: '条件：有上年数时才写', example: '新成立的单位不印', asks: [['amount', '哪个数有上年数']], make: ([{ name }]) => block(`if ${name} | 有上年`, CARET) },
  { label: '条件：有数时才写', example: '为零或没有的单位不印', asks: [['metric', '哪个数有数']], make: ([{ name }]) => block(`if ${name} | 有数`, CARET) },
  {
    label: '分情况：增加、减少、持平', example: '三种情况各写一句', asks: [['amount', '按哪个数分']],
    make: ([{ name }]) => `\n{{~ if (${name} | 增减词) == "增加" ~}}\n${CARET}\n{{~ else if (${name} | 增减词) == "减少" ~}}\n\n{{~ else ~}}\n\n{{~ end ~}}\n`,
  },
  { label: '逐条写', example: '一条记录一句', asks: [['records', '逐条写什么']], make: ([{ plain }]) => `\n${plain}\n${CARET}` },
  { label: '小表', example: '一条记录一行', asks: [['records', '列哪些记录']], make: ([{ unit, more }]) => `\n\n{{ 表 资料.${unit} ${more.map(field => `"${field}"`).join(' ')} }}\n\n${CARET}` },
  { label: '图', example: '独占一段', asks: [['chart', '哪张图']], make: ([{ name }]) => `\n\n{{ 图 "${name}" }}\n\n${CARET}` },
];

// Parameters that are words, not figures.
/** @type {Record<string, (first: string) => string>} */
const WORDS = { 主语: first => `"${first}"`, 叫法: () => '"预算"', 各: () => '""', 缘由: first => `(${first} | 主要原因)` };
const FIGURES = new Set(['指标', '决算', '预算', '合计']);

/** @param {string} name @param {string[]} parameters @returns {Insertion | null} A call of a phrase; null for one that wants more than figures and words. */
export function phraseInsertion(name, parameters) {
  const figures = parameters.filter(parameter => FIGURES.has(parameter));
  if (parameters.some(parameter => !FIGURES.has(parameter) && !WORDS[parameter]) || (figures.length === 0 && parameters.length > 0)) {
    return null;
  }

  return {
    label: name, example: '', asks: figures.map(parameter => ['amount', `“${name}”的${parameter}是哪个数`]),
    make: given => `{{ ${[name, ...parameters.map(parameter => WORDS[parameter]?.(given[0].name) ?? given[figures.indexOf(parameter)].name)].join(' ')} }}${CARET}`,
  };
}

/**
 * How an insertion stands at its place: what begins a line does not begin another, a picture or a list keeps its own lines.
 * @param {string} text
 * @param {{ before: string, after: string, selected: string }} around The line's text before and after the caret.
 * @returns {{ text: string, caret: number }}
 */
export function fitted(text, { before, after, selected }) {
  let made = text.includes(CARET) ? text : `${text}${CARET}`;
  if (before.trim() === '') {
    made = made.replace(/^\n+/, '');
  }

  if (after.trim() === '' && made.endsWith(`\n${CARET}`)) {
    made = made.replace(/\n+▮$/, CARET);
  } else if (after.trim() === '' && made.endsWith('\n')) {
    made = made.replace(/\n+$/, '');
  }

  const caret = made.indexOf(CARET);
  return { text: made.slice(0, caret) + selected + made.slice(caret + CARET.length), caret: caret + selected.length };
}
