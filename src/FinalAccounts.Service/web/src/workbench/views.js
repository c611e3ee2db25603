// 文稿 or 源文: two views of one text. Which one somebody likes is remembered on this computer; at first it is 文稿.
/** @typedef {'manuscript' | 'source'} ViewName */
const KEY = 'workbench view';

/** @returns {ViewName} */
export const viewOf = () => (localStorage.getItem(KEY) === 'source' ? 'source' : 'manuscript');

/** @param {ViewName} name */
export function rememberView(name) {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Full or forbidden: then it is chosen anew each time.
  }
}

/** @param {(name: ViewName) => void} show @returns {(name: ViewName) => void} Marks the button of the view that is shown. */
export function createViewSwitch(show) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll('.wb-views button');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const name = button.dataset.view === 'source' ? 'source' : 'manuscript';
      rememberView(name);
      show(name);
    });
  }

  return name => {
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.view === name));
    }
  };
}
