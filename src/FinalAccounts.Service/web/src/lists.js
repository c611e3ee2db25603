// On a phone a list's row becomes a few lines (app.css); each value then says what it is, as the head of its column does.
/** @param {ParentNode} place */
function label(place) {
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = place.querySelectorAll('.scroll > table:not(.grid, .findings, [data-records])');
  for (const table of tables) {
    const heads = [...table.tHead?.rows ?? []].flatMap(row => [...row.cells]);
    if (table.tHead?.rows.length !== 1 || heads.some(head => head.colSpan > 1)) {
      continue;
    }

    const first = heads.findIndex(head => !head.querySelector('.visually-hidden'));
    for (const row of [...table.tBodies].flatMap(body => [...body.rows])) {
      for (const [at, cell] of [...row.cells].entries()) {
        const head = heads[at];
        cell.classList.toggle('blank', cell.textContent.trim() === '' && !cell.querySelector('input, select'));
        if (at > first && head && !head.querySelector('.visually-hidden')) {
          cell.dataset.of = head.textContent.trim();
        }
      }
    }

    table.classList.add('labelled');
  }
}

export function initLists() {
  label(document);
  document.addEventListener('htmx:load', event => label(/** @type {HTMLElement} */ (event.target).parentElement ?? document));
}
