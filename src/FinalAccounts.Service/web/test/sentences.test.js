import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sentenceAt, sentenceLike, sentencesIn } from '../src/workbench/sentences.js';

const source = '{{~ if 甲 ~}}\n共{{ 收支总计 | 万元 }}，比上年增加。主要原因：“{{ 原因 }}”。\n{{~ end ~}}\n\n没有写完';

test('sentences are read in words, and tags alone are none', () => {
  const found = sentencesIn(source);
  assert.deepEqual(found.map(({ words }) => words), ['共〔收支总计〕，比上年增加。', '主要原因：“〔原因〕”。', '没有写完']);
  assert.deepEqual(found.map(({ from, to }) => source.slice(from, to)), ['共{{ 收支总计 | 万元 }}，比上年增加。', '主要原因：“{{ 原因 }}”。', '没有写完']);
  assert.equal(sentenceAt(found, source.indexOf('原因：') + 1)?.words, '主要原因：“〔原因〕”。');
  assert.equal(sentenceAt(found, source.length)?.words, '没有写完');
  assert.equal(sentenceAt([], 3), null);
});

test('a sentence that was worded anew is found again, one that is gone is not', () => {
  for (const [now, quote, expected] of [
    ['甲句在前。共{{ 收支总计 | 元 }}，与上年相比增加。', '共〔收支总计〕，比上年增加。', '共〔收支总计〕，与上年相比增加。'],
    ['共{{ 收支总计 | 万元 }}，比上年增加。共{{ 支出总计 | 万元 }}，比上年增加。', '共〔支出总计〕，比上年增加。', '共〔支出总计〕，比上年增加。'],
    ['完全是另外的话。', '共〔收支总计〕，比上年增加。', undefined],
    ['一二三四五六七八九十。', '一二三四五…', '一二三四五六七八九十。'],
    ['', '甲。', undefined],
  ]) {
    assert.equal(sentenceLike(sentencesIn(now), quote)?.words, expected);
  }
});

test('every sentence of every shipped section finds itself', () => {
  const root = new URL('../../../../templates/', import.meta.url);
  for (const set of readdirSync(root)) {
    for (const file of readdirSync(new URL(`${set}/`, root), { recursive: true }).filter(name => String(name).endsWith('.sbn'))) {
      const found = sentencesIn(readFileSync(new URL(`${set}/${file}`, root), 'utf8'));
      for (const sentence of found) {
        assert.equal(sentenceLike(found, sentence.words)?.words, sentence.words);
        assert.ok(sentence.words.length > 0 && !/[{}]/.test(sentence.words), `${set}/${file}: ${sentence.words}`);
      }
    }
  }
});
