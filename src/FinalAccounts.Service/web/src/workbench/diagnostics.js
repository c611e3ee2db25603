// What is underlined in the text: the server's diagnostics and the marks of an attentive colleague, in one list.
/** @import { Diagnostic as Underlined } from '@codemirror/lint' */
/** @import { Text } from '@codemirror/state' */
/** @import { EditorView } from '@codemirror/view' */
/** @import { Diagnostic } from './types' */
/** @import { MarkFix, TextMark } from './manuscript/marks' */
import { setDiagnostics } from '@codemirror/lint';

/** @typedef {(view: EditorView, mark: TextMark, fix: MarkFix) => void} Mend */

/** @param {EditorView} view @param {Diagnostic[]} diagnostics @param {string} path @param {TextMark[]} marks @param {Mend} mend */
export function underline(view, diagnostics, path, marks, mend) {
  /** @type {Underlined[]} */
  const shown = [
    ...diagnostics.filter(item => item.file === path).map(item => /** @type {Underlined} */ ({
      ...stretch(view.state.doc, item), severity: item.severity, message: item.message,
      actions: item.fix ? [{ name: `改成“${item.fix.meant}”`, apply: () => correct(view, item) }] : [],
    })),
    ...marks.map(mark => /** @type {Underlined} */ ({
      from: mark.from, to: mark.to, severity: 'info', message: mark.message,
      actions: view.state.readOnly ? [] : mark.fixes.map(fix => ({ name: fix.label, apply: (_, from, to) => mend(view, { ...mark, from, to }, fix) })),
    })),
  ];
  view.dispatch(setDiagnostics(view.state, shown));
}

/** @param {EditorView} view @param {Diagnostic} item */
export function correct(view, item) {
  const { from, to } = stretch(view.state.doc, item);
  if (item.fix && view.state.sliceDoc(from, to) === item.fix.written) {
    view.dispatch({ changes: { from, to, insert: item.fix.meant }, selection: { anchor: from + item.fix.meant.length } });
    view.focus();
  }
}

/** @param {(chosen: (name: string) => void) => void} pickMetric @returns {Mend} Puts in what was meant; a metric that is needed for it is asked for. */
export const mending = pickMetric => (view, { from, to }, fix) => {
  /** @param {string} insert */
  const put = insert => {
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'manuscript', scrollIntoView: true });
    view.focus();
  };
  if ('metric' in fix) {
    pickMetric(name => put(fix.metric.replace('▮', name)));
  } else {
    put(fix.insert);
  }
};

// The server says where a mistake begins; it reaches to the end of the name there, or of the statement.
/** @param {Text} doc @param {Diagnostic} item */
function stretch(doc, item) {
  const line = doc.line(Math.min(item.line, doc.lines));
  const from = Math.min(line.from + item.column - 1, line.to);
  const rest = doc.sliceString(from, line.to);
  const written = item.fix ? rest.indexOf(item.fix.written) : -1;
  if (item.fix && written >= 0) {
    return { from: from + written, to: from + written + item.fix.written.length };
  }

  const end = rest.indexOf('}}');
  const length = rest.match(/^[\p{L}_][\p{L}\p{N}_]*/u)?.[0].length ?? (end > 0 ? end : rest.length);
  return length > 0 ? { from, to: from + length } : { from: Math.max(line.from, from - 1), to: from };
}
