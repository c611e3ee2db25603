// Divides a template into its words and its tags. Every character belongs to exactly one piece: joined, the pieces are the source.

/** @typedef {{ kind: 'text', from: number, to: number }} TextPiece */
/** @typedef {{ kind: 'tag', from: number, to: number, body: string, closed: boolean }} TagPiece body is what stands between the marks, without blanks; closed is false when }} is missing. */
/** @typedef {TextPiece | TagPiece} Piece */

/** @param {string} source @returns {Piece[]} */
export function pieces(source) {
  /** @type {Piece[]} */
  const found = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('{{', at);
    if (open !== at) {
      found.push({ kind: 'text', from: at, to: open < 0 ? source.length : open });
    }

    if (open < 0) {
      break;
    }

    const tag = tagAt(source, open);
    found.push(tag);
    at = tag.to;
  }

  return found;
}

/** @param {string} source @param {number} from @returns {TagPiece} */
function tagAt(source, from) {
  let at = from + 2;
  at += '~-'.includes(source[at] ?? ' ') ? 1 : 0;
  const begin = at;
  let comment = /^\s*#/.test(source.slice(at, at + 40));
  while (at < source.length && !source.startsWith('}}', at)) {
    // A tag that was never closed ends where the next begins: one lost brace does not swallow the rest.
    if (source.startsWith('{{', at)) {
      return { kind: 'tag', from, to: at, body: source.slice(begin, at).trim(), closed: false };
    }

    at = !comment && '"\''.includes(source[at]) ? afterString(source, at) : at + 1;
    comment = comment || /^[\n;]\s*#/.test(source.slice(at - 1, at + 40));
  }

  const closed = at < source.length;
  const end = closed && '~-'.includes(source[at - 1]) && at > begin ? at - 1 : at;
  return { kind: 'tag', from, to: closed ? at + 2 : endOfLine(source, from), body: source.slice(begin, closed ? end : endOfLine(source, from)).trim(), closed };
}

/** @param {string} source @param {number} at @returns {number} */
function afterString(source, at) {
  const mark = source[at];
  for (let i = at + 1; i < source.length && source[i] !== '\n'; i++) {
    if (source[i] === '\\') {
      i++;
    } else if (source[i] === mark) {
      return i + 1;
    }
  }

  return at + 1;
}

/** @param {string} source @param {number} at */
function endOfLine(source, at) {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}
