import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState } from '@codemirror/state';
import { chooseBranch, manuscript } from '../src/workbench/manuscript/field.js';
import { tabWords } from '../src/workbench/manuscript/labels.js';

const SOURCE = [
  '总{{ 甲 | 万元 }}。', '', '{{~ if (甲 | 增减词) == "增加" ~}}', '多了。', '{{~ else if (甲 | 增减词) == "减少" ~}}', '少了。', '{{~ else ~}}', '一样。', '{{~ end ~}}', '', '完。',
].join('\n');

const begun = () => EditorState.create({ doc: SOURCE, extensions: manuscript });
const at = SOURCE.indexOf('{{~ if');

/** @param {EditorState} state What is read: the text without what is covered or stands in chips and bars. */
function read(state) {
  /** @type {[number, number][]} */
  const gone = [];
  state.field(manuscript).atomic.between(0, state.doc.length, (from, to) => { gone.push([from, to]); });
  return [...state.doc.toString()].filter((_, i) => !gone.some(([from, to]) => from <= i && i < to)).join('').replace(/\n+/g, '/');
}

/** @param {EditorState} state @param {number | null} part */
const choose = (state, part) => state.update({ effects: chooseBranch.of({ at, part }) }).state;

test('the branches of a condition are named on its first bar', () => {
  const bars = begun().field(manuscript).layout.items.flatMap(item => (item.kind === 'bar' ? [item.tabs] : []));
  assert.deepEqual(bars, [['比上年增加', '比上年减少', '持平'], null, null]);
});

test('a condition inside a line has no tabs', () => {
  const state = EditorState.create({ doc: '甲{{ if 乙 | 有上年 }}丙{{ else }}丁{{ end }}戊', extensions: manuscript });
  assert.deepEqual(state.field(manuscript).layout.items.flatMap(item => (item.kind === 'bar' ? [item.tabs] : [])), [null, null]);
});

test('of a comparison the tab says the comparison, not the other figure', () => assert.deepEqual(
  tabWords(['机关运行经费 等于 机关运行经费预算', '填了 机关运行经费·年初预算', '大于或小于', '甲 有上年数']), ['等于', '填了', '大于或小于', '有上年数']));

test('one branch is shown alone, and all again', () => {
  assert.equal(read(begun()), '总。/多了。/少了。/一样。/完。');
  for (const [part, words] of /** @type {[number, string][]} */ ([[0, '多了。'], [1, '少了。'], [2, '一样。']])) {
    const state = choose(begun(), part);
    assert.equal(read(state), `总。/${words}/完。`);
    assert.equal(state.doc.toString(), SOURCE);
    assert.equal(read(choose(state, null)), read(begun()));
  }
});

test('where the caret goes is seen, and typing before it keeps what was chosen', () => {
  const state = choose(begun(), 0);
  assert.equal(read(state.update({ selection: { anchor: SOURCE.indexOf('少了') + 1 } }).state), '总。/少了。/完。');
  assert.equal(read(state.update({ changes: { from: 0, insert: '合' } }).state), '合总。/多了。/完。');
});
