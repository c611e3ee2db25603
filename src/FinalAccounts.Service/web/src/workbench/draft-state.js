// What becomes of a draft: a pure function from state and event to state and effects. No clock, no page, no network; drafts.js carries the effects out.
/** @import { ConflictAnswer, Draft, DraftAnswer, SavedAnswer } from './types' */

export const PAUSE = 800;
export const AGAIN = 5000;

/**
 * @typedef {object} State
 * @property {string} text What stands in the editor.
 * @property {string | null} stored What the server has; null when the text must be sent whatever it is.
 * @property {number} revision Of the stored draft; 0 while there is none.
 * @property {string} base Hash of the text in force when the draft was begun.
 * @property {string | number | null} savedAt
 * @property {{ text: string, hash: string }} inForce
 * @property {Draft[]} others
 * @property {boolean} mayEdit
 * @property {string | null} sending The text that is on its way.
 * @property {boolean} again Whether it was asked to save while one was on its way.
 * @property {ConflictAnswer | null} conflict Nothing is sent until somebody has chosen.
 */

/**
 * @typedef {{ kind: 'typed', text: string } | { kind: 'save', keepalive?: boolean } | { kind: 'saved', answer: SavedAnswer }
 *   | { kind: 'failed', status?: number, message: string, body?: any } | { kind: 'looked', answer: DraftAnswer }
 *   | { kind: 'mine' } | { kind: 'theirs' } | { kind: 'discarded' } | { kind: 'rebased' }} Event
 */

/**
 * @typedef {{ do: 'send', content: string, revision: number, base: string, keepalive: boolean } | { do: 'wait', ms: number } | { do: 'rest' }
 *   | { do: 'keep' } | { do: 'forget' } | { do: 'put', text: string } | { do: 'show', what: 'stored' | 'saving' | 'conflict' | 'signedOut' | 'refused' | 'offline' }
 *   | { do: 'failure', what: 'signedOut' | 'refused' | null, message?: string } | { do: 'ask', conflict: ConflictAnswer } | { do: 'taken' }} Effect
 */

/** @typedef {{ state: State, effects: Effect[] }} Step */

/**
 * @param {DraftAnswer} answer
 * @param {boolean} mayEdit
 * @returns {State}
 */
export function begin(answer, mayEdit) {
  const { mine } = answer;
  return {
    text: mine?.content ?? answer.text,
    ...storedAs(mine, answer),
    inForce: { text: answer.text, hash: answer.inForce },
    others: answer.others,
    mayEdit, sending: null, again: false, conflict: null,
  };
}

/** @param {State} state */
export const isDirty = state => state.mayEdit && state.text !== state.stored;

/** @param {State} state @returns {boolean} Whether the text in force has changed since the draft was begun. */
export const hasMoved = state => state.revision > 0 && state.base !== state.inForce.hash;

/**
 * @param {State} state
 * @param {Event} event
 * @returns {Step}
 */
export function step(state, event) {
  switch (event.kind) {
    case 'typed': return typed({ ...state, text: event.text });
    case 'save': return save(state, event.keepalive ?? false);
    case 'saved': return saved(state, event.answer);
    case 'failed': return failed({ ...state, sending: null, again: false }, event);
    case 'looked': return looked(state, event.answer);
    case 'mine': return typed(resolved(state));
    case 'theirs': return taken(resolved(state), []);
    case 'discarded': return taken({ ...state, revision: 0, base: state.inForce.hash, stored: state.inForce.text }, []);
    case 'rebased': return typed({ ...state, base: state.inForce.hash, stored: null });
  }
}

/** @param {State} state @returns {Step} */
function typed(state) {
  if (!state.mayEdit) {
    return { state, effects: [] };
  }

  if (state.text === state.stored && state.sending === null) {
    return { state, effects: state.conflict ? [] : [{ do: 'rest' }, { do: 'forget' }, { do: 'show', what: 'stored' }] };
  }

  return { state, effects: state.conflict ? [{ do: 'keep' }] : [{ do: 'keep' }, { do: 'show', what: 'saving' }, { do: 'wait', ms: PAUSE }] };
}

/** @param {State} state @param {boolean} keepalive @returns {Step} */
function save(state, keepalive) {
  if (!state.mayEdit || state.conflict) {
    return { state, effects: [{ do: 'rest' }] };
  }

  if (state.sending !== null) {
    return { state: { ...state, again: true }, effects: [{ do: 'rest' }] };
  }

  if (state.text === state.stored) {
    return { state, effects: [{ do: 'rest' }, { do: 'forget' }, { do: 'show', what: 'stored' }] };
  }

  return {
    state: { ...state, sending: state.text, again: false },
    effects: [{ do: 'rest' }, { do: 'send', content: state.text, revision: state.revision, base: state.base, keepalive }],
  };
}

/** @param {State} state @param {SavedAnswer} answer @returns {Step} */
function saved(state, answer) {
  const now = {
    ...state, sending: null, stored: state.sending, revision: answer.revision, savedAt: answer.at, base: answer.revision === 0 ? answer.inForce : state.base,
  };
  const next = now.text !== now.stored && now.again ? save(now, false) : typed(now);
  return { state: { ...next.state, again: false }, effects: [{ do: 'failure', what: null }, ...next.effects] };
}

/** @param {State} state @param {{ status?: number, message: string, body?: any }} why @returns {Step} */
function failed(state, { status, message, body }) {
  if (status === 409) {
    return { state: { ...state, conflict: body, inForce: { text: body.text, hash: body.inForce } }, effects: [{ do: 'show', what: 'conflict' }, { do: 'ask', conflict: body }] };
  }

  if (status === 401 || status === 403) {
    return { state, effects: [{ do: 'show', what: 'signedOut' }, { do: 'failure', what: 'signedOut' }, { do: 'wait', ms: AGAIN }] };
  }

  if (status && status !== 429 && status < 500) {
    return { state, effects: [{ do: 'show', what: 'refused' }, { do: 'failure', what: 'refused', message }] };
  }

  return { state, effects: [{ do: 'show', what: 'offline' }, { do: 'wait', ms: AGAIN }] };
}

/** @param {State} state @param {DraftAnswer} answer @returns {Step} */
function looked(state, answer) {
  const now = { ...state, inForce: { text: answer.text, hash: answer.inForce }, others: answer.others };
  const written = (answer.mine?.revision ?? 0) !== state.revision;

  // Nothing typed here meanwhile: what was written in the other window is taken over.
  return written && state.sending === null && !state.conflict && state.text === state.stored
    ? taken({ ...now, ...storedAs(answer.mine, answer) }, [{ do: 'taken' }])
    : { state: now, effects: [] };
}

/** @param {State} state @param {Effect[]} after @returns {Step} The stored text takes the place of the typed one. */
function taken(state, after) {
  const text = state.stored ?? state.text;
  return { state: { ...state, text }, effects: [{ do: 'rest' }, { do: 'put', text }, { do: 'forget' }, { do: 'show', what: 'stored' }, ...after] };
}

/** @param {State} state @returns {State} */
function resolved(state) {
  return state.conflict ? { ...state, ...storedAs(state.conflict.stored, state.conflict), conflict: null } : state;
}

/** @param {Draft | null} mine @param {{ text: string, inForce: string }} answer */
function storedAs(mine, answer) {
  return { stored: mine?.content ?? answer.text, revision: mine?.revision ?? 0, base: mine?.base ?? answer.inForce, savedAt: mine?.at ?? null };
}
