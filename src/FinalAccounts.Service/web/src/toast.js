// A message that comes without a new page.
import { byId } from './page.js';

let timer = 0;

/** @param {string} message */
export function toast(message) {
  const place = byId('toast', HTMLElement);
  place.textContent = message;
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => { place.hidden = true; }, 8000);
}
