import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EditorState } from '@codemirror/state';
import { manuscript } from '../src/workbench/manuscript/field.js';
import { guard } from '../src/workbench/manuscript/guard.js';
import { CARET, fitted, INSERTIONS, phraseInsertion } from '../src/workbench/manuscript/insertions.js';
import { regions, walk } from '../src/workbench/manuscript/regions.js';

const root = new URL('../../../../templates/', import.meta.url);
const sections = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.sbn')).sort()
  .map(path => ({ path, text: readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root), 'utf8') }));
const open = text => EditorState.create({ doc: text, extensions: [manuscript, guard] });
const edit = (state, from, to, insert, userEvent) => state.update({ changes: { from, to, insert }, userEvent }).newDoc.toString();

test('in every shipped section one word is changed and nothing else', () => {
  let changed = 0;
  for (const { path, text } of sections) {
    const opened = open(text);
    assert.equal(opened.doc.toString(), text, path);
    walk(regions(text), region => {
      const word = region.kind === 'text' ? text.slice(region.from, region.to).match(/[\p{Script=Han}]{2,}/u) : null;
      if (word) {
        const at = region.from + word.index;
        assert.equal(edit(opened, at, at + 2, '改动', 'input.type'), `${text.slice(0, at)}改动${text.slice(at + 2)}`, path);
        changed++;
      }
    });
  }

  assert.ok(changed > 400, `${changed}`);
});

test('whatever is deleted, the conditions and lists that were not deleted whole stay whole, each on its line', () => {
  for (const { path, text } of sections) {
    const [before, opened] = [marksOf(text), open(text)];
    for (let i = 0; i < 40; i++) {
      const [from, to] = [(i * 7919) % text.length, (i * 104729 + 13) % text.length].sort((one, other) => one - other);
      const after = edit(opened, from, to, '', 'delete.selection');
      const whole = before.filter(frame => !(from <= frame.from && frame.to <= to));
      assert.deepEqual(marksOf(after).map(frame => frame.marks), whole.map(frame => frame.marks), `${path} ${from} ${to}`);
    }
  }
});

const IF = '甲\n{{~ if 数 | 有数 ~}}\n乙\n{{~ end ~}}\n丙';
const at = words => IF.indexOf(words);
const GUARDED = [
  ['words beside a bar get a line of their own', at('\n乙'), at('\n乙'), '字', '甲\n{{~ if 数 | 有数 ~}}\n字\n乙\n{{~ end ~}}\n丙'],
  ['words before a bar too', at('{{~ if'), at('{{~ if'), '字', '甲\n字\n{{~ if 数 | 有数 ~}}\n乙\n{{~ end ~}}\n丙'],
  ['a line break at a bar is a line break', at('\n乙'), at('\n乙'), '\n', '甲\n{{~ if 数 | 有数 ~}}\n\n乙\n{{~ end ~}}\n丙'],
  ['the line break between words and a bar stays', at('\n乙'), at('乙'), '', IF],
  ['from outside into the branch only the words go', 0, at('乙') + 1, '', '{{~ if 数 | 有数 ~}}\n{{~ end ~}}\n丙'],
  ['what is selected whole goes whole', at('\n{{~ if'), at('\n丙'), '', '甲\n丙'],
  ['words are put where the selection begins', 0, at('丙') + 1, '新', '新'],
];

test('typing and deleting around a bar', () => {
  for (const [claim, from, to, insert, expected] of GUARDED) {
    assert.equal(edit(open(IF), from, to, insert, insert ? 'input.type' : 'delete.selection'), expected, claim);
  }
});

test('every insertion is whole and leaves the caret outside of its tags', () => {
  const given = { name: '甲', plain: '{{~ for 记录 in 资料.乙 ~}}\n{{ 记录.丙 }}；\n{{~ end ~}}', unit: '乙', more: ['丙'] };
  for (const insertion of [...INSERTIONS, phraseInsertion('与上年相比', ['指标', '主语', '各']), phraseInsertion('自称', [])]) {
    const made = insertion.make([given, given]);
    assert.equal(made.split(CARET).length, 2, insertion.label);
    for (const around of [{ before: '', after: '' }, { before: '前', after: '后' }, { before: '前', after: '' }]) {
      const { text, caret } = fitted(made, { ...around, selected: '' });
      walk(regions(around.before + text + around.after), region => {
        assert.ok(region.kind !== 'chip' || region.does.kind !== 'source', `${insertion.label}: ${text}`);
        assert.ok(region.kind !== 'chip' || caret + around.before.length <= region.from || caret + around.before.length >= region.to, insertion.label);
      });
    }
  }
});

test('a phrase that wants rows is not offered', () => assert.equal(phraseInsertion('一项', ['次', '行', '决算']), null));

function marksOf(text) {
  const found = [];
  walk(regions(text), region => {
    if ('parts' in region) {
      const marks = [...region.parts.map(part => part.mark), region.end];
      found.push({ from: region.from, to: region.to, marks: marks.map(mark => `${aloneIn(text, mark) ? '' : 'in line '}${mark.body}`).join(' … ') });
    }
  });
  return found;
}

function aloneIn(text, mark) {
  return /(^|\n)[ \t]*$/.test(text.slice(0, mark.from)) && /^[ \t]*(\n|$)/.test(text.slice(mark.to));
}
