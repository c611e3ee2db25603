// Sentences of a section as people read them, and which of them a comment is about, also when it was worded anew since.
import { withoutMarks } from './manuscript/plain.js';

/** @typedef {{ from: number, to: number, words: string }} Sentence Where it stands in the source, and how it reads; its tags are named. */

const SENTENCE = /(?:\{\{[\s\S]*?\}\}|(?!\{\{)[^。！？；\n])+[。！？；]?[”’）]*/g;

// Two sentences that share less than this of their pairs of characters are two sentences.
const ALIKE = 0.5;

/** @param {string} source @returns {Sentence[]} Tags alone are no sentence. */
export const sentencesIn = source => [...source.matchAll(SENTENCE)].flatMap(({ index, 0: written }) => {
  const words = withoutMarks(written).trim();
  return words.replace(/〔[^〔〕]*〕/g, '').trim() === '' ? [] : [{ from: index + written.length - written.trimStart().length, to: index + written.trimEnd().length, words }];
});

/** @param {Sentence[]} sentences @param {number} at @returns {Sentence | null} The one at a place, else the one before it, else the first. */
export const sentenceAt = (sentences, at) => sentences.find(({ from, to }) => from <= at && at <= to) ?? sentences.filter(({ to }) => to < at).at(-1) ?? sentences[0] ?? null;

/** @param {Sentence[]} sentences @param {string} quote How it read; … stands for a rest that was not kept. @returns {Sentence | null} */
export function sentenceLike(sentences, quote) {
  const kept = quote.replace(/…$/, '');
  const same = sentences.find(({ words }) => words === quote || (kept !== quote && words.startsWith(kept)));
  if (same) {
    return same;
  }

  const likest = sentences.map(sentence => ({ sentence, alike: likeness(sentence.words, kept) })).sort((one, other) => other.alike - one.alike)[0];
  return likest && likest.alike >= ALIKE ? likest.sentence : null;
}

/** @param {string} one @param {string} other @returns {number} 1 when both have the same pairs of characters, 0 when none is common. */
function likeness(one, other) {
  const [ours, theirs] = [pairs(one), pairs(other)];
  const left = [...theirs];
  let common = 0;
  for (const pair of ours) {
    const at = left.indexOf(pair);
    if (at >= 0) {
      left.splice(at, 1);
      common += 1;
    }
  }

  return ours.length + theirs.length === 0 ? 1 : 2 * common / (ours.length + theirs.length);
}

/** @param {string} text */
const pairs = text => [...text].slice(1).map((character, i) => [...text][i] + character);
