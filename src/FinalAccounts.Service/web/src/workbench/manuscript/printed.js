// What each tag has printed for the unit: read off the preview, which says of every stretch of text where it was made.

/** @typedef {{ line: number, column: number, text: string, origin: string | null }} Printed The place is the template's, from 1. */

/** @param {string} html What the preview shows. @param {string} path The template whose tags are asked for. @returns {Printed[]} */
export function printedBy(html, path) {
  const page = new DOMParser().parseFromString(html, 'text/html');

  /** @type {Printed[]} */
  const found = [];
  for (const made of page.querySelectorAll('.made')) {
    if (made instanceof HTMLElement && made.dataset.file === path) {
      found.push(...stretches(made));
    }
  }

  return found;
}

/** @param {HTMLElement} made @returns {Printed[]} */
function stretches(made) {
  const inside = [...made.querySelectorAll('[data-column]')].filter(node => node instanceof HTMLElement);
  if (inside.length === 0) {
    return [{ line: Number(made.dataset.line), column: 1, text: '', origin: null }];
  }

  return inside.map(node => ({
    line: Number(/** @type {HTMLElement | null} */ (node.closest('[data-line]'))?.dataset.line), column: Number(node.dataset.column), text: node.textContent ?? '',
    origin: /** @type {HTMLElement | null} */ (node.querySelector('.fig'))?.dataset.origin ?? null,
  }));
}
