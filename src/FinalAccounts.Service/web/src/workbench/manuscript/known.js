// What the manuscript knows of the set and the unit besides the text: names with their values, phrases with their uses.
/** @import { Name, NamesAnswer, Phrase, Wording } from '../types' */

/**
 * @typedef {object} Known
 * @property {ReadonlyMap<string, Phrase>} phrases
 * @property {ReadonlyMap<string, string>} values What a name prints for the unit, in its usual way.
 * @property {ReadonlyMap<string, Name>} names
 * @property {ReadonlySet<string>} metrics
 * @property {ReadonlySet<string>} plain Names whose value says enough: the year, the unit.
 * @property {Wording[]} wordings
 */

/** @type {Known} */
export const nothingKnown = { phrases: new Map(), values: new Map(), names: new Map(), metrics: new Set(), plain: new Set(), wordings: [] };

/** @param {NamesAnswer} answer @returns {Known} */
export function knownFrom({ names, phrases, wordings }) {
  /** @param {string} title */
  const group = title => names.groups.find(found => found.title === title)?.names ?? [];

  /** @type {Map<string, Name>} */
  const all = new Map();
  for (const name of [...group('其他'), ...group('指标')]) {
    all.set(name.name, name);
  }

  for (const [sheet, fields] of Object.entries(names.members)) {
    if (sheet.startsWith('资料.')) {
      fields.forEach(field => all.set(`${sheet.slice(3)}·${field.name}`, field));
    }
  }

  return {
    phrases: new Map(phrases.map(phrase => [phrase.name, phrase])),
    values: new Map([...all].flatMap(([name, { value }]) => (value ? [[name, value]] : []))),
    names: all,
    metrics: new Set(group('指标').map(name => name.name)),
    plain: new Set(group('其他').map(name => name.name)),
    wordings,
  };
}
