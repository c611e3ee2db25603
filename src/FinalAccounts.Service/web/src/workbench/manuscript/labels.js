// What the chips and bars of a manuscript say.
/** @import { Expression } from './expressions' */
/** @import { ChipRegion, FrameRegion, Region } from './regions' */
/** @import { Noted } from './words' */
import { walk } from './regions.js';
import { conditionWords, elseWords, loopWords, nameOf } from './words.js';

/**
 * @typedef {'figure' | 'phrase' | 'data' | 'picture' | 'note' | 'set' | 'source'} Look
 * @typedef {{ look: Look, words: string }} Label
 */

const FIGURES = new Set(['万元', '元', '百分比', '数量', '分数', '增减额', '增减幅', '占比', '完成率', '比较额', '比较幅']);
const PICTURES = new Set(['图', '表', '自评表', '段落']);

/** @param {ChipRegion} chip @param {ReadonlySet<string>} phrases @returns {Label} */
export function chipLabel(chip, phrases) {
  const does = chip.does;
  switch (does.kind) {
    case 'note': return { look: 'note', words: does.text };
    case 'set': return said('set', noteWords(does.name, does.value));
    case 'print': return printLabel(does.value, phrases);
    default: return { look: 'source', words: '源文' };
  }
}

/** @param {Expression} value @param {ReadonlySet<string>} phrases @returns {Label} */
function printLabel(value, phrases) {
  const name = value.kind === 'call' ? value.name : value.kind === 'name' ? value.path : null;
  if (name !== null && phrases.has(name)) {
    return { look: 'phrase', words: name };
  }

  const figure = value.kind === 'pipe' && FIGURES.has(value.name);
  return said(name !== null && PICTURES.has(name) ? 'picture' : figure ? 'figure' : 'data', nameOf(value));
}

/** @param {string} name @param {Expression} value */
function noteWords(name, value) {
  if (value.kind === 'number') {
    return `${name}从 ${value.value} 起`;
  }

  if (value.kind === 'both' && value.op === '+' && value.left.kind === 'name' && value.left.path === name) {
    return `${name}加 ${value.right.kind === 'number' ? value.right.value : ''}`;
  }

  const words = nameOf(value) ?? conditionWords(value);
  return words === null ? null : `“${name}”指${words}`;
}

/** @param {Look} look @param {string | null} words @returns {Label} */
const said = (look, words) => (words === null ? { look: 'source', words: '源文' } : { look, words });

/**
 * What stands over each part of a frame; null where it cannot be said.
 * @param {FrameRegion} frame
 * @param {Noted} noted
 * @returns {(string | null)[]}
 */
export function partWords(frame, noted) {
  /** @type {Expression[]} */
  const before = [];
  return frame.parts.map(({ mark: { does } }) => {
    switch (does.kind) {
      case 'for': return loopWords(does.item, does.of);
      case 'func': return `句式“${does.name}”${does.parameters.length > 0 ? `（${does.parameters.join('、')}）` : ''}`;
      case 'else': return frame.kind === 'for' ? '一项也没有时' : elseWords(before);
      case 'if': case 'elseif': {
        const words = conditionWords(does.when, noted);
        before.push(does.when);
        return words === null ? null : words;
      }
      default: return null;
    }
  });
}

const TAB = 12;
const COMPARES = /^(?:填了|没有填|不?(?:等于|大于|小于))$/;

/**
 * What the branches of a condition are called on their tabs: what differs, without what they have in common.
 * @param {(string | null)[]} words
 */
export function tabWords(words) {
  return words.map((said, i) => {
    const words = said?.split(' ').filter(Boolean) ?? [];
    const short = said?.includes('，') ? said : words.find(word => COMPARES.test(word)) ?? words.at(-1);
    return !short ? `情形 ${i + 1}` : short.length > TAB ? `${short.slice(0, TAB)}…` : short;
  });
}

/** @param {Region[]} all @returns {Map<string, Expression>} */
export function notedIn(all) {
  /** @type {Map<string, Expression>} */
  const noted = new Map();
  walk(all, region => {
    if (region.kind === 'chip' && region.does.kind === 'set') {
      noted.set(region.does.name, region.does.value);
    }
  });
  return noted;
}

/** @param {Region[]} all @returns {string[]} The phrases that a text defines itself. */
export function phrasesIn(all) {
  /** @type {string[]} */
  const found = [];
  walk(all, region => {
    if (region.kind === 'func' && region.parts[0].mark.does.kind === 'func') {
      found.push(region.parts[0].mark.does.name);
    }
  });
  return found;
}

/** @param {Region[]} all @param {ReadonlySet<string>} phrases @returns {{ from: number, to: number }[]} What stands in chips of source. */
export function sourceChips(all, phrases) {
  /** @type {{ from: number, to: number }[]} */
  const found = [];
  const noted = notedIn(all);
  walk(all, region => {
    if (region.kind === 'chip' && chipLabel(region, phrases).look === 'source') {
      found.push(region);
    } else if ('parts' in region) {
      const words = partWords(region, noted);
      found.push(...region.parts.map(part => part.mark).filter((_, i) => words[i] === null));
      if (region.kind === 'source') {
        found.push(region.end);
      }
    }
  });
  return found;
}
