// <button data-needs="comment" data-needs-words="…">: is not sent while that field is empty; the field says why and has the cursor.
import { byId } from './page.js';

export function initNeeds() {
  document.addEventListener('submit', event => {
    const { needs, needsWords = '' } = event.submitter?.dataset ?? {};
    const field = needs ? document.getElementById(needs) : null;
    if (!(field instanceof HTMLTextAreaElement) || field.value.trim()) {
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    const error = byId(`${field.id}-error`, HTMLElement);

    /** @param {string} words */
    const say = words => {
      error.textContent = words;
      field.setAttribute('aria-invalid', words ? 'true' : 'false');
    };
    say(needsWords);
    field.focus();
    field.addEventListener('input', () => say(''), { once: true });
  }, true);
}
