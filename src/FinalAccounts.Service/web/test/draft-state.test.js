import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AGAIN, begin, hasMoved, isDirty, PAUSE, step } from '../src/workbench/draft-state.js';

const inForce = { text: '在用', inForce: 'h1', mine: null, others: [] };
const draft = (content, revision, base = 'h1') => ({ by: 'a', name: '甲', content, revision, at: '2026-01-02T03:04:05Z', base });
const editor = (answer = inForce) => begin(answer, true);
const play = (state, ...events) => events.reduce((last, event) => step(last.state, event), { state, effects: [] });
const does = ({ effects }) => effects.map(effect => effect.do);
const typed = text => ({ kind: 'typed', text });
const saved = (revision, hash = 'h1') => ({ kind: 'saved', answer: { revision, at: '2026-01-02T03:04:05Z', inForce: hash } });

test('what is typed is kept on this computer at once and sent after a pause', () => {
  const after = play(editor(), typed('改'));
  assert.deepEqual(after.effects, [{ do: 'keep' }, { do: 'show', what: 'saving' }, { do: 'wait', ms: PAUSE }]);
  assert.equal(isDirty(after.state), true);
  const sent = step(after.state, { kind: 'save' });
  assert.deepEqual(sent.effects.at(-1), { do: 'send', content: '改', revision: 0, base: 'h1', keepalive: false });
});

test('a stored text is forgotten on this computer, with its revision remembered', () => {
  const after = play(editor(), typed('改'), { kind: 'save' }, saved(3));
  assert.equal(after.state.revision, 3);
  assert.equal(isDirty(after.state), false);
  assert.ok(does(after).includes('forget'));
  assert.deepEqual(play(after.state, typed('再改'), { kind: 'save' }).effects.at(-1), { do: 'send', content: '再改', revision: 3, base: 'h1', keepalive: false });
});

test('a text typed back to what is stored is not sent', () => {
  const after = play(editor(), typed('改'), typed('在用'));
  assert.deepEqual(does(after), ['rest', 'forget', 'show']);
  assert.ok(!does(step(after.state, { kind: 'save' })).includes('send'));
});

test('what is typed while a text is on its way is neither lost nor called stored', () => {
  const waiting = play(editor(), typed('一'), { kind: 'save' }, typed('一二'), saved(1));
  assert.equal(waiting.state.stored, '一');
  assert.deepEqual(does(waiting), ['failure', 'keep', 'show', 'wait']);
  const asked = play(editor(), typed('一'), { kind: 'save' }, typed('一二'), { kind: 'save' }, saved(1));
  assert.deepEqual(asked.effects.at(-1), { do: 'send', content: '一二', revision: 1, base: 'h1', keepalive: false });
  assert.equal(asked.state.again, false);
});

test('typing back while a text is on its way sends the text typed back', () => {
  const after = play(editor(), typed('一'), { kind: 'save' }, typed('在用'), saved(1));
  assert.equal(isDirty(after.state), true);
  assert.ok(does(after).includes('wait'));
});

test('a draft equal to the text in force is none any more and begins anew from that text', () => {
  const after = play(editor({ ...inForce, mine: draft('旧稿', 2, 'h0') }), typed('在用'), { kind: 'save' }, saved(0, 'h2'));
  assert.equal(after.state.revision, 0);
  assert.equal(after.state.base, 'h2');
});

test('away servers and ended sessions are tried again, refusals are not', () => {
  const failing = (status, message = '') => play(editor(), typed('改'), { kind: 'save' }, { kind: 'failed', status, message });
  for (const status of [undefined, 429, 500, 503]) {
    assert.deepEqual(failing(status).effects, [{ do: 'show', what: 'offline' }, { do: 'wait', ms: AGAIN }]);
  }

  assert.deepEqual(does(failing(401)), ['show', 'failure', 'wait']);
  assert.deepEqual(failing(400, '太长').effects, [{ do: 'show', what: 'refused' }, { do: 'failure', what: 'refused', message: '太长' }]);
  assert.equal(isDirty(failing(undefined).state), true);
  assert.ok(does(step(failing(undefined).state, { kind: 'save' })).includes('send'));
});

test('nothing is sent over somebody else\'s text until somebody has chosen', () => {
  const conflict = { stored: draft('那里', 5, 'h1'), text: '在用', inForce: 'h1' };
  const stopped = play(editor(), typed('这里'), { kind: 'save' }, { kind: 'failed', status: 409, message: '', body: conflict });
  assert.deepEqual(stopped.effects, [{ do: 'show', what: 'conflict' }, { do: 'ask', conflict }]);
  const more = play(stopped.state, typed('这里还有'));
  assert.deepEqual(does(more), ['keep']);
  assert.deepEqual(does(step(more.state, { kind: 'save' })), ['rest']);

  const mine = play(more.state, { kind: 'mine' }, { kind: 'save' });
  assert.deepEqual(mine.effects.at(-1), { do: 'send', content: '这里还有', revision: 5, base: 'h1', keepalive: false });
  const theirs = play(more.state, { kind: 'theirs' });
  assert.equal(theirs.state.text, '那里');
  assert.equal(isDirty(theirs.state), false);
  assert.deepEqual(theirs.effects[1], { do: 'put', text: '那里' });
});

test('a draft discarded in another window can be kept as a new one', () => {
  const conflict = { stored: null, text: '在用二', inForce: 'h2' };
  const after = play(editor({ ...inForce, mine: draft('稿', 2) }), typed('稿二'), { kind: 'save' }, { kind: 'failed', status: 409, message: '', body: conflict }, { kind: 'mine' }, { kind: 'save' });
  assert.deepEqual(after.effects.at(-1), { do: 'send', content: '稿二', revision: 0, base: 'h2', keepalive: false });
});

test('another window\'s text is taken over only where nothing was typed', () => {
  const elsewhere = { kind: 'looked', answer: { ...inForce, mine: draft('那里', 4) } };
  const taken = play(editor(), elsewhere);
  assert.equal(taken.state.text, '那里');
  assert.deepEqual(does(taken), ['rest', 'put', 'forget', 'show', 'taken']);
  const kept = play(editor(), typed('这里'), elsewhere);
  assert.equal(kept.state.text, '这里');
  assert.deepEqual(kept.effects, []);
  const onItsWay = play(editor(), typed('这里'), { kind: 'save' }, elsewhere);
  assert.equal(onItsWay.state.text, '这里');
});

test('a text in force that has moved is seen, and settled by choosing the draft', () => {
  const moved = play(editor({ ...inForce, mine: draft('稿', 2, 'h0') }));
  assert.equal(hasMoved(moved.state), true);
  const settled = play(moved.state, { kind: 'rebased' }, { kind: 'save' });
  assert.equal(hasMoved(settled.state), false);
  assert.deepEqual(settled.effects.at(-1), { do: 'send', content: '稿', revision: 2, base: 'h1', keepalive: false });
});

test('discarding brings back the text in force', () => {
  const after = play(editor({ ...inForce, mine: draft('稿', 2) }), { kind: 'discarded' });
  assert.equal(after.state.text, '在用');
  assert.equal(after.state.revision, 0);
  assert.equal(isDirty(after.state), false);
});

test('who may only look never sends', () => {
  const reader = begin(inForce, false);
  assert.deepEqual(play(reader, typed('改')).effects, []);
  assert.deepEqual(does(play(reader, typed('改'), { kind: 'save' })), ['rest']);
  assert.equal(isDirty(play(reader, typed('改')).state), false);
});
