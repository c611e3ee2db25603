// What is wrong or odd in the text: underlined in it, and listed below.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Diagnostic, WorkbenchState } from './types' */
/** @import { TextMark } from './manuscript/marks' */
import { correct, underline } from './diagnostics.js';
import { withoutMarks } from './manuscript/plain.js';
import { showPanes } from './panes.js';
import { showProblems } from './problems.js';

// So many characters of the text name a mark in the list.
const AROUND = 12;

/** @param {{ state: WorkbenchState, view: EditorView, open: (file: string, line: number, column: number) => void, mend: import('./diagnostics').Mend }} given */
export const createMarking = ({ state, view, open, mend }) => (/** @type {Diagnostic[]} */ diagnostics, /** @type {TextMark[]} */ marks) => {
  underline(view, diagnostics, state.path, marks, mend);
  showProblems({
    diagnostics, marks, path: state.path, open,
    wordsOf: mark => withoutMarks(view.state.sliceDoc(Math.max(0, mark.to - AROUND), mark.to).split('\n').at(-1) ?? ''),
    show: mark => {
      showPanes('editor');
      view.dispatch({ selection: { anchor: mark.from, head: mark.to }, scrollIntoView: true });
      view.focus();
    },
    fix: view.state.readOnly ? null : item => correct(view, item),
    mend: (mark, fix) => mend(view, mark, fix),
  });
};
