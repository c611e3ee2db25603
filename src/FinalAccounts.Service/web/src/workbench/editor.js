// The text editor. It stands in a shadow root: its styles go there without the page's policy being opened for inline styles.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
/** @import { Extension } from '@codemirror/state' */
/** @import { ViewName } from './views' */
import { phrases } from './phrases.js';
import { scriban } from './language.js';

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '15px', color: '#1b2430', backgroundColor: '#fff' },
  '&.cm-focused': { outline: '2px solid #1d4f91', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: FONT, lineHeight: '1.7' },
  '.cm-gutters': { backgroundColor: '#f4f6f8', color: '#505b69', border: 'none', borderRight: '1px solid #d5dae1' },
  '.cm-activeLine': { backgroundColor: '#f2f6fc' },
  '.cm-activeLineGutter': { backgroundColor: '#e3ecf8' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: '#cfe0f5' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: '#fff3c4' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy #a8201a 1.5px', textUnderlineOffset: '4px' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy #b07400 1.5px', textUnderlineOffset: '4px' },
  '.cm-lintRange-info': { backgroundImage: 'none', textDecoration: 'underline dotted #1d4f91 2px', textUnderlineOffset: '4px' },
  '.cm-tooltip': { border: '1px solid #8a94a1', borderRadius: '4px', backgroundColor: '#fff', boxShadow: '0 4px 14px rgb(20 30 45 / 18%)' },
  '.cm-tooltip-lint .cm-diagnostic': { padding: '5px 10px', fontSize: '14px', maxWidth: '420px' },
  '.cm-diagnosticAction': { backgroundColor: '#1d4f91', color: '#fff', padding: '3px 10px', borderRadius: '4px', fontSize: '13px' },
  '&.cm-editor .cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: FONT, fontSize: '14px', maxHeight: '19em', maxWidth: 'min(560px, 90vw)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.6' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: '#1d4f91', color: '#fff' },
  '.cm-completionDetail': { fontStyle: 'normal', marginLeft: '12px', opacity: '.8' },
  '.cm-completionInfo': { padding: '6px 10px', maxWidth: '320px', fontSize: '13px', whiteSpace: 'pre-line' },
  '.cm-panels': { backgroundColor: '#f4f6f8', color: '#1b2430' },
  '.cm-snippetField': { backgroundColor: '#fff3c4' },
});

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {string} given.text
 * @param {boolean} given.readOnly
 * @param {string} given.label
 * @param {import('@codemirror/autocomplete').CompletionSource} given.complete
 * @param {(text: string) => void} given.changed
 * @param {(line: number, column: number) => void} given.moved
 * @param {import('@codemirror/view').KeyBinding[]} given.keys
 * @param {Extension} given.manuscript What makes the text a manuscript.
 * @param {Extension} given.more
 * @returns {{ view: EditorView, show: (name: ViewName) => void, lock: (readOnly: boolean) => void }} show changes the view of the text, not the text.
 */
export function createEditor({ host, text, readOnly, label, complete, changed, moved, keys, manuscript, more }) {
  const root = host.attachShadow({ mode: 'open' });
  const [mode, locked] = [new Compartment(), new Compartment()];

  /** @type {Record<ViewName, Extension>} */
  const modes = {
    manuscript: [manuscript, named(`文稿：${label}`)],
    source: [
      lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), bracketMatching(), closeBrackets(), lintGutter(), indentUnit.of('    '),
      autocompletion({ override: [complete], icons: false, maxRenderedOptions: 80 }), keymap.of([...closeBracketsKeymap, ...completionKeymap]), scriban, named(`源文：${label}`),
    ],
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of(keys), mode.of([]), history(), drawSelection(), search({ top: true }), highlightSelectionMatches({ minSelectionLength: 2 }), EditorView.lineWrapping,
        keymap.of([...searchKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        locked.of(EditorState.readOnly.of(readOnly)), more,
        EditorState.phrases.of(phrases),
        EditorView.updateListener.of(update => {
          if (update.docChanged) {
            changed(update.state.doc.toString());
          }

          if (update.selectionSet || update.docChanged) {
            const { head } = update.state.selection.main;
            moved(lineOf(update.state), head - update.state.doc.lineAt(head).from + 1);
          }
        }),
        look,
      ],
    }),
  });
  return {
    view,
    show: name => view.dispatch({ effects: mode.reconfigure(modes[name]) }),
    lock: on => view.dispatch({ effects: locked.reconfigure(EditorState.readOnly.of(on)) }),
  };
}

/** @param {string} label */
const named = label => EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', lang: 'zh-CN', tabindex: '0' });

/** @param {EditorState} state */
export const lineOf = state => state.doc.lineAt(state.selection.main.head).number;

/** @param {EditorView} view @param {number} line */
export function goTo(view, line, column = 1) {
  const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
  const position = Math.min(at.from + column - 1, at.to);
  view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: 'center' }) });
  view.focus();
}

/** @param {EditorView} view @param {string} text @param {boolean} [undoable] */
export function replaceAll(view, text, undoable = true) {
  if (view.state.doc.toString() !== text) {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, annotations: Transaction.addToHistory.of(undoable) });
  }
}
