// The manuscript's state: its layout, what is folded, what the tags have printed; and the decorations drawn from them. The document stays the source.
/** @import { DecorationSet } from '@codemirror/view' */
/** @import { Transaction } from '@codemirror/state' */
/** @import { BarItem, ChipItem, EndItem, Item, Layout } from './layout' */
/** @import { Known } from './known' */
/** @import { Printed } from './printed' */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import { layout } from './layout.js';
import { nothingKnown } from './known.js';
import { BarWidget, ChipWidget, EndWidget, kindOf } from './widgets.js';

/** @typedef {{ at: number, text: string, origin: string | null }} Value What was printed for a place of the text. */
/** @typedef {{ at: number, part: number }} Chosen The one branch that is shown of the condition that begins there. */
/** @typedef {{ layout: Layout, folded: number[], chosen: Chosen[], values: Value[] | null, known: Known, decorations: DecorationSet, atomic: DecorationSet }} Manuscript */

/** @type {import('@codemirror/state').StateEffectType<{ printed: Printed[], source: string }>} */
export const showPrinted = StateEffect.define();

/** @type {import('@codemirror/state').StateEffectType<Known>} */
export const showKnown = StateEffect.define();

/** @type {import('@codemirror/state').StateEffectType<number>} */
export const toggleFold = StateEffect.define();

/** @type {import('@codemirror/state').StateEffectType<{ at: number, part: number | null }>} Shows one branch of a condition alone; null shows all. */
export const chooseBranch = StateEffect.define();

/** @type {StateField<Manuscript>} */
export const manuscript = StateField.define({
  create: state => drawn({ layout: layout(state.doc, []), folded: [], chosen: [], values: null, known: nothingKnown }),
  update(before, transaction) {
    const effects = transaction.effects.some(effect => effect.is(showPrinted) || effect.is(showKnown) || effect.is(toggleFold) || effect.is(chooseBranch));
    return transaction.docChanged || effects || (transaction.selection && before.chosen.length > 0) ? drawn(after(before, transaction)) : before;
  },
  provide: field => [
    EditorView.decorations.from(field, value => value.decorations),
    EditorView.atomicRanges.of(view => view.state.field(field).atomic),
  ],
});

/** @param {Manuscript} before @param {Transaction} transaction @returns {Omit<Manuscript, 'decorations' | 'atomic'>} */
function after(before, transaction) {
  let { folded, chosen, values, known } = before;
  const doc = transaction.newDoc;
  if (transaction.docChanged) {
    folded = folded.map(at => transaction.changes.mapPos(at, 1));
    chosen = chosen.map(one => ({ ...one, at: transaction.changes.mapPos(one.at, 1) }));
    values = values?.map(value => ({ ...value, at: transaction.changes.mapPos(value.at, 1) })) ?? null;
  }

  for (const effect of transaction.effects) {
    if (effect.is(showKnown)) {
      known = effect.value;
    } else if (effect.is(toggleFold)) {
      folded = folded.includes(effect.value) ? folded.filter(at => at !== effect.value) : [...folded, effect.value];
    } else if (effect.is(chooseBranch)) {
      const { at, part } = effect.value;
      chosen = [...chosen.filter(one => one.at !== at), ...(part === null ? [] : [{ at, part }])];
    } else if (effect.is(showPrinted) && effect.value.source === doc.toString()) {
      values = effect.value.printed.filter(({ line }) => line >= 1 && line <= doc.lines)
        .map(({ line, column, text, origin }) => ({ at: Math.min(doc.line(line).from + column - 1, doc.line(line).to), text, origin })).sort((one, other) => one.at - other.at);
    }
  }

  const now = transaction.docChanged || known !== before.known ? layout(doc, known.phrases.keys()) : before.layout;
  return { layout: now, folded, chosen: followed(now, chosen, transaction.newSelection.main.head), values, known };
}

// Where the caret goes is seen: its branch takes the place of the one that was chosen.
/** @param {Layout} layout @param {Chosen[]} chosen @param {number} head @returns {Chosen[]} */
const followed = ({ items }, chosen, head) => chosen.map(one => {
  const entered = items.find(item => item.kind === 'bar' && item.frame.from === one.at && item.part !== one.part && item.covered && item.covered.from < head && head < item.covered.to);
  return entered?.kind === 'bar' ? { ...one, part: entered.part } : one;
});

// What is not shown: folded parts, and the other branches of a condition of which one was chosen.
/** @param {Omit<Manuscript, 'decorations' | 'atomic'>} state @returns {{ from: number, to: number }[]} */
const covered = ({ layout: { items }, folded, chosen }) => items.flatMap(item => {
  if (item.kind !== 'bar') {
    return [];
  }

  const only = chosen.find(one => one.at === item.frame.from)?.part;
  return only !== undefined && only !== item.part && item.covered ? [item.covered] : item.hides && folded.includes(item.mark.from) ? [item.hides] : [];
}).filter(range => range.to > range.from);

