// The template workbench: outline, template, printed text.
/** @import { EditorView } from '@codemirror/view' */
/** @import { NamesAnswer, WorkbenchState } from './workbench/types' */
import { byId } from './page.js';
import { createDrafts } from './workbench/drafts.js';
import { correct, mending, underline } from './workbench/diagnostics.js';
import { createEditor, goTo, replaceAll } from './workbench/editor.js';
import { createCompletion } from './workbench/names.js';
import { createPicker } from './workbench/picker.js';
import { knownFrom, nothingKnown } from './workbench/manuscript/known.js';
import { withoutMarks } from './workbench/manuscript/plain.js';
import { marksIn } from './workbench/manuscript/marks.js';
import { createInserting } from './workbench/manuscript/inserting.js';
import { createMenu } from './workbench/manuscript/menu.js';
import { manuscriptMode } from './workbench/manuscript/mode.js';
import { printedBy } from './workbench/manuscript/printed.js';
import { showKnown, showPrinted } from './workbench/manuscript/field.js';
import { createLooks } from './workbench/looks.js';
import { createPages } from './workbench/pages.js';
import { createPreview } from './workbench/preview.js';
import { createReplace } from './workbench/replace.js';
import { createSearch } from './workbench/search.js';
import { createSupposing } from './workbench/supposing.js';
import { createTools } from './workbench/tools.js';
import { call } from './workbench/api.js';
import { showProblems } from './workbench/problems.js';
import { showPanes } from './workbench/panes.js';
import { insertSource } from './workbench/source-inserting.js';
import { createViewSwitch, viewOf } from './workbench/views.js';

/** @type {WorkbenchState} */
const state = JSON.parse(byId('workbench-state', HTMLElement).textContent ?? '');
const sheet = byId('sheet', HTMLIFrameElement);

/** @type {((wanted?: string) => void) | null} */
let seek = null;

/** @type {ReturnType<typeof createSupposing> | null} */
let supposing = null;

const PHRASES = 'sections/句式.sbn';
let shownView = viewOf();

const text = () => view.state.doc.toString();
const save = () => {
  drafts.save();
  return true;
};

/** @type {Promise<NamesAnswer>} */
const names = state.unit
  ? call('GET', `/api/workbench/${encodeURIComponent(state.set)}/names?${new URLSearchParams({ unit: state.unit, year: String(state.year) })}`)
  : Promise.reject(new Error('no unit'));

const pick = createPicker(names);

/** @type {(view: EditorView, item: import('./workbench/manuscript/layout').Item) => void} */
const openMenu = createMenu({
  pickMetric: chosen => inserting.pickMetric(chosen),
  find: words => {
    showPanes('outline');
    seek?.(words);
  },
  openPhrase: async name => open(PHRASES, (await names).phrases.find(phrase => phrase.name === name)?.line ?? 1),
});

/** @param {string} [typed] */
const insert = typed => {
  if (state.mayEdit) {
    if (shownView === 'source') {
      insertSource(view, pick);
    } else {
      inserting.insert(typed);
    }
  }
};

const { view, show } = createEditor({
  host: byId('editor', HTMLElement),
  text: state.draft.mine?.content ?? state.draft.text,
  readOnly: !state.mayEdit,
  label: state.title,
  complete: createCompletion(names),
  changed: typed => {
    drafts.edited(typed);
    preview.later();
  },
  moved: (line, column) => preview.moved(line, column),
  keys: [
    { key: 'Mod-s', run: save, preventDefault: true },
    { key: 'Alt-i', run: () => { insert(); return true; }, preventDefault: true },
    { key: 'F6', run: () => { /** @type {HTMLElement | null | undefined} */ (sheet.contentDocument?.querySelector('.fig'))?.focus(); return true; }, preventDefault: true },
  ],
  manuscript: manuscriptMode({ openMenu, insert }),
});
const inserting = createInserting(view, pick);

/** @type {import('@codemirror/state').StateEffect<any>[]} What the manuscript has been told, for when it is shown again. */
const told = [];
const markView = createViewSwitch(name => showView(name));

/** @param {import('./workbench/views').ViewName} name */
function showView(name) {
  shownView = name;
  markView(name);
  show(name);
  view.dispatch({ effects: told.filter(Boolean) });
}

/** @param {number} place @param {import('@codemirror/state').StateEffect<any>} effect */
const tell = (place, effect) => {
  told[place] = effect;
  view.dispatch({ effects: effect });
};
showView(shownView);
let known = nothingKnown;
names.then(answer => {
  known = knownFrom(answer);
  tell(0, showKnown.of(known));
}, () => {});
const mend = mending(chosen => inserting.pickMetric(chosen));
view.dom.addEventListener('ms-source', event => {
  showView('source');
  const line = view.state.doc.lineAt(/** @type {CustomEvent<number>} */ (event).detail);
  goTo(view, line.number, /** @type {CustomEvent<number>} */ (event).detail - line.from + 1);
});

