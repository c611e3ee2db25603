// 文稿 or 源文: two views of one text. Which one somebody likes is remembered on this computer; at first it is 文稿.
/** @import { EditorView } from '@codemirror/view' */
/** @import { StateEffect } from '@codemirror/state' */
/** @typedef {'manuscript' | 'source'} ViewName */
const KEY = 'workbench view';

/** @param {EditorView} view @param {(name: ViewName) => void} put Changes the editor's view of the text. */
export function createViews(view, put) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('.wb-editor .wb-views button');

  /** @type {StateEffect<any>[]} What the manuscript has been told, for when it is shown again. */
  const told = [];

  /** @type {ViewName} */
  let shown = localStorage.getItem(KEY) === 'source' ? 'source' : 'manuscript';

  /** @param {ViewName} name */
  const show = name => {
    shown = name;
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.view === name));
    }

    put(name);
    view.dispatch({ effects: told.filter(Boolean) });
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      const name = button.dataset.view === 'source' ? 'source' : 'manuscript';
      try {
        localStorage.setItem(KEY, name);
      } catch {
        // Full or forbidden: then it is chosen anew each time.
      }

      show(name);
    });
  }

  show(shown);
  return {
    show,
    get shown() { return shown; },

    /** @param {number} place @param {StateEffect<any>} effect Takes the place of what was told there. */
    tell(place, effect) {
      told[place] = effect;
      view.dispatch({ effects: effect });
    },
  };
}
