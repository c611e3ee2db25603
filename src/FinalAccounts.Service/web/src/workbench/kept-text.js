// The text on this computer, for as long as the server does not have it.
import { moment } from './clock.js';
import { difference } from './difference.js';
import { notice, openPanel } from './dom.js';

/** @param {string} key */
export function keptText(key) {
  const aside = `${key} aside`;
  const forget = () => localStorage.removeItem(key);
  const settle = () => localStorage.removeItem(aside);

  /** @returns {{ content: string, at: number } | null} */
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(aside) ?? 'null');
    } catch {
      return null;
    }
  };

  return {
    /** @param {string} content */
    keep(content) {
      try {
        localStorage.setItem(key, JSON.stringify({ content, at: Date.now() }));
      } catch {
        // Full or forbidden: then only the server keeps it.
      }
    },
    forget,

    /**
     * Offers what could not be sent last time. It stays aside until somebody decides, whatever is typed meanwhile.
     * @param {string} stored
     * @param {boolean} mayEdit
     * @param {(text: string) => void} put
     */
    offer(stored, mayEdit, put) {
      const last = localStorage.getItem(key);
      if (last) {
        localStorage.setItem(aside, last);
        forget();
      }

      const kept = read();
      if (!kept || !mayEdit || kept.content === stored) {
        settle();
        return;
      }

      notice('kept', 'warn', `这台电脑上有一份没有存到服务器的文字（${moment(kept.at)}）。`, [
        ['看差异', async () => openPanel('服务器上的文字与这台电脑上的文字', await difference(stored, kept.content), [['关闭', null]])],
        ['恢复它', close => { close(); put(kept.content); settle(); }],
        ['不要了', close => { close(); settle(); }],
      ]);
    },
  };
}
