// Going to another template, another unit, another page: what is typed is stored before.
/** @import { WorkbenchState } from './types' */

const PATIENCE = 3000;

/** @param {WorkbenchState} state @param {() => { save: () => Promise<boolean>, dirty: boolean }} drafts */
export function createLeaving(state, drafts) {
  /** @param {Record<string, string | number>} changes */
  const address = changes => {
    const query = new URLSearchParams(location.search);
    ['line', 'comment'].forEach(name => query.delete(name));
    for (const [name, value] of Object.entries({ path: state.path, ...changes })) {
      query.set(name, String(value));
    }

    return `${location.pathname}?${query}`;
  };

  // If it cannot be stored, it is on this computer and is offered again.
  /** @param {string} to */
  const leave = async to => {
    await Promise.race([drafts().save(), new Promise(done => setTimeout(done, PATIENCE))]);
    location.assign(to);
  };

  document.addEventListener('click', event => {
    /** @type {HTMLAnchorElement | null} */
    const link = /** @type {Element} */ (event.target).closest('.wb-outline a, #propose, .page-head a, .crumbs a');
    if (link && drafts().dirty && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      leave(link.href);
    }
  });
  return { address, leave };
}
