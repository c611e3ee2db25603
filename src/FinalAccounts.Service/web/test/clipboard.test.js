import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EditorState } from '@codemirror/state';
import { fromElsewhere, wordsOf } from '../src/workbench/manuscript/clipboard.js';
import { manuscript, showPrinted } from '../src/workbench/manuscript/field.js';

const SOURCE = '{{ # 批注 }}共{{ 总计 | 万元 }}，{{ 原因 }}。\n{{~ if 甲 | 有数 ~}}\n有的。\n{{~ end ~}}\n完。';

test('what is copied reads as words outside', () => {
  const state = EditorState.create({ doc: SOURCE, extensions: manuscript })
    .update({ effects: showPrinted.of({ source: SOURCE, printed: [{ line: 1, column: SOURCE.indexOf('{{ 总计') + 1, text: '8.40万元', origin: null }] }) }).state;
  const read = (from, to) => wordsOf(state.field(manuscript), SOURCE, from, to);
  assert.equal(read(0, SOURCE.length), '共8.40万元，〔原因〕。\n〔甲 有数〕\n有的。\n\n完。');
  assert.equal(read(SOURCE.indexOf('的。'), SOURCE.indexOf('完')), '的。');
});

const PASTED = [
  ['words stay words', '甲，乙。', '甲，乙。'],
  ['each line of a Word file is a paragraph, without its indent', '　　第一段。\r\n　　第二段\t末。\r\n', '第一段。\n\n第二段 末。'],
  ['a brace is no mark', '还有{一个}和“{”', '还有｛一个｝和“｛”'],
  ['whole tags are chips', '共{{ 总计 | 万元 }}。\n{{ if 甲 | 有数 }}有{{ end }}', '共{{ 总计 | 万元 }}。\n{{ if 甲 | 有数 }}有{{ end }}'],
  ['a condition that does not end is words', '{{ if 甲 | 有数 }}有{{ 总计 | 万元 }}', '〔if 甲〕有〔总计〕'],
  ['of a tag that is torn no word is lost', '共{{ 总计 | 万', '共｛｛ 总计 | 万'],
];

test('what is pasted from elsewhere tears nothing', () => {
  for (const [claim, text, expected] of PASTED) {
    assert.equal(fromElsewhere(text), expected, claim);
  }
});
