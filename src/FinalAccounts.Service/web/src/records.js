// <table data-records>: rows of a facts form. Adding clones the <template>; names are numbered anew, so that the order on the page is the order that is saved.
import { within } from './page.js';
import { toast } from './toast.js';

/** @type {(place: Element | null | undefined) => void} */
const focusFirst = place => /** @type {HTMLElement | null | undefined} */ (place?.querySelector('input, textarea, select'))?.focus();

export function initRecords() {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll('table[data-records]');
  for (const table of tables) {
    const body = table.tBodies[0];
    const template = within(table, 'template', HTMLTemplateElement);
    const add = /** @type {HTMLElement | null} */ (document.querySelector(`[data-add-record="${table.id}"]`));
    const changed = () => {
      [...body.rows].forEach((row, i) => {
        within(row, '[data-number]', HTMLElement).textContent = String(i + 1);

        /** @type {NodeListOf<HTMLInputElement>} */
        const inputs = row.querySelectorAll('[name]');
        for (const input of inputs) {
          input.name = input.name.replace(/\[\d+\]/, `[${i}]`);
          if (input.dataset.label) {
            input.setAttribute('aria-label', `第 ${i + 1} 行 ${input.dataset.label}`);
          }
        }
      });
      table.dispatchEvent(new Event('records:changed', { bubbles: true }));
    };
    add?.addEventListener('click', () => {
      body.append(document.importNode(template.content, true));
      changed();
      focusFirst(body.rows[body.rows.length - 1]);
    });
    body.addEventListener('click', event => {
      const target = /** @type {Element} */ (event.target);
      const button = target.closest('button');
      const row = target.closest('tr');
      if (!button || !row) {
        return;
      }

      if (button.dataset.record === 'remove') {
        const [next, after, number] = [row.nextElementSibling ?? row.previousElementSibling, row.nextElementSibling, [...body.rows].indexOf(row) + 1];
        row.remove();
        toast(`已删除第 ${number} 行。`, () => {
          body.insertBefore(row, after?.isConnected ? after : null);
          changed();
          focusFirst(row);
        });
        if (next) {
          focusFirst(next);
        } else {
          add?.focus();
        }

        changed();
      } else if (button.dataset.record === 'up' && row.previousElementSibling) {
        row.previousElementSibling.before(row);
        button.focus();
        changed();
      }
    });
  }
}
