// A message that comes without a new page; what can be undone has a button for it.
import { byId } from './page.js';

let timer = 0;

/** @param {string} message @param {() => void} [undo] */
export function toast(message, undo) {
  const place = byId('toast', HTMLElement);
  place.textContent = message;
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '撤销';
    button.addEventListener('click', () => { place.hidden = true; undo(); });
    place.append(' ', button);
  }

  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { place.hidden = true; }, undo ? 20000 : 8000);
}
