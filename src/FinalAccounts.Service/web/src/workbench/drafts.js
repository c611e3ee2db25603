// Saves what is typed: to the server after a pause, to this computer at once. Nobody's text is overwritten without being asked. What happens when is decided in draft-state.js.
/** @import { DraftAnswer, SavedAnswer, WorkbenchState } from './types' */
/** @import { Effect, Event } from './draft-state' */
import { call, Refused } from './api.js';
import { signedIn } from '../session.js';
import { moment } from './clock.js';
import { begin, isDirty, step } from './draft-state.js';
import { askConflict, createNews, tellTaken } from './draft-notices.js';
import { keptText } from './kept-text.js';
import { notice } from './dom.js';

const LOOK = 15000;

/** @type {Record<string, [string, string]>} */
const WORDS = {
  saving: ['正在保存…', 'busy'],
  conflict: ['没有保存：另一个窗口已经改过', 'bad'],
  signedOut: ['没有存到服务器：请重新登录', 'bad'],
  refused: ['没有保存', 'bad'],
  offline: ['连不上服务器，文字已存在这台电脑上', 'bad'],
};

/**
 * @param {object} given
 * @param {WorkbenchState} given.state
 * @param {(text: string) => void} given.put Puts a text into the editor.
 * @param {(words: string, look: string) => void} given.showState
 * @param {(hasDraft: boolean) => void} given.changed
 * @param {(over: string) => void} given.suggest Begins a suggestion over a text.
 */
export function createDrafts({ state: page, put, showState, changed, suggest }) {
  const address = `/api/workbench/${encodeURIComponent(page.set)}/draft`;
  const query = `?path=${encodeURIComponent(page.path)}`;
  const kept = keptText(`draft ${page.me} ${page.set} ${page.path}`);
  let state = begin(page.draft, page.mayEdit);
  let timer = 0;

  /** @type {Promise<void>} */
  let sent = Promise.resolve();

  /** @param {Event} event */
  const dispatch = event => {
    const next = step(state, event);
    state = next.state;
    next.effects.forEach(carryOut);
    changed(state.revision > 0);
    news();
  };

  /** @param {Effect} effect */
  const carryOut = effect => {
    switch (effect.do) {
      case 'send': sent = send(effect); break;
      case 'rest': clearTimeout(timer); break;
      case 'wait':
        clearTimeout(timer);
        timer = setTimeout(() => dispatch({ kind: 'save' }), effect.ms);
        break;
      case 'keep': kept.keep(state.text); break;
      case 'forget': kept.forget(); break;
      case 'put': put(effect.text); break;
      case 'show': show(effect.what); break;
      case 'failure': tellFailure(effect.what, effect.message); break;
      case 'ask': askConflict(effect.conflict, () => state.text, choice => dispatch({ kind: choice })); break;
      case 'taken': tellTaken(); break;
    }
  };

  /** @param {Extract<Effect, { do: 'send' }>} effect */
  const send = async ({ content, revision, base, keepalive }) => {
    try {
      /** @type {SavedAnswer} */
      const answer = await call('PUT', address, { path: page.path, content, revision, base }, { keepalive });
      dispatch({ kind: 'saved', answer });
    } catch (error) {
      fail(error);
    }
  };

  /** @param {unknown} error */
  const fail = error => dispatch(error instanceof Refused
    ? { kind: 'failed', status: error.status, message: error.message, body: error.body }
    : { kind: 'failed', message: String(error) });

  const save = async (keepalive = false) => {
    dispatch({ kind: 'save', keepalive });
    while (state.sending !== null) {
      await sent;
    }

    return !isDirty(state);
  };

  const discard = async () => {
    await sent;
    clearTimeout(timer);
    const before = state.text;
    try {
      await call('DELETE', `${address}${query}&revision=${state.revision}`);
    } catch (error) {
      fail(error);
      return;
    }

    dispatch({ kind: 'discarded' });
    notice('discard', 'warn', '草稿已放弃，恢复成在用的文字。', [['撤销', close => { close(); put(before); }], ['知道了', close => close()]]);
  };

  // Who else is at it, and whether the text in force has moved.
  const look = async () => {
    if (document.hidden || state.sending !== null) {
      return;
    }

    try {
      /** @type {DraftAnswer} */
      const answer = await call('GET', address + query);
      dispatch({ kind: 'looked', answer });
    } catch {
      // The next look or save will say it.
    }
  };

  /** @param {string} what */
  const show = what => {
    const [words, look] = WORDS[what]
      ?? (!state.mayEdit ? ['只能查看', ''] : state.revision === 0 ? ['与在用的一致', ''] : [`已保存 ${moment(state.savedAt ?? Date.now())}`, 'good']);
    showState(words, look);
  };

  const news = createNews(() => state, page.mayEdit ? put : null, () => dispatch({ kind: 'rebased' }), suggest);
  show('stored');
  kept.offer(state.stored ?? '', state.mayEdit, put);
  news();
  changed(state.revision > 0);
  setInterval(look, LOOK);
  document.addEventListener('visibilitychange', () => (document.hidden ? save(true) : look()));
  return {
    /** @param {string} text */
    edited: text => dispatch({ kind: 'typed', text }),
    save,
    discard,
    get dirty() { return isDirty(state); },
    get text() { return state.text; },
    get has() { return state.revision > 0; },
    get inForce() { return state.inForce.text; },
  };
}

/** @param {'signedOut' | 'refused' | null} what @param {string} [message] */
function tellFailure(what, message) {
  notice('save', 'failed', what === null ? null
    : what === 'refused' ? message ?? ''
      : '登录已经结束，或没有起草模板的权限。文字已存在这台电脑上；登录后接着保存。', what === 'signedOut' ? [['登录', () => signedIn(true)]] : []);
}
