// On narrow screens one pane at a time.
import { byId } from '../page.js';

const bench = byId('workbench', HTMLElement);

// The section that is open is seen in the outline.
const showChosen = () => bench.querySelector('.wb-outline [aria-current]')?.scrollIntoView({ block: 'center' });

/** @param {string} [pane] The pane to show; without one the buttons are made to work. */
export function showPanes(pane) {
  /** @type {NodeListOf<HTMLElement>} */
  const tabs = document.querySelectorAll('.wb-tabs button');
  /** @param {string | undefined} name */
  const choose = name => {
    bench.dataset.pane = name;
    showChosen();
    for (const tab of tabs) {
      tab.setAttribute('aria-pressed', String(tab.dataset.pane === name));
    }
  };
  if (pane) {
    choose(pane);
    return;
  }

  showChosen();

  for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab.dataset.pane));
  }
}
