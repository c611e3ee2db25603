// Keys of the manuscript: a chip is selected before it is deleted, a paragraph is a paragraph, the arrows meet every chip.
/** @import { EditorView, KeyBinding } from '@codemirror/view' */
/** @import { Item } from './layout' */
import { EditorSelection } from '@codemirror/state';
import { EditorView as View } from '@codemirror/view';
import { manuscript } from './field.js';

/** @param {{ openMenu: (view: EditorView, item: Item) => void, insert: () => void }} given @returns {KeyBinding[]} */
export const manuscriptKeys = ({ openMenu, insert }) => [
  { key: 'Backspace', run: view => selectBefore(view) || joinBefore(view) },
  { key: 'Delete', run: selectAfter },
  { key: 'ArrowRight', run: view => meet(view, 1) },
  { key: 'ArrowLeft', run: view => meet(view, -1) },
  { key: 'Enter', run: view => openSelected(view, openMenu) || paragraph(view) },
  { key: 'Alt-Enter', run: view => openHere(view, openMenu), preventDefault: true },
  { key: '/', run: view => !view.state.readOnly && (insert(), true), preventDefault: true },
];

/** @param {EditorView} view */
const items = view => view.state.field(manuscript).layout.items;

/** @param {EditorView} view @param {(item: Item) => boolean} fits */
const find = (view, fits) => items(view).find(item => item.kind !== 'hidden' && fits(item));

/** @param {Item} item @returns {{ from: number, to: number }} What is deleted with it: a bar takes all that it holds. */
export const extent = item => (item.kind === 'bar' || item.kind === 'end' ? { from: item.frame.from, to: item.frame.to } : { from: item.from, to: item.to });

/** @param {EditorView} view @param {{ from: number, to: number }} range @param {string} [said] */
function select(view, range, said) {
  view.dispatch({ selection: EditorSelection.range(range.from, range.to), scrollIntoView: true, effects: said ? View.announce.of(said) : [] });
  return true;
}

/** @param {EditorView} view */
function selectBefore(view) {
  const { main, main: { head } } = view.state.selection;
  if (!main.empty) {
    return false;
  }

  const line = view.state.doc.lineAt(head);
  const item = find(view, found => found.to === head && found.from < head)
    ?? (head === line.from && line.length > 0 ? find(view, found => found.to === head - 1 && (found.kind === 'bar' || found.kind === 'end') && found.alone) : undefined);
  return item ? select(view, extent(item), '已选中，再按一次删除') : false;
}

/** @param {EditorView} view */
function selectAfter(view) {
  const { main, main: { head } } = view.state.selection;
  if (!main.empty) {
    return false;
  }

  const line = view.state.doc.lineAt(head);
  const item = find(view, found => found.from === head && found.to > head)
    ?? (head === line.to && line.length > 0 ? find(view, found => found.from === head + 1 && (found.kind === 'bar' || found.kind === 'end') && found.alone) : undefined);
  return item ? select(view, extent(item), '已选中，再按一次删除') : false;
}

// At the beginning of a paragraph Backspace joins it with the one before: the blank lines between go together.
/** @param {EditorView} view */
function joinBefore(view) {
  const { doc, selection: { main } } = view.state;
  const line = doc.lineAt(main.head);
  if (!main.empty || main.head !== line.from || line.length === 0 || line.number < 3 || doc.line(line.number - 1).length > 0) {
    return false;
  }

  let before = line.number - 1;
  while (before > 1 && doc.line(before).length === 0) {
    before--;
  }

  view.dispatch({ changes: { from: doc.line(before).to, to: line.from }, userEvent: 'delete.backward', scrollIntoView: true });
  return true;
}

/** @param {EditorView} view @param {1 | -1} way */
function meet(view, way) {
  const { main } = view.state.selection;
  if (!main.empty) {
    return false;
  }

  const chip = find(view, item => item.kind === 'chip' && (way > 0 ? item.from : item.to) === main.head);
  return chip?.kind === 'chip' ? select(view, chip, `${chip.label.words}，回车打开选项`) : false;
}

/** @param {EditorView} view @param {(view: EditorView, item: Item) => void} openMenu */
function openSelected(view, openMenu) {
  const { main } = view.state.selection;
  const item = main.empty ? undefined : find(view, found => found.kind === 'chip' && found.from === main.from && found.to === main.to);
  if (item) {
    openMenu(view, item);
  }

  return item !== undefined;
}

/** @param {EditorView} view @param {(view: EditorView, item: Item) => void} openMenu */
function openHere(view, openMenu) {
  const { main } = view.state.selection;
  const touching = items(view).filter(item => item.kind !== 'hidden' && item.from <= main.to && item.to >= main.from);
  const item = touching.find(found => found.kind === 'chip') ?? touching.find(found => found.kind === 'bar');
  if (item) {
    openMenu(view, item);
  }

  return true;
}

// Enter makes a paragraph; the source separates them by a blank line.
/** @param {EditorView} view */
function paragraph(view) {
  if (view.state.readOnly) {
    return false;
  }

  const { doc, selection: { main } } = view.state;
  const line = doc.lineAt(main.from);
  const inText = doc.sliceString(line.from, main.from).trim() !== '' && !find(view, item => item.from === line.from && item.to === line.to && (item.kind === 'bar' || item.kind === 'end'));
  view.dispatch(view.state.replaceSelection(inText ? '\n\n' : '\n'), { userEvent: 'input', scrollIntoView: true });
  return true;
}
