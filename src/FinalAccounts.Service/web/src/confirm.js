// <button data-confirm="question">: asks in the page's dialog before its form is sent.
export function initConfirm() {
  const dialog = document.getElementById('confirm');
  let waiting = null;
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.confirm;
    if (!question || event.submitter === waiting) {
      waiting = null;
      return;
    }

    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    dialog.querySelector('p').textContent = question;
    dialog.querySelector('[value="yes"]').textContent = button.textContent.trim();
    dialog.addEventListener('close', () => {
      if (dialog.returnValue === 'yes') {
        waiting = button;
        button.form.requestSubmit(button);
      } else {
        button.focus();
      }
    }, { once: true });
    dialog.returnValue = '';
    dialog.showModal();
  }, true);
}
