// <table data-records>: rows of a facts form. Adding clones the <template>; names are numbered anew, so that the order on the page is the order that is saved.
export function initRecords() {
  for (const table of document.querySelectorAll('table[data-records]')) {
    const body = table.tBodies[0];
    const template = table.querySelector('template');
    const changed = () => {
      [...body.rows].forEach((row, i) => {
        row.querySelector('[data-number]').textContent = i + 1;
        for (const input of row.querySelectorAll('[name]')) {
          input.name = input.name.replace(/\[\d+\]/, `[${i}]`);
          if (input.dataset.label) {
            input.setAttribute('aria-label', `第 ${i + 1} 行 ${input.dataset.label}`);
          }
        }
      });
      table.dispatchEvent(new Event('records:changed', { bubbles: true }));
    };
    document.querySelector(`[data-add-record="${table.id}"]`)?.addEventListener('click', () => {
      body.append(template.content.firstElementChild.cloneNode(true));
      changed();
      body.rows[body.rows.length - 1].querySelector('input, textarea, select')?.focus();
    });
    body.addEventListener('click', event => {
      const row = event.target.closest('tr');
      const action = event.target.closest('button')?.dataset.record;
      if (action === 'remove') {
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        (next?.querySelector('input, textarea, select') ?? document.querySelector(`[data-add-record="${table.id}"]`))?.focus();
        changed();
      } else if (action === 'up' && row.previousElementSibling) {
        row.previousElementSibling.before(row);
        event.target.closest('button').focus();
        changed();
      }
    });
  }
}