view.dom.addEventListener('ms-branch', event => {
  /** @type {import('./workbench/manuscript/branch').BranchShown} */
  const branch = /** @type {CustomEvent} */ (event).detail;
  if (branch) {
    supposing?.showBranch(branch);
  } else {
    supposing?.suppose(null);
  }
});

const preview = createPreview({
  state,
  text,
  shown: (answer, typed) => {
    performance.measure('preview', { start: performance.getEntriesByName('typed').at(-1)?.startTime ?? 0 });
    if (typed === text()) {
      tell(1, showPrinted.of({ printed: printedBy(answer.html, state.path), source: typed }));
      const marks = marksIn(typed, known);
      underline(view, answer.diagnostics, state.path, marks, mend);
      showProblems({
        diagnostics: answer.diagnostics, marks, path: state.path, open,
        wordsOf: mark => withoutMarks(view.state.sliceDoc(Math.max(0, mark.to - 12), mark.to).split('\n').at(-1) ?? ''),
        show: mark => {
          showPanes('editor');
          view.dispatch({ selection: { anchor: mark.from, head: mark.to }, scrollIntoView: true });
          view.focus();
        },
        fix: state.mayEdit ? item => correct(view, item) : null,
        mend: (mark, fix) => mend(view, mark, fix),
      });
    }
  },
  clicked: (file, line, column) => open(file, line, column),
});
const problem = byId('preview-problem', HTMLElement);
if (state.unit && state.year) {
  preview.add(sheet, state.unit, state.year, problem);
  const pages = createPages({
    host: byId('pages', HTMLElement), state, text, of: preview.of,
    clicked: (file, line, column) => open(file, line, column),
  });
  preview.follow(pages);
  supposing = createSupposing({ state: { ...state, unit: state.unit, year: state.year }, preview, text });
  createTools({ state: { ...state, year: state.year }, preview, save: () => drafts.save() });
  createLooks(byId('preview-tools', HTMLElement), on => {
    sheet.hidden = on;
    pages.show(on);
  }, pages.zoom);
  seek = createSearch(state, (file, line) => open(file, line), state.mayEdit ? createReplace(state, view) : null);
} else {
  problem.textContent = '还没有任何单位的数据，不能预览。请财务人员先提交并采用数据。';
  problem.hidden = false;
}

const saveState = byId('save-state', HTMLElement);
const discard = byId('discard', HTMLElement);
const drafts = createDrafts({
  state,
  put: content => replaceAll(view, content),
  showState: (words, look) => {
    saveState.textContent = words;
    saveState.className = look ? `badge ${look}` : 'badge';
  },
  changed: has => { discard.hidden = !has; },
});
discard.addEventListener('click', () => drafts.discard());

// Another template, or the line of this one.
/** @param {string} file @param {number} line @param {number} [column] */
function open(file, line, column = 1) {
  if (file === state.path) {
    showPanes('editor');
    goTo(view, line, column);
    return;
  }

  leave(address({ path: file, line }));
}

/** @param {Record<string, string | number>} changes */
const address = changes => {
  const query = new URLSearchParams(location.search);
  query.delete('line');
  for (const [name, value] of Object.entries({ path: state.path, ...changes })) {
    query.set(name, String(value));
  }

  return `${location.pathname}?${query}`;
};

// What is typed is stored before the page goes; if that cannot be, it is on this computer and is offered again.
/** @param {string} to */
async function leave(to) {
  await Promise.race([drafts.save(), new Promise(done => setTimeout(done, 3000))]);
  location.assign(to);
}

document.addEventListener('click', event => {
  /** @type {HTMLAnchorElement | null} */
  const link = /** @type {Element} */ (event.target).closest('.wb-outline a, #propose, .page-head a, .crumbs a');
  if (link && drafts.dirty && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    leave(link.href);
  }
});
const unit = byId('unit', HTMLSelectElement);
unit.addEventListener('change', () => {
  const [code, year, as] = unit.value.split(' ');
  if (supposing && `${code} ${year}` === supposing.own) {
    supposing.suppose(as ?? null);
    return;
  }

  leave(address({ unit: code, year, line: view.state.doc.lineAt(view.state.selection.main.head).number }));
});

if (state.mayEdit) {
  const button = byId('insert', HTMLElement);
  button.hidden = false;
  button.addEventListener('click', () => insert());
}

document.addEventListener('keydown', event => {
  if (event.altKey && event.key === 'f') {
    event.preventDefault();
    seek?.();
  }
});

showPanes();
if (state.line) {
  goTo(view, state.line);
}

preview.refresh();
