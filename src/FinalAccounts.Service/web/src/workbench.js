// The template workbench: outline, template, printed text.
/** @import { EditorView } from '@codemirror/view' */
/** @import { NamesAnswer, WorkbenchState } from './workbench/types' */
import { byId, within } from './page.js';
import { createLeaving } from './workbench/leaving.js';
import { createDrafts } from './workbench/drafts.js';
import { mending } from './workbench/diagnostics.js';
import { createEditor, goTo, replaceAll } from './workbench/editor.js';
import { createCompletion } from './workbench/names.js';
import { createPicker } from './workbench/picker.js';
import { pastesOwn } from './workbench/manuscript/clipboard.js';
import { knownFrom, nothingKnown } from './workbench/manuscript/known.js';
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
import { createSuggesting } from './workbench/suggesting.js';
import { createTalking } from './workbench/talking.js';
import { createTools } from './workbench/tools.js';
import { showKeys } from './workbench/key-help.js';
import { talkMarks } from './workbench/talk-marks.js';
import { call } from './workbench/api.js';
import { createMarking } from './workbench/marking.js';
import { showPanes } from './workbench/panes.js';
import { rove } from './workbench/roving.js';
import { insertSource } from './workbench/source-inserting.js';
import { createViews } from './workbench/views.js';

/** @type {WorkbenchState} */
const state = JSON.parse(byId('workbench-state', HTMLElement).textContent ?? '');
const sheet = byId('sheet', HTMLIFrameElement);

/** @type {((wanted?: string) => void) | null} */
let seek = null;

/** @type {ReturnType<typeof createSupposing> | null} */
let supposing = null;

/** @type {ReturnType<typeof createTalking> | null} */
let talking = null;

const PHRASES = 'sections/句式.sbn';

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
  if (!view.state.readOnly) {
    if (views.shown === 'source') {
      insertSource(view, pick);
    } else {
      inserting.insert(typed);
    }
  }
};

const { view, show, lock } = createEditor({
  host: byId('editor', HTMLElement),
  text: state.draft.mine?.content ?? state.draft.text,
  readOnly: !state.mayEdit,
  label: state.title,
  complete: createCompletion(names),
  changed: typed => {
    (suggesting.on ? suggesting : drafts).edited(typed);
    if (state.mayEdit || !suggesting.on) {
      preview.later();
    }
  },
  moved: (line, column) => {
    preview.moved(line, column);
    talking?.moved();
  },
  keys: [
    { key: 'Mod-s', run: save, preventDefault: true },
    { key: 'Alt-i', run: () => { insert(); return true; }, preventDefault: true },
    { key: 'Alt-m', run: () => { talking?.write(); return true; }, preventDefault: true },
    { key: 'F6', run: () => { showPanes('preview'); preview.focus(); return true; }, preventDefault: true, stopPropagation: true },
  ],
  manuscript: manuscriptMode({ openMenu, insert }),
  more: [talkMarks, pastesOwn],
});
const inserting = createInserting(view, pick);

const views = createViews(view, show);
let known = nothingKnown;
names.then(answer => {
  known = knownFrom(answer);
  views.tell(0, showKnown.of(known));
}, () => {});
const mark = createMarking({ state, view, open, mend: mending(chosen => inserting.pickMetric(chosen)), source: () => views.shown === 'source' });
view.dom.addEventListener('ms-source', event => {
  views.show('source');
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
    talking?.mark();
    if (typed === text()) {
      views.tell(1, showPrinted.of({ printed: printedBy(answer.html, state.path), source: typed }));
      mark(answer.diagnostics, marksIn(typed, known));
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
  suggest: over => suggesting.begin(over),
  put: content => {
    // While something is suggested the draft waits; it is put in afterwards.
    if (!suggesting.on) {
      replaceAll(view, content);
    }
  },
  showState: (words, look) => {
    saveState.textContent = words;
    saveState.className = look ? `badge ${look}` : 'badge';
  },
  changed: has => { discard.hidden = !has; },
});
discard.addEventListener('click', () => drafts.discard());

/** @type {ReturnType<typeof createSuggesting>} */
const suggesting = createSuggesting({
  state, text, put: content => replaceAll(view, content, false), own: () => drafts.text, save: () => drafts.save(),
  changed: on => {
    lock(!on && !state.mayEdit);
    suggest.hidden = on;
    discard.hidden = on || !drafts.has;
    byId('insert', HTMLElement).hidden = view.state.readOnly;
    talking?.refresh();
  },
  sent: () => talking?.suggested(),
});
talking = createTalking({ state, view, mayTake: () => state.mayEdit && !suggesting.on });
const suggest = byId('suggest', HTMLElement);
suggest.addEventListener('click', () => suggesting.begin(drafts.inForce));
suggesting.offer();
byId('keys', HTMLElement).addEventListener('click', showKeys);

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

const { address, leave } = createLeaving(state, () => drafts);
const unit = byId('unit', HTMLSelectElement);
unit.addEventListener('change', () => {
  const [code, year, as] = unit.value.split(' ');
  if (supposing && `${code} ${year}` === supposing.own) {
    supposing.suppose(as ?? null);
    return;
  }

  leave(address({ unit: code, year, line: view.state.doc.lineAt(view.state.selection.main.head).number }));
});

const inserts = byId('insert', HTMLElement);
inserts.hidden = !state.mayEdit;
inserts.addEventListener('click', () => insert());

document.addEventListener('keydown', event => {
  if (event.altKey && event.key === 'f') {
    event.preventDefault();
    seek?.();
  } else if (event.key === 'F6') {
    event.preventDefault();
    showPanes('editor');
    view.focus();
  }
});

rove(byId('text-tools', HTMLElement), 'button');
const outline = within(document, '.wb-parts', HTMLElement);
rove(outline, 'a', outline.querySelector('[aria-current]'));
byId('to-text', HTMLElement).addEventListener('click', event => {
  event.preventDefault();
  showPanes('editor');
  view.focus();
});

showPanes();
if (state.line) {
  goTo(view, state.line);
}

preview.refresh();
