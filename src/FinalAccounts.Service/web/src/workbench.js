// The template workbench: outline, template, printed text.
import { createDrafts } from './workbench/drafts.js';
import { correct, createEditor, goTo, replaceAll, showDiagnostics } from './workbench/editor.js';
import { createCompletion } from './workbench/names.js';
import { createPicker } from './workbench/picker.js';
import { createPreview } from './workbench/preview.js';
import { createSearch } from './workbench/search.js';
import { createTools } from './workbench/tools.js';
import { call } from './workbench/api.js';
import { showProblems } from './workbench/problems.js';
import { showPanes } from './workbench/panes.js';

const state = JSON.parse(document.getElementById('workbench-state').textContent);
let view = null;
let drafts = null;
let preview = null;
let pick = null;
let seek = null;

const text = () => view.state.doc.toString();
const save = () => {
  drafts.save();
  return true;
};

const names = state.unit
  ? call('GET', `/api/workbench/${encodeURIComponent(state.set)}/names?${new URLSearchParams({ unit: state.unit, year: state.year })}`)
  : Promise.reject(new Error('no unit'));

view = createEditor({
  host: document.getElementById('editor'),
  text: state.draft.mine?.content ?? state.draft.text,
  readOnly: !state.mayEdit,
  label: `模板：${state.title}`,
  complete: createCompletion(names),
  changed: () => {
    drafts?.edited();
    preview?.later();
  },
  moved: line => preview?.moved(line),
  keys: [
    { key: 'Mod-s', run: save, preventDefault: true },
    { key: 'Alt-i', run: () => { pick?.(); return true; }, preventDefault: true },
    { key: 'F6', run: () => { document.getElementById('sheet').contentDocument?.querySelector('.fig')?.focus(); return true; }, preventDefault: true },
  ],
});

preview = createPreview({
  state,
  text,
  shown: (answer, typed) => {
    performance.measure('preview', { start: performance.getEntriesByName('typed').at(-1)?.startTime ?? 0 });
    if (typed === text()) {
      showDiagnostics(view, answer.diagnostics, state.path);
      showProblems(answer.diagnostics, state.path, open, state.mayEdit ? item => correct(view, item) : null);
    }
  },
  clicked: (file, line) => open(file, line),
});
if (state.unit) {
  preview.add(document.getElementById('sheet'), state.unit, state.year, document.getElementById('preview-problem'));
  createTools({ state, preview, save: () => drafts.save() });
  seek = createSearch(state, (file, line) => open(file, line));
} else {
  const problem = document.getElementById('preview-problem');
  problem.textContent = '还没有任何单位的数据，不能预览。请财务人员先提交并采用数据。';
  problem.hidden = false;
}

const saveState = document.getElementById('save-state');
const discard = document.getElementById('discard');
drafts = createDrafts({
  state,
  text,
  put: content => replaceAll(view, content),
  showState: (words, look) => {
    saveState.textContent = words;
    saveState.className = look ? `badge ${look}` : 'badge';
  },
  changed: has => { discard.hidden = !has; },
});
discard.addEventListener('click', () => drafts.discard());

// Another template, or the line of this one.
function open(file, line, column = 1) {
  if (file === state.path) {
    showPanes('editor');
    goTo(view, line, column);
    return;
  }

  leave(address({ path: file, line }));
}

const address = changes => {
  const query = new URLSearchParams(location.search);
  query.delete('line');
  for (const [name, value] of Object.entries({ path: state.path, ...changes })) {
    query.set(name, value);
  }

  return `${location.pathname}?${query}`;
};

// What is typed is stored before the page goes; if that cannot be, it is on this computer and is offered again.
async function leave(to) {
  await Promise.race([drafts.save(), new Promise(done => setTimeout(done, 3000))]);
  location.assign(to);
}

document.addEventListener('click', event => {
  const link = event.target.closest('.wb-outline a, #propose, .page-head a, .crumbs a');
  if (link && drafts.dirty && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    leave(link.href);
  }
});
document.getElementById('unit').addEventListener('change', event => {
  const [code, year] = event.target.value.split(' ');
  leave(address({ unit: code, year, line: view.state.doc.lineAt(view.state.selection.main.head).number }));
});

if (state.mayEdit) {
  pick = createPicker(view, names);
  const insert = document.getElementById('insert');
  insert.hidden = false;
  insert.addEventListener('click', pick);
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
