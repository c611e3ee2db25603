import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expression } from '../src/workbench/manuscript/expressions.js';
import { chipLabel, partWords, notedIn } from '../src/workbench/manuscript/labels.js';
import { withoutMarks } from '../src/workbench/manuscript/plain.js';
import { regions, walk } from '../src/workbench/manuscript/regions.js';
import { conditionWords } from '../src/workbench/manuscript/words.js';

const CONDITIONS = [
  ['收支总计 | 有上年', '收支总计 有上年数'],
  ['!(收支总计 | 有上年)', '收支总计 没有上年数'],
  ['(收支总计 | 增减词) != "持平"', '收支总计 有变化'],
  ['(收支总计 | 增减词) == "减少"', '收支总计 比上年减少'],
  ['(决算 | 比较词 预算) == "增加"', '决算 大于 预算'],
  ['(指标 | 持平词) == "等于"', '指标与上年 持平说成“等于”'],
  ['(决算 | 持平词 预算) != "等于"', '决算与预算 持平不说成“等于”'],
  ['资料.出国团组 | 有数', '填了 出国团组'],
  ['表07.空', '表07 没有数'],
  ['!for.last', '不是最后一条'],
  ['选项.采购占比 && (政府采购总额 | 有数)', '选项“采购占比”打开，并且 政府采购总额 有数'],
  ['!(甲 | 有数 || 乙 | 有数)', null],
  ['(甲 | 有数) || ((乙 | 有数) && 资料.丙.丁)', '甲 有数，或者 （乙 有数，并且 填了 丙·丁）'],
  ['资料.支出预算 | 找 "科目编码" 类.编码', '支出预算 里有与“类”科目编码相同的一条'],
  ['资料.基本情况.单位性质 == "事业单位"', '基本情况·单位性质 是“事业单位”'],
  ['数 > 3', null],
];

test('conditions are said in words, and not said where there are none', () => {
  for (const [source, words] of CONDITIONS) {
    const read = expression(source);
    assert.equal(read && conditionWords(read), words, source);
  }
});

const BRANCHES = [
  ['if 甲 | 有上年', ['甲 有上年数', '无上年']],
  ['if (甲 | 增减词) != "持平"', ['甲 有变化', '持平']],
  ['if (甲 | 增减词) == "增加" ~}}{{~ else if (甲 | 增减词) == "减少"', ['甲 比上年增加', '甲 比上年减少', '持平']],
  ['if (甲 | 增减词) == "持平" ~}}{{~ else if 甲 | 可比', ['甲 与上年持平', '甲 能算增减幅度', '其他情况']],
  ['if (甲 | 比较词 乙) == "持平"', ['甲 等于 乙', '大于或小于']],
  ['if 选项.乙', ['选项“乙”打开', '关闭']],
];

test('the last branch is called by what the others leave', () => {
  for (const [head, words] of BRANCHES) {
    const [frame] = regions(`{{~ ${head} ~}}{{~ else ~}}{{~ end ~}}`);
    assert.deepEqual(partWords(frame, new Map()), words, head);
  }
});

const CHIPS = [
  ['收支总计 | 万元', 'figure', '收支总计'],
  ['收支总计 | 增减幅', 'figure', '收支总计比上年增减幅'],
  ['基本支出 | 占比 本年支出合计', 'figure', '基本支出占本年支出合计'],
  ['与上年相比 收支总计 "收、支总计" "各"', 'phrase', '与上年相比'],
  ['资料.基本情况.成立日期 | 中文日期', 'data', '基本情况·成立日期'],
  ['图 "收支总计变动"', 'picture', '图：收支总计变动'],
  ['表 资料.编制范围单位 "序号" "单位名称"', 'picture', '表：编制范围单位（序号、单位名称）'],
  ['序号 for.index + 1', 'data', '序号'],
  ['(科目 项.编码).全称', 'data', '科目的全称'],
  ['项们 = 表06.款 | 属于 "301" "303" | 非零 "决算数"', 'set', '“项们”指表06各款（编码以301、303开头的、决算数不为零的）'],
  ['# 一句话\n   # 再一句', 'note', '一句话\n再一句'],
  ['甲 | upcase | 乙', 'source', '源文'],
  ['while 真', 'source', '源文'],
  ['甲 = 1; 乙 = 2', 'source', '源文'],
  ['甲 ? 乙 : 丙', 'source', '源文'],
];

test('a chip says what its tag prints; what cannot be said is a chip of source', () => {
  for (const [body, look, words] of CHIPS) {
    const [region] = regions(`{{ ${body} }}`);
    assert.deepEqual(chipLabel(region, new Set(['与上年相比'])), { look, words }, body);
  }
});

test('a name that a record was sought for is found or not', () => {
  const all = regions('{{ 记录 = 资料.甲 | 找 "乙" "丙" }}{{ if 记录 }}{{ end }}');
  assert.deepEqual(partWords(all[1], notedIn(all)), ['找到了 记录']);
});

const BROKEN = ['甲{{ if 乙 }}丙', '甲{{ end }}乙', '{{ else }}', '{{ if 甲 }}{{ for 乙 in 丙 }}{{ end }}', '甲{{ 乙\n丙{{ 丁 }}', '{{ "}}" }}', '{{', '{{ if 甲 }}{{ else }}{{ if 乙 }}'];

test('a template that is not finished loses nothing and ends in chips of source', () => {
  for (const source of BROKEN) {
    const pieces = [];
    walk(regions(source), region => pieces.push(...('parts' in region ? [...region.parts.map(part => part.mark), region.end] : [region])));
    assert.equal(pieces.sort((one, other) => one.from - other.from).map(piece => source.slice(piece.from, piece.to)).join(''), source, source);
  }
});

test('a stretch of source in a list is shown without marks', () => {
  assert.equal(withoutMarks('总计 | 万元 }}，占{{ 甲 | 占比 乙 }}，{{ if 丙'), '〕，占〔甲〕，〔');
});

test('what stands for an empty list is a part of the list', () => {
  const [list] = regions('{{~ for 项 in 表03.项 ~}}甲{{~ else ~}}没有。{{~ end ~}}');
  assert.deepEqual([list.kind, list.parts.length], ['for', 2]);
  assert.equal(partWords(list, new Map())[1], '一项也没有时');
});
