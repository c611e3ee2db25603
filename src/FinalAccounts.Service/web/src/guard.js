// <form data-guard>: what is typed and not saved looks it, and leaving the page with it asks first. A field that was refused has the cursor.
export function initGuard() {
  /** @type {HTMLElement | null} */
  const refused = document.querySelector('main [aria-invalid="true"]');
  refused?.focus();
  for (const form of document.querySelectorAll('form[data-guard]')) {
    let changed = false;
    const note = document.createElement('span');
    note.className = 'unsaved-note';
    note.setAttribute('aria-live', 'polite');
    const buttons = [...form.querySelectorAll('button')];
    (buttons.filter(button => button.classList.contains('primary')).at(-1) ?? buttons.at(-1))?.after(note);

    /** @param {boolean} now */
    const mark = now => {
      changed = now;
      form.classList.toggle('unsaved', now);
      note.textContent = now ? '还没有保存' : '';
    };
    form.addEventListener('input', () => mark(true));
    form.addEventListener('records:changed', () => mark(true));
    form.addEventListener('submit', () => mark(false));
    window.addEventListener('beforeunload', event => {
      if (changed) {
        event.preventDefault();
      }
    });
  }
}
