// Writing a suggestion: the text in force (or somebody's draft) is changed here, sent, and taken or left by those who write. One's own draft waits meanwhile.
/** @import { WorkbenchState } from './types' */
import { call } from './api.js';
import { difference } from './difference.js';
import { element, notice, openPanel } from './dom.js';
import { toast } from '../toast.js';

/**
 * @param {object} given
 * @param {WorkbenchState} given.state
 * @param {() => string} given.text
 * @param {(content: string) => void} given.put
 * @param {() => string} given.own What is here when nothing is suggested.
 * @param {() => Promise<unknown>} given.save
 * @param {(on: boolean) => void} given.changed
 * @param {() => void} given.sent
 */
export function createSuggesting({ state, text, put, own, save, changed, sent }) {
  const key = `suggestion ${state.me} ${state.set} ${state.path}`;

  /** @type {string | null} The text that is changed; null while nothing is suggested. */
  let base = null;

  /** @returns {{ base: string, content: string } | null} */
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  };
  const forget = () => localStorage.removeItem(key);

  /** @param {string} over @param {string} [content] */
  const begin = async (over, content = over) => {
    await save();
    base = over;
    changed(true);
    put(content);
    notice('suggesting', 'warn', `正在写建议：照您的意思改，改好送出，由文字人员一处一处采用。${state.mayEdit ? '您自己的草稿没有动。' : '预览仍是在用的文字。'}`, [
      ['送出建议…', () => ask()],
      ['不写了', () => { forget(); end(); }],
    ]);
  };

  const end = () => {
    base = null;
    notice('suggesting', 'warn', null);
    changed(false);
    put(own());
  };

  const ask = async () => {
    const why = element('textarea', { rows: '2', maxlength: '500', 'aria-label': '为什么这样改' });
    const [before, after] = [base ?? '', text()];
    openPanel('送出建议', element('div', { class: 'wb-ask' }, await difference(before, after), element('p', {}, '为什么这样改（可以不写）'), why), [
      ['送出', () => send(before, after, why.value), 'primary'],
      ['再改改', null],
    ]);
  };

  /** @param {string} before @param {string} after @param {string} message */
  const send = async (before, after, message) => {
    try {
      await call('POST', `/api/workbench/${encodeURIComponent(state.set)}/suggestions`, { path: state.path, before, after, message });
      forget();
      end();
      sent();
      toast('建议已送出。');
    } catch (error) {
      toast(error instanceof Error ? error.message : '没有送出，请稍后再试。文字还在这里。');
    }
  };

  return {
    get on() { return base !== null; },
    begin,

    /** What was not sent last time. */
    offer() {
      const last = kept();
      if (last && last.content !== last.base) {
        notice('kept-suggestion', 'warn', '这台电脑上有一份没有送出的建议。', [
          ['接着写', close => { close(); begin(last.base, last.content); }],
          ['不要了', close => { close(); forget(); }],
        ]);
      }
    },

    /** @param {string} content */
    edited(content) {
      try {
        localStorage.setItem(key, JSON.stringify({ base, content }));
      } catch {
        // Full or forbidden: then it is here only.
      }
    },
  };
}