/** @param {Omit<Manuscript, 'decorations' | 'atomic'>} state @returns {Manuscript} */
function drawn(state) {
  const { layout: { items, lines, branches }, values } = state;
  const off = unprinted(items, values);

  /** @param {number} at */
  const isOff = at => off.some(part => part.from <= at && at < part.to);
  const hidden = covered(state);

  /** @param {Item} item */
  const shown = item => item.kind === 'hidden' ? Decoration.replace({})
    : Decoration.replace({ widget: item.kind === 'chip' ? chip(item, state) : item.kind === 'bar' ? bar(item, state, off) : end(item) });
  const visible = items.filter(item => item.to > item.from && !hidden.some(fold => fold.from <= item.from && item.to <= fold.to));
  const replaced = RangeSet.of([
    ...visible.map(item => shown(item).range(item.from, item.to)),
    ...hidden.filter(fold => !hidden.some(outer => outer !== fold && outer.from <= fold.from && fold.to <= outer.to)).map(fold => Decoration.replace({}).range(fold.from, fold.to)),
  ], true);
  const looks = RangeSet.of([
    ...lines.filter(line => !hidden.some(fold => fold.from < line.at && line.at <= fold.to)).map(line => Decoration.line({
      class: `ms-line ms-at-${line.look} ms-depth-${Math.min(line.depth, 6)}${line.level > 0 ? ` ms-level-${line.level}` : ''}${isOff(line.at) ? ' ms-off' : ''}`,
    }).range(line.at)),
    ...branches.map(branch => Decoration.mark({ class: `ms-branch${isOff(branch.from) ? ' ms-off' : ''}` }).range(branch.from, branch.to)),
  ], true);
  return { ...state, decorations: RangeSet.join([looks, replaced]), atomic: replaced };
}

/** What is printed for the tag from here to there; null when nothing is. @param {Value[] | null} values @param {{ from: number, to: number }} tag */
export function valueOf(values, tag) {
  return values?.find(value => value.at >= tag.from && value.at < tag.to && value.text !== '') ?? null;
}

// Parts that have printed nothing for this unit, where the rest of their section has.
/** @param {Item[]} items @param {Value[] | null} values */
function unprinted(items, values) {
  return !values || values.length === 0 ? [] : items.flatMap(item => {
    if (item.kind !== 'bar' || item.frame.kind !== 'if') {
      return [];
    }

    const part = item.frame.parts[item.part];
    const inside = { from: part.mark.from, to: part.to };
    return part.inside.length === 0 || values.some(value => value.at > part.mark.from && value.at < part.to) ? [] : [inside];
  });
}

// A phrase that prints so little is read as a word.
const SHORT = 6;

/** @param {ChipItem} item @param {Omit<Manuscript, 'decorations' | 'atomic'>} state */
function chip({ chip: { from, to }, label: { look, words } }, { values, known }) {
  const printed = valueOf(values, { from, to });
  const usual = (look === 'figure' && known.metrics.has(words)) || known.plain.has(words);
  const value = printed?.text ?? (usual ? known.values.get(words) ?? null : null);
  const kind = kindOf(look);
  return new ChipWidget({
    look, words, value, bare: value !== null && ((look === 'data' && known.plain.has(words)) || (look === 'phrase' && value.length <= SHORT)), wrong: false,
    label: look === 'source' ? '源文：这里的写法文稿不能直接显示' : `${kind}：${words}${value === null ? '' : ` ${value}`}`,
  });
}

/** @param {BarItem} item @param {Omit<Manuscript, 'decorations' | 'atomic'>} state @param {{ from: number }[]} off */
function bar({ frame, part, words, alone, hides, mark, tabs }, { folded, chosen, known }, off) {
  const said = barWords(frame.kind, part, mark.does.kind, words, mark.body, alone);
  const isFolded = hides ? folded.includes(mark.from) : null;
  const uses = mark.does.kind === 'func' ? known.phrases.get(mark.does.name)?.uses : undefined;
  const more = [uses === undefined ? '' : `用于 ${uses} 处`, off.some(other => other.from === mark.from) ? '这个单位不用' : '', isFolded ? '已折叠' : ''].filter(Boolean).join('，');
  const kind = { if: '条件', for: '列举', func: '', source: '源文' }[frame.kind];
  return new BarWidget({ look: frame.kind, words: said, alone, folded: isFolded, more, tabs, chosen: chosen.find(one => one.at === frame.from)?.part ?? null, label: `${kind}${kind ? '：' : ''}${said}${more ? ` ${more}` : ''}` });
}

/** @param {string} look @param {number} part @param {string} does @param {string | null} words @param {string} body @param {boolean} alone */
function barWords(look, part, does, words, body, alone) {
  if (look !== 'if' || words === null) {
    return words ?? (look === 'source' ? '源文' : `源文 ${body}`);
  }

  return does === 'else' ? (words === '其他情况' ? words : `${words}时`) : alone ? `${part > 0 ? '否则，' : ''}当 ${words} 时` : `${words}时`;
}

/** @param {EndItem} item */
const end = item => new EndWidget(item.alone, { if: '条件到此为止', for: '列举到此为止', func: '句式到此为止', source: '源文到此为止' }[item.frame.kind]);
