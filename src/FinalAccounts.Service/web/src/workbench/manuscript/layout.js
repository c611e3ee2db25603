// Where chips, bars and indents stand in the lines of a manuscript: pure data, which decorations.js draws.
/** @import { Text } from '@codemirror/state' */
/** @import { ChipRegion, FrameRegion, Mark, Region } from './regions' */
/** @import { Label } from './labels' */
import { chipLabel, notedIn, partWords, phrasesIn, tabWords } from './labels.js';
import { regions, walk } from './regions.js';

/**
 * @typedef {{ kind: 'chip', from: number, to: number, chip: ChipRegion, label: Label }} ChipItem
 * @typedef {{ kind: 'bar', from: number, to: number, mark: Mark, frame: FrameRegion, part: number, words: string | null, alone: boolean, hides: { from: number, to: number } | null, tabs: string[] | null, covered: { from: number, to: number } | null }} BarItem One part's head; alone on its line it is a bar over it, else a mark in the line. hides is what folding it hides; tabs are what the branches are called, on the first where each stands on lines of its own; covered is what goes when another branch alone is shown.
 * @typedef {{ kind: 'end', from: number, to: number, mark: Mark, frame: FrameRegion, alone: boolean }} EndItem
 * @typedef {{ kind: 'hidden', from: number, to: number }} HiddenItem The author's indents, the marks of headings.
 * @typedef {ChipItem | BarItem | EndItem | HiddenItem} Item
 * @typedef {{ at: number, depth: number, look: 'text' | 'bar' | 'end' | 'blank' | 'heading' | 'aside', level: number }} Line
 * @typedef {{ all: Region[], items: Item[], lines: Line[], branches: { from: number, to: number }[] }} Layout
 */

/**
 * @param {Text} doc
 * @param {Iterable<string>} known Phrases of the set.
 * @returns {Layout}
 */
export function layout(doc, known) {
  const all = regions(doc.toString());
  const phrases = new Set([...known, ...phrasesIn(all)]);
  const noted = notedIn(all);

  /** @type {Item[]} */
  const items = [];

  /** @type {Map<number, number>} Changes of depth by position. */
  const steps = new Map();

  /** @type {{ from: number, to: number }[]} */
  const branches = [];

  /** @param {{ from: number, to: number }} mark */
  const standsAlone = mark => {
    const [first, last] = [doc.lineAt(mark.from), doc.lineAt(mark.to)];
    return doc.sliceString(first.from, mark.from).trim() === '' && doc.sliceString(mark.to, last.to).trim() === '' ? { from: first.from, to: last.to } : null;
  };

  walk(all, region => {
    if (region.kind === 'chip') {
      items.push({ kind: 'chip', from: region.from, to: region.to, chip: region, label: chipLabel(region, phrases) });
    } else if ('parts' in region) {
      const words = partWords(region, noted);
      const divided = region.kind === 'if' && region.parts.length > 1 && [...region.parts.map(part => part.mark), region.end].every(standsAlone);
      region.parts.forEach((part, i) => {
        const line = standsAlone(part.mark);
        const next = region.parts[i + 1]?.mark ?? region.end;
        const hides = line && standsAlone(next) ? { from: line.to, to: doc.lineAt(next.from).from - 1 } : null;
        items.push({ kind: 'bar', ...(line ?? part.mark), mark: part.mark, frame: region, part: i, words: words[i], alone: line !== null, hides: hides && hides.to > hides.from ? hides : null,
          tabs: divided && i === 0 ? tabWords(words) : null, covered: divided && line ? { from: i === 0 ? line.to : line.from - 1, to: doc.lineAt(next.from).from - 1 } : null });
        if (!line && part.to > part.mark.to) {
          branches.push({ from: part.mark.to, to: part.to });
        }
      });
      const [head, end] = [standsAlone(region.parts[0].mark), standsAlone(region.end)];
      items.push({ kind: 'end', ...(end ?? region.end), mark: region.end, frame: region, alone: end !== null });
      if (head) {
        steps.set(head.from, (steps.get(head.from) ?? 0) + 1);
        steps.set(region.to, (steps.get(region.to) ?? 0) - 1);
      }
    }
  });
  return { all, ...linesOf(doc, items.sort((one, other) => one.from - other.from || one.to - other.to), steps), branches };
}

/** @param {Text} doc @param {Item[]} items @param {Map<number, number>} steps */
function linesOf(doc, items, steps) {
  /** @type {Line[]} */
  const lines = [];

  /** @type {HiddenItem[]} */
  const hidden = [];
  const ends = [...steps].sort(([one], [other]) => one - other);
  let [depth, at, item] = [0, 0, 0];
  for (let number = 1; number <= doc.lines; number++) {
    const line = doc.line(number);
    while (at < ends.length && ends[at][0] <= line.from) {
      depth += ends[at++][1];
    }

    while (item < items.length && items[item].to < line.from) {
      item++;
    }

    const first = items[item];
    const whole = first && first.from <= line.from && first.to >= line.to && first.to > first.from ? first : null;
    const heading = whole ? null : line.text.match(/^(#{2,4}) /);
    const indent = line.text.match(/^[ \t]+/)?.[0].length ?? 0;
    const covered = first !== undefined && first.from < line.from + indent;
    if (heading) {
      hidden.push({ kind: 'hidden', from: line.from, to: line.from + heading[0].length });
    } else if (!whole && indent > 0 && indent < line.length && !covered) {
      hidden.push({ kind: 'hidden', from: line.from, to: line.from + indent });
    }

    const look = whole?.kind === 'bar' || whole?.kind === 'end' ? whole.kind
      : isAside(first, line.text, line.from) ? 'aside' : line.text.trim() === '' ? 'blank' : heading ? 'heading' : 'text';
    lines.push({ at: line.from, depth, look, level: heading?.[1].length ?? 0 });
  }

  return { items: [...items, ...hidden].sort((one, other) => one.from - other.from || one.to - other.to), lines };
}

/** @param {Item | undefined} first @param {string} text @param {number} from */
const isAside = (first, text, from) => first?.kind === 'chip' && (first.label.look === 'note' || first.label.look === 'set') && first.from <= from + (text.match(/^\s*/)?.[0].length ?? 0) && first.to >= from + text.trimEnd().length;
