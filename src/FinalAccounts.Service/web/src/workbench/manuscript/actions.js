// What can be done with a chip or a bar, as changes of the source.
/** @import { EditorState } from '@codemirror/state' */
/** @import { BarItem, ChipItem } from './layout' */
/** @import { Known } from './known' */

/** @typedef {{ from: number, to: number, insert: string }} Edit */
/** @typedef {{ name: string, helper: string | null }} Printing What a chip prints and how; helper is null where the value is printed as it is. */

/** @param {ChipItem} item @returns {Printing | null} Null for a chip that is no plain value. */
export function printing({ chip: { does } }) {
  const value = does.kind === 'print' ? does.value : null;
  return value?.kind === 'name' ? { name: value.path, helper: null }
    : value?.kind === 'pipe' && value.from.kind === 'name' ? { name: value.from.path, helper: value.name } : null;
}

const MONEY = [['万元', '以万元印'], ['元', '以元印'], ['增减额', '比上年增加或减少多少'], ['增减幅', '比上年增长或下降百分之几'], ['增减词', '增加、减少或持平'], ['主要原因', '变动的主要原因']];

/** @param {Printing | null} printed @param {Known} known @returns {[helper: string, words: string][]} Other ways of printing a metric. */
export function otherWays(printed, known) {
  const name = printed && known.metrics.has(printed.name) ? known.names.get(printed.name) : undefined;
  return !printed || name?.unit !== '元' ? [] : /** @type {[string, string][]} */ (MONEY.filter(([helper]) => helper !== printed.helper && (helper.endsWith('元') || name.prior)));
}

/** @param {EditorState} state @param {ChipItem} item @param {string} body @returns {Edit} Puts another content between the marks of a tag. */
export function rewrite(state, { chip }, body) {
  const at = chip.from + state.sliceDoc(chip.from, chip.to).indexOf(chip.body);
  return { from: at, to: at + chip.body.length, insert: body };
}

/** @param {EditorState} state @param {ChipItem} item @param {string} name @returns {Edit} Another metric in the place of the one that is named first. */
export function withName(state, item, name) {
  const printed = printing(item);
  const body = item.chip.body;
  return rewrite(state, item, printed ? name + body.slice(printed.name.length) : name);
}

/** @param {EditorState} state @param {BarItem} item @returns {Edit[]} The marks go, the words stay: of branches those of the first. */
export function unwrap(state, { frame }) {
  const [first, ...others] = frame.parts;
  const end = others[0]?.mark ?? frame.end;
  return [whole(state, first.mark), { ...whole(state, { from: end.from, to: frame.to }) }];
}

/** @param {EditorState} state @param {BarItem} item @returns {{ edit: Edit, at: number } | null} A branch for all other cases; null when there is one. */
export function addElse(state, { frame }) {
  if (frame.kind !== 'if' || frame.parts.at(-1)?.mark.does.kind === 'else') {
    return null;
  }

  const line = state.doc.lineAt(frame.end.from);
  const alone = state.sliceDoc(line.from, frame.end.from).trim() === '';
  const marks = state.sliceDoc(frame.parts[0].mark.from, frame.parts[0].mark.from + 3);
  const [open, close] = marks.endsWith('~') ? ['{{~', '~}}'] : marks.endsWith('-') ? ['{{-', '-}}'] : ['{{', '}}'];
  const from = alone ? line.from : frame.end.from;
  const indent = alone ? state.sliceDoc(line.from, frame.end.from) : '';
  const head = `${indent}${open} else ${close}${alone ? '\n' : ''}`;
  return { edit: { from, to: from, insert: alone ? `${head}${indent}\n` : head }, at: from + head.length + indent.length };
}

// With its line, when nothing else stands there.
/** @param {EditorState} state @param {{ from: number, to: number }} mark @returns {Edit} */
function whole(state, { from, to }) {
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const alone = state.sliceDoc(first.from, from).trim() === '' && state.sliceDoc(to, last.to).trim() === '';
  return alone ? { from: first.from, to: Math.min(last.to + 1, state.doc.length), insert: '' } : { from, to, insert: '' };
}
