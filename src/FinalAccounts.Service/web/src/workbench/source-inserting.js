// Putting something into the source: what is to be filled is marked, Tab leads from one place to the next.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Picked, Wanted } from './picker' */
import { snippet } from '@codemirror/autocomplete';

/** @param {EditorView} view @param {(wanted: Wanted) => void} pick */
export const insertSource = (view, pick) => pick({
  title: '插入到源文里',
  fits: ({ group }) => group !== '常用写法',
  chosen: picked => put(view, picked),
  given: () => view.focus(),
});

/** @param {EditorView} view @param {Picked} picked */
function put(view, { text }) {
  const range = view.state.selection.main;
  snippet(isInside(view, range.from) ? bare(text) : text)(view, null, range.from, range.to);
  view.focus();
}

// Between {{ and }} only what stands between them is put in.
/** @param {EditorView} view @param {number} position */
function isInside(view, position) {
  const before = view.state.sliceDoc(Math.max(0, position - 4000), position);
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

/** @param {string} text */
const bare = text => text.trim().match(/^\{\{[~-]?\s*([^{}]*(?:#\{[^{}]*\}[^{}]*)*?)\s*[~-]?\}\}$/)?.[1] ?? text;
