// Many controls, one Tab stop: the arrows go from one to the next, Home and End to the ends (the toolbar pattern of ARIA).
const STEPS = new Map([['ArrowRight', 1], ['ArrowDown', 1], ['ArrowLeft', -1], ['ArrowUp', -1]]);

/**
 * @param {HTMLElement} host
 * @param {string} selector What of it is gone through.
 * @param {HTMLElement | null} [first] Where Tab arrives; without it at the first.
 */
export function rove(host, selector, first) {
  /** @type {() => HTMLElement[]} */
  const shown = () => [...host.querySelectorAll(selector)].filter(item => item instanceof HTMLElement).filter(item => !item.hidden);

  /** @param {HTMLElement | undefined} wanted */
  const stopAt = wanted => {
    for (const item of shown()) {
      item.tabIndex = item === wanted ? 0 : -1;
    }
  };

  host.addEventListener('focusin', event => {
    const item = shown().find(one => one === event.target);
    if (item) {
      stopAt(item);
    }
  });
  host.addEventListener('keydown', event => {
    const items = shown();
    const at = items.findIndex(item => item === event.target);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : at + (STEPS.get(event.key) ?? 0);
    if (at >= 0 && to !== at && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
  });

  // What Tab would stop at must not be one that is hidden meanwhile.
  new MutationObserver(() => {
    if (!shown().some(item => item.tabIndex === 0)) {
      stopAt(shown()[0]);
    }
  }).observe(host, { subtree: true, attributeFilter: ['hidden'] });
  stopAt(first ?? shown()[0]);
}
