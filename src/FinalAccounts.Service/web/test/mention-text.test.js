import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meant, named, naming } from '../src/mention-text.js';

const people = [{ call: '张三', also: 'zhang' }, { call: '张小三', also: 'xiaosan' }, { call: 'li', also: '' }];

test('a name is being typed behind an @ that stands by itself', () => {
  const cases = [
    ['请@张', 3, { from: 1, typed: '张' }], ['@', 1, { from: 0, typed: '' }], ['@张三 看', 5, null], ['@张，', 3, null],
    ['a@b', 3, null], ['没有', 2, null], ['@张三后面', 3, { from: 0, typed: '张三' }],
  ];
  for (const [text, caret, expected] of cases) {
    assert.deepEqual(naming(text, caret), expected, text);
  }
});

test('names that begin so come before names that have it in them', () => {
  assert.deepEqual(meant(people, '三').map(person => person.call), ['张三', '张小三']);
  assert.deepEqual(meant(people, 'zh').map(person => person.call), ['张三']);
  assert.deepEqual(meant(people, '').map(person => person.call), ['张三', '张小三', 'li']);
  assert.deepEqual(meant(people, 'x').map(person => person.call), ['张小三']);
  assert.deepEqual(meant(people, '王'), []);
});

test('the name is put in with a blank, and the rest stays', () => {
  assert.deepEqual(named('请@张看', 1, 3, '张三'), { text: '请@张三 看', caret: 5 });
  assert.deepEqual(named('请@张 看', 1, 3, '张三'), { text: '请@张三 看', caret: 5 });
});
