// Words replaced in a section: only where people read them, never in what the tags say.
import { regions, walk } from './regions.js';

/** @param {string} source @param {string} wanted @param {string} by @returns {{ from: number, to: number, insert: string }[]} In order; put in together. */
export function wordChanges(source, wanted, by) {
  /** @type {{ from: number, to: number, insert: string }[]} */
  const found = [];
  walk(regions(source), region => {
    if (region.kind === 'text' && wanted !== '') {
      for (let at = source.indexOf(wanted, region.from); at >= 0 && at + wanted.length <= region.to; at = source.indexOf(wanted, at + wanted.length)) {
        found.push({ from: at, to: at + wanted.length, insert: by });
      }
    }
  });
  return found.sort((one, other) => one.from - other.from);
}

/** @param {string} source @param {{ from: number, to: number, insert: string }[]} changes */
export const withChanges = (source, changes) => changes.reduceRight((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), source);
