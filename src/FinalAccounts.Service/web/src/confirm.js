// <button data-confirm="question">: asks in the page's dialog before its form is sent.
import { byId, within } from './page.js';

export function initConfirm() {
  const dialog = byId('confirm', HTMLDialogElement);

  /** @type {HTMLElement | null} */
  let waiting = null;
  document.addEventListener('submit', event => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const button = event.submitter;
    const question = button?.dataset.confirm;
    if (!button || !question || button === waiting) {
      waiting = null;
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    within(dialog, 'p', HTMLElement).textContent = question;
    within(dialog, '[value="yes"]', HTMLElement).textContent = button.textContent?.trim() ?? '';
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') {
        waiting = button;
        form.requestSubmit(button);
      } else {
        button.focus();
      }
    }, { once: true });
    dialog.returnValue = '';
    dialog.showModal();
  }, true);
}
