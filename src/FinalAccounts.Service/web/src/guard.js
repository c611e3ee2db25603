// <form data-guard>: leaving the page with unsaved changes asks first.
export function initGuard() {
  for (const form of document.querySelectorAll('form[data-guard]')) {
    let changed = false;
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('records:changed', () => { changed = true; });
    form.addEventListener('submit', () => { changed = false; });
    window.addEventListener('beforeunload', event => {
      if (changed) {
        event.preventDefault();
      }
    });
  }
}
