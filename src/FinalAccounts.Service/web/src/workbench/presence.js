// Who else has this section open. This window says every few seconds that it is there, and when it goes.
/** @import { Present, WorkbenchState } from './types' */
import { call } from './api.js';
import { moment } from './clock.js';

const EVERY = 15000;

/** @param {WorkbenchState} state @param {HTMLElement} place @param {() => void} seen After each time. */
export function createPresence(state, place, seen) {
  const address = `/api/workbench/${encodeURIComponent(state.set)}/presence`;

  const beat = async () => {
    if (document.hidden) {
      return;
    }

    try {
      /** @type {Present[]} */
      const others = await call('POST', address, { path: state.path });
      const words = others.map(({ name, since }) => `${name}（${moment(since)} 起）`).join('、');
      place.hidden = others.length === 0;
      if (place.textContent !== `也在看这一节：${words}`) {
        place.textContent = `也在看这一节：${words}`;
      }

      seen();
    } catch {
      // The next one tells.
    }
  };

  beat();
  setInterval(beat, EVERY);
  document.addEventListener('visibilitychange', beat);
  addEventListener('pagehide', () => { call('DELETE', `${address}?path=${encodeURIComponent(state.path)}`, undefined, { keepalive: true }).catch(() => {}); });
}
