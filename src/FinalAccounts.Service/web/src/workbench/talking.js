// The pane below the text: what people say and suggest about this section, and the button that opens it.
/** @import { EditorView } from '@codemirror/view' */
/** @import { WorkbenchState } from './types' */
import { byId } from '../page.js';
import { createComments } from './comments.js';
import { createPresence } from './presence.js';
import { createSuggestions } from './suggestions.js';
import { showPanes } from './panes.js';

// Every so many signs of life the lists are fetched anew.
const BEATS = 4;

/** @param {{ state: WorkbenchState, view: EditorView, mayTake: () => boolean }} given */
export function createTalking({ state, view, mayTake }) {
  const pane = byId('talk', HTMLElement);
  const opener = byId('talk-button', HTMLButtonElement);
  const open = { comments: 0, suggestions: 0 };

  const count = () => {
    const all = open.comments + open.suggestions;
    opener.textContent = all > 0 ? `意见和建议（${all}）` : '意见';
  };
  const comments = createComments({ host: byId('comments', HTMLElement), state, view, counted: number => { open.comments = number; count(); } });
  const suggestions = createSuggestions({ host: byId('suggestions', HTMLElement), state, view, mayTake, counted: number => { open.suggestions = number; count(); } });

  /** @param {boolean} on */
  const show = on => {
    pane.hidden = !on;
    opener.setAttribute('aria-expanded', String(on));
  };
  opener.addEventListener('click', () => {
    show(pane.hidden !== false);
    comments.aim();
  });

  const load = () => Promise.all([comments.load(), suggestions.load()]).catch(() => {});
  let beats = 0;
  createPresence(state, byId('present', HTMLElement), () => {
    beats += 1;
    if (beats % BEATS === 0 && !comments.typing) {
      load();
    }
  });
  load().then(() => {
    const asked = Number(new URLSearchParams(location.search).get('comment'));
    if (asked) {
      show(true);
      comments.show(asked);
    }
  });

  return {
    /** The text, or the caret in it, is another. */
    mark: () => comments.mark(),
    moved: () => { if (!pane.hidden) { comments.aim(); } },
    suggested() {
      show(true);
      load();
    },
    write() {
      showPanes('editor');
      show(true);
      comments.write();
    },
    refresh: () => suggestions.load(),
  };
}
