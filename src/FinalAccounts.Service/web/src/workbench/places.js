// Where on the printed pages what stands: from a place of the text to the pages, and back.
/** @import { PagePlace } from './types' */

// In pt: how far the letters of a line reach below the foot they stand on, and how high a line is.
const BELOW = 8, LINE = 29;

/**
 * What the place of the caret has printed; a place that prints nothing leads to the one before it.
 * @param {PagePlace[]} places In reading order.
 * @param {string} file
 * @param {number} line
 * @param {number} column
 * @returns {PagePlace | null}
 */
export function placeOf(places, file, line, column) {
  /** @type {PagePlace | null} */
  let best = null;
  for (const place of places) {
    const reached = place.line < line || (place.line === line && place.column <= column);
    if (place.file === file && reached && (!best || place.line > best.line || (place.line === best.line && place.column > best.column))) {
      best = place;
    }
  }

  return best ?? places.find(place => place.file === file) ?? null;
}

/**
 * What made the letters at a point of a page: the last that begins before it.
 * @param {PagePlace[]} places In reading order.
 * @param {number} page
 * @param {number} x
 * @param {number} y
 * @returns {PagePlace | null}
 */
export function placeAt(places, page, x, y) {
  /** @param {PagePlace} place */
  const isBefore = place => place.page < page || (place.page === page && (place.y < y - BELOW || (place.y < y - BELOW + LINE && place.x <= x)));
  return places.filter(isBefore).at(-1) ?? places[0] ?? null;
}

/**
 * The first unit that prints something of a stretch of the text.
 * @param {import('./types').BranchAnswer[]} answers
 * @param {string} text
 * @param {{ from: number, to: number }} branch
 */
export function holding(answers, text, branch) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }

  return answers.find(({ printed }) => printed.some(({ line, column }) => {
    const at = (starts[line - 1] ?? Infinity) + column - 1;
    return branch.from <= at && at < branch.to;
  })) ?? null;
}
