// What @ and the letters after it stand for, in words alone.

/** @typedef {{ call: string, also: string }} Mentionable */

/**
 * The name being typed: where its @ stands, and the letters so far. None in the middle of an e-mail address or of a word that goes on.
 * @param {string} text
 * @param {number} caret
 * @returns {{ from: number, typed: string } | null}
 */
export function naming(text, caret) {
  const from = text.lastIndexOf('@', caret - 1);
  if (from < 0 || (from > 0 && /[A-Za-z0-9]/.test(text[from - 1]))) {
    return null;
  }

  const typed = text.slice(from + 1, caret);
  return /[\s,，。；、：]/.test(typed) || typed.length > 30 ? null : { from, typed };
}

/**
 * Whom the letters may mean, those whose name begins so first.
 * @param {readonly Mentionable[]} people
 * @param {string} typed
 * @param {number} most
 */
export function meant(people, typed, most = 8) {
  const wanted = typed.toLowerCase();
  /** @param {Mentionable} person */
  const rank = person => {
    const names = [person.call.toLowerCase(), person.also.toLowerCase()];
    return names.some(name => name !== '' && name.startsWith(wanted)) ? 0 : names.some(name => name.includes(wanted)) ? 1 : 2;
  };
  return people.map(person => ({ person, rank: rank(person) })).filter(entry => entry.rank < 2)
    .sort((a, b) => a.rank - b.rank).slice(0, most).map(entry => entry.person);
}

/**
 * The text with the name put in, and where the caret stands then.
 * @param {string} text
 * @param {number} from
 * @param {number} caret
 * @param {string} call
 */
export function named(text, from, caret, call) {
  const before = `${text.slice(0, from)}@${call} `;
  return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
}
