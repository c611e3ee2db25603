import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holding, placeAt, placeOf } from '../src/workbench/places.js';

const FILE = 'sections/甲.sbn';

/** @param {string} at @returns {import('../src/workbench/types').PagePlace} */
const place = at => {
  const [line, column, page, x, y] = at.split(' ').map(Number);
  return { file: FILE, line, column, page, x, y };
};

// Two paragraphs; the second begins at the foot of the first page, its last tag is printed on the second; a list prints line 5 twice.
const PLACES = ['1 1 1 100 120', '1 8 1 300 120', '3 1 1 100 700', '3 9 2 100 120', '5 1 2 100 178', '5 1 2 100 207'].map(place);

test('the caret is found on the page that its place is printed on', () => {
  for (const [line, column, expected] of [[1, 1, 0], [1, 7, 0], [1, 30, 1], [2, 1, 1], [3, 4, 2], [3, 9, 3], [5, 3, 4], [9, 1, 4]]) {
    assert.equal(placeOf(PLACES, FILE, line, column), PLACES[expected], `${line},${column}`);
  }

  assert.equal(placeOf(PLACES, 'sections/乙.sbn', 1, 1), null);
  assert.equal(placeOf(PLACES.slice(2), FILE, 1, 1), PLACES[2], 'before the first: the first');
});

test('a click on a page leads to what made the letters there', () => {
  for (const [page, x, y, expected] of [[1, 150, 115, 0], [1, 320, 118, 1], [1, 120, 145, 1], [1, 150, 690, 2], [2, 90, 115, 2], [2, 150, 110, 3], [2, 400, 205, 5], [1, 10, 10, 0]]) {
    assert.equal(placeAt(PLACES, page, x, y), PLACES[expected], `page ${page}: ${x},${y}`);
  }

  assert.equal(placeAt([], 1, 10, 10), null);
});

test('a branch is shown with the first unit that prints something of it', () => {
  const text = '甲\n{{~ if 乙 ~}}\n丙\n{{~ else ~}}\n丁{{ 数 }}\n{{~ end ~}}';
  const answers = [{ as: null, printed: [{ line: 1, column: 1 }, { line: 3, column: 1 }] }, { as: 'less', printed: [{ line: 5, column: 2 }] }];
  const branch = (/** @type {string} */ from, /** @type {string} */ to) => ({ from: text.indexOf(from), to: text.indexOf(to) });
  assert.equal(holding(answers, text, branch('\n丙', '{{~ else'))?.as, null);
  assert.equal(holding(answers, text, branch('\n丁', '{{~ end'))?.as, 'less');
  assert.equal(holding(answers.slice(0, 1), text, branch('\n丁', '{{~ end')), null);
});
