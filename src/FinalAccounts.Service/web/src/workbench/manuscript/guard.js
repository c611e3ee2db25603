// Typing changes words: what a keystroke or a paste would tear of a condition, a list or a phrase stays, and words never run into a bar's line.
/** @import { ChangeSpec, Text, TransactionSpec } from '@codemirror/state' */
/** @import { Layout } from './layout' */
import { EditorSelection, EditorState, Transaction } from '@codemirror/state';
import { manuscript } from './field.js';

/** @typedef {{ from: number, to: number, insert: string }} Edit */

export const guard = EditorState.transactionFilter.of(transaction => {
  const event = transaction.annotation(Transaction.userEvent);
  if (!transaction.docChanged || !event || !/^(input|delete|move)/.test(event)) {
    return transaction;
  }

  /** @type {Edit[]} */
  const edits = [];
  transaction.changes.iterChanges((from, to, _, __, inserted) => edits.push({ from, to, insert: inserted.toString() }));
  const doc = transaction.startState.doc;
  const allowed = edits.flatMap(edit => guarded(doc, transaction.startState.field(manuscript).layout, edit));
  if (JSON.stringify(allowed) === JSON.stringify(edits)) {
    return transaction;
  }

  return [rewritten(transaction, allowed)];
});

/** @param {Transaction} transaction @param {Edit[]} allowed @returns {TransactionSpec} */
function rewritten(transaction, allowed) {
  const changes = transaction.startState.changes(/** @type {ChangeSpec} */ (allowed));
  const typed = allowed.find(edit => edit.insert.trim() !== '') ?? allowed[0];
  const begin = typed ? changes.mapPos(typed.from, -1) : transaction.startState.selection.main.from;
  const behind = typed ? begin + typed.insert.replace(/\n$/, '').length : begin;
  return {
    changes, selection: EditorSelection.cursor(Math.min(behind, changes.newLength)), scrollIntoView: true,
    annotations: [Transaction.userEvent.of(transaction.annotation(Transaction.userEvent) ?? 'input')], filter: false,
  };
}

/**
 * What of an edit may be done.
 * @param {Text} doc
 * @param {Layout} layout
 * @param {Edit} edit
 * @returns {Edit[]}
 */
export function guarded(doc, layout, edit) {
  edit = aroundChips(layout, edit);
  const kept = layout.items.filter(item => (item.kind === 'bar' || item.kind === 'end')
    && item.from < edit.to && item.to > edit.from && !(edit.from <= item.frame.from && item.frame.to <= edit.to)).map(({ from, to }) => ({ from, to }));

  /** @type {Edit[]} */
  const left = [];
  let at = edit.from;
  for (const { from, to } of kept) {
    if (from > at) {
      left.push({ from: at, to: from, insert: '' });
    }

    at = Math.max(at, to);
  }

  if (at <= edit.to && (at < edit.to || left.length === 0)) {
    left.push({ from: at, to: edit.to, insert: '' });
  }

  if (left.length === 0) {
    return [];
  }

  left[0].insert = edit.insert;
  return left.map(piece => besideBars(doc, layout, piece)).filter(piece => piece.to > piece.from || piece.insert !== '');
}

// No chip is torn: what begins or ends within one takes it whole, what is put into one stands behind it.
/** @param {Layout} layout @param {Edit} edit @returns {Edit} */
function aroundChips(layout, { from, to, insert }) {
  for (const item of layout.items) {
    if (item.kind === 'chip' && item.from < from && from < item.to) {
      from = to > from ? item.from : item.to;
      to = Math.max(to, from);
    }

    if (item.kind === 'chip' && item.from < to && to < item.to) {
      to = item.to;
    }
  }

  return { from, to, insert };
}

// The line of a bar is the bar's alone.
/** @param {Text} doc @param {Layout} layout @param {Edit} edit @returns {Edit} */
function besideBars(doc, layout, edit) {
  const bars = layout.items.filter(item => (item.kind === 'bar' || item.kind === 'end') && item.alone);
  let { from, to, insert } = edit;
  const above = bars.find(bar => bar.to === from && bar.from < from);
  const below = bars.find(bar => bar.from === to && bar.to > to);
  const after = insert + doc.sliceString(to, doc.lineAt(to).to);
  if (above && !after.startsWith('\n') && after.trim() !== '' && !(below && insert === '' && to > from && doc.sliceString(from, to) === '\n')) {
    if (to > from && doc.sliceString(from, from + 1) === '\n') {
      from += 1;
    } else if (insert !== '') {
      insert = `\n${insert}`;
    }
  }

  const before = doc.sliceString(doc.lineAt(from).from, from) + insert;
  if (below && !before.endsWith('\n') && before.trim() !== '') {
    if (to > from && doc.sliceString(to - 1, to) === '\n') {
      to -= 1;
    } else if (insert !== '') {
      insert = `${insert}\n`;
    }
  }

  return { from, to: Math.max(from, to), insert };
}
