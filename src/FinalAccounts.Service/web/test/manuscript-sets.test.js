import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { phrasesIn, sourceChips } from '../src/workbench/manuscript/labels.js';
import { regions, walk } from '../src/workbench/manuscript/regions.js';
import { pieces } from '../src/workbench/manuscript/tags.js';

const root = new URL('../../../../templates/', import.meta.url);
const sections = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.sbn')).sort()
  .map(path => ({ path, text: readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root), 'utf8') }));
const phrases = new Set(sections.filter(({ path }) => path.endsWith('/句式.sbn')).flatMap(({ text }) => phrasesIn(regions(text))));

test('the shipped sections are read', () => assert.ok(sections.length > 40 && phrases.size > 8));

test('under 2 % of the characters of every shipped section stand in closed chips', context => {
  let [closed, total] = [0, 0];
  for (const { path, text } of sections) {
    const all = regions(text);
    const chips = sourceChips(all, new Set([...phrases, ...phrasesIn(all)]));
    const inside = chips.reduce((sum, chip) => sum + chip.to - chip.from, 0);
    [closed, total] = [closed + inside, total + text.length];
    assert.ok(inside < text.length * 0.02, `${path}: ${inside} of ${text.length} in ${chips.map(chip => text.slice(chip.from, chip.to)).join('  ')}`);
  }

  context.diagnostic(`in closed chips: ${closed} of ${total} characters, ${(closed / total * 100).toFixed(2)} %`);
});

test('no piece of a shipped section is lost or doubled', () => {
  for (const { path, text } of sections) {
    assert.equal(pieces(text).map(piece => text.slice(piece.from, piece.to)).join(''), text, path);
    assert.equal(leaves(text).map(leaf => text.slice(leaf.from, leaf.to)).join(''), text, path);
  }
});

function leaves(text) {
  const found = [];
  walk(regions(text), region => found.push(...('parts' in region ? [...region.parts.map(part => part.mark), region.end] : [region])));
  return found.sort((one, other) => one.from - other.from);
}
