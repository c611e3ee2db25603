import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nothingKnown } from '../src/workbench/manuscript/known.js';
import { marksIn } from '../src/workbench/manuscript/marks.js';

const root = new URL('../../../../templates/', import.meta.url);
const known = {
  ...nothingKnown, values: new Map([['年度', '2023'], ['收支总计', '95,205.29万元']]), metrics: new Set(['收支总计', '基本支出']),
  wordings: [{ wrong: '三公经费', right: '“三公”经费', why: '' }, { wrong: '其它', right: '其他', why: '公文用“其他”' }],
};

// [what is written, what is marked, what the first fix puts in or asks a metric for]
const MARKED = [
  ['总计95,205.29万元。', '95,205.29万元', '{{ 收支总计 | 万元 }}'],
  ['总计88888.88万元。', '88888.88万元', '{{ ▮ | 万元 }}'],
  ['2023年度总计。', '2023', '{{ 年度 }}'],
  ['与2022年度相比。', '2022', '{{ 上年 }}'],
  ['增长17.9%。', '17.9%', undefined],
  ['总计，，共计。', '，，', '，'],
  ['总计，。', '，。', '。'],
  ['共3 个。', ' ', ''],
  ['总计{{ 收支总计 | 万元 }}万元。', '万元', ''],
  ['占{{ 基本支出 | 占比 收支总计 }}%。', '%', ''],
  ['增加{{ 收支总计 | 增减额 }}。', '增加', ''],
  ['比上年增加（减少）。', '增加（减少）', '{{ ▮ | 增减词 }}'],
  ['决算数大于（小于）预算数。', '大于（小于）', '{{ if (▮ | 增减词) == "减少" }}小于{{ else }}大于{{ end }}'],
  ['收入,支出都增加。', ',', '，'],
  ['这一段写到这里，还没有写完\n\n下一段。', '完', '完。'],
  ['这一段写到最后，还没有写完', '完', '完。'],
  ['关于三公经费。', '三公经费', '“三公”经费'],
  ['其它支出。', '其它', '其他'],
];

const FREE = [
  '单价100万元（含）以上设备。', '截至{{ 年度 }}年12月31日。', '2015年起实行。', '“三公”经费。', '### （一）标题\n\n按项目分类：\n\n基本情况\n\n正文。', '{{~ # 2023年增加（减少）88万元，， ~}}\n正文。',
  '总计{{ 收支总计 | 万元 }}\n{{~ if 收支总计 | 有数 ~}}\n，占一\n{{~ end ~}}\n。', '科目不同，比例也不同。',
];

test('each slip is marked with what it should be', () => {
  for (const [text, words, put] of MARKED) {
    const marks = marksIn(text, known);
    assert.deepEqual(marks.map(mark => text.slice(mark.from, mark.to)), [words], text);
    assert.equal(marks[0].fixes[0]?.insert ?? marks[0].fixes[0]?.metric, put, text);
    assert.ok(marks[0].message.endsWith('。'), marks[0].message);
  }
});

test('what is right is left alone, notes too', () => {
  for (const text of FREE) {
    assert.deepEqual(marksIn(text, known).map(mark => mark.message), [], text);
  }
});

test('no shipped section is marked', () => {
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.sbn'))) {
    assert.deepEqual(marksIn(readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root), 'utf8'), known).map(mark => mark.message), [], path);
  }
});
