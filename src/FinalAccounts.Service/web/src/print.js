// <button data-print>: prints the page, with everything that is folded away opened.
export function initPrint() {
  document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folded = document.querySelectorAll('main details');
  window.addEventListener('beforeprint', () => {
    for (const details of folded) {
      details.open = true;
    }
  });
}
