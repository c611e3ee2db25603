// A template as people read it: words, chips, and what stands only under a condition, for each row of a list, or in a phrase.
/** @import { Statement } from './statements' */
/** @import { TagPiece } from './tags' */
import { statement } from './statements.js';
import { pieces } from './tags.js';

/**
 * @typedef {{ kind: 'text', from: number, to: number }} TextRegion
 * @typedef {{ kind: 'chip', from: number, to: number, body: string, does: Statement, closed: boolean }} ChipRegion A figure, a phrase, a note …; does.kind is 'source' where the manuscript cannot say it.
 * @typedef {{ from: number, to: number, body: string, does: Statement }} Mark The tag that begins or ends something.
 * @typedef {{ mark: Mark, inside: Region[], to: number }} Part A branch, the body of a list or phrase, or what stands for an empty list; to is where the next mark begins.
 * @typedef {{ kind: 'if' | 'for' | 'func' | 'source', from: number, to: number, parts: Part[], end: Mark }} FrameRegion
 * @typedef {TextRegion | ChipRegion | FrameRegion} Region
 */

/** @param {string} source @returns {Region[]} */
export function regions(source) {
  /** @typedef {{ kind: FrameRegion['kind'], parts: Part[], around: Region[] }} Open */
  /** @type {Open[]} */
  const open = [];

  /** @type {Region[]} */
  let here = [];

  // What was never ended is no frame: its marks are chips of source, what they held stands where it stood.
  const undo = () => {
    const frame = /** @type {Open} */ (open.pop());
    here = frame.around;
    here.push(...frame.parts.flatMap(part => [chip({ ...part.mark, kind: 'tag', closed: true }, { kind: 'source', opens: false }), ...part.inside]));
  };

  for (const piece of pieces(source)) {
    if (piece.kind === 'text') {
      here.push(piece);
      continue;
    }

    /** @type {Statement} */
    const does = piece.closed ? statement(piece.body) : { kind: 'source', opens: false };
    const mark = { from: piece.from, to: piece.to, body: piece.body, does };
    const frame = open.at(-1);
    if (does.kind === 'if' || does.kind === 'for' || does.kind === 'func' || (does.kind === 'source' && does.opens)) {
      const inside = /** @type {Region[]} */ ([]);
      open.push({ kind: does.kind, parts: [{ mark, inside, to: piece.to }], around: here });
      here = inside;
    } else if (frame && ((frame.kind === 'if' && (does.kind === 'else' || does.kind === 'elseif')) || (frame.kind === 'for' && does.kind === 'else' && frame.parts.length === 1))) {
      /** @type {Part} */ (frame.parts.at(-1)).to = piece.from;
      const inside = /** @type {Region[]} */ ([]);
      frame.parts.push({ mark, inside, to: piece.to });
      here = inside;
    } else if (frame && does.kind === 'end') {
      /** @type {Part} */ (frame.parts.at(-1)).to = piece.from;
      open.pop();
      here = frame.around;
      here.push({ kind: frame.kind, from: frame.parts[0].mark.from, to: piece.to, parts: frame.parts, end: mark });
    } else {
      here.push(chip(piece, does.kind === 'end' || does.kind === 'else' || does.kind === 'elseif' ? { kind: 'source', opens: false } : does));
    }
  }

  while (open.length > 0) {
    undo();
  }

  return here;
}

/** @param {TagPiece} tag @param {Statement} does @returns {ChipRegion} */
const chip = (tag, does) => ({ kind: 'chip', from: tag.from, to: tag.to, body: tag.body, does, closed: tag.closed });

/**
 * Every region, the outer before the inner.
 * @param {Region[]} all
 * @param {(region: Region, around: FrameRegion[]) => void} see
 * @param {FrameRegion[]} [around]
 */
export function walk(all, see, around = []) {
  for (const region of all) {
    see(region, around);
    if ('parts' in region) {
      region.parts.forEach(part => walk(part.inside, see, [...around, region]));
    }
  }
}
