import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withChanges, wordChanges } from '../src/workbench/manuscript/replace-words.js';

const replaced = (source, wanted, by) => withChanges(source, wordChanges(source, wanted, by));

test('words are replaced where people read them, never in tags', () => {
  for (const [source, wanted, by, expected] of [
    ['主要原因：{{ 收支总计 | 主要原因 }}。主要原因', '主要原因', '原因', '原因：{{ 收支总计 | 主要原因 }}。原因'],
    ['{{~ # 主要原因 ~}}{{ if 甲 == "主要原因" }}主要原因{{ end }}', '主要原因', '缘由', '{{~ # 主要原因 ~}}{{ if 甲 == "主要原因" }}缘由{{ end }}'],
    ['甲甲甲', '甲甲', '乙', '乙甲'],
    ['甲', '', '乙', '甲'],
    ['甲{{ 乙 }}丙', '甲丙', '丁', '甲{{ 乙 }}丙'],
  ]) {
    assert.equal(replaced(source, wanted, by), expected);
  }
});
