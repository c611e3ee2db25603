// How chips, bars and ends look. A widget is drawn anew only when what it says has changed.
import { WidgetType } from '@codemirror/view';
import { element } from '../dom.js';

/**
 * @typedef {object} ChipSays
 * @property {string} look
 * @property {string} words What it is.
 * @property {string | null} value What it prints for the unit.
 * @property {boolean} bare Whether the value says enough.
 * @property {boolean} wrong
 * @property {string} label For the screen reader.
 */

const KINDS = new Map([['figure', '数'], ['phrase', '句式'], ['data', '资料'], ['picture', '图表'], ['note', '批注'], ['set', '取数'], ['source', '源文']]);

/** @param {string} look */
export const kindOf = look => KINDS.get(look) ?? '';

export class ChipWidget extends WidgetType {
  /** @param {ChipSays} says */
  constructor(says) {
    super();
    this.says = says;
  }

  /** @param {ChipWidget} other */
  eq(other) {
    return JSON.stringify(other.says) === JSON.stringify(this.says);
  }

  toDOM() {
    const { look, words, value, bare, wrong, label } = this.says;
    return element('span', { class: `ms-chip ms-${look}${wrong ? ' ms-wrong' : ''}${value === null ? ' ms-unknown' : ''}`, role: 'button', 'aria-haspopup': 'menu', 'aria-label': label, title: label },
      bare && value !== null ? null : element('span', { class: 'ms-name' }, look === 'note' ? '批注　' : '', words), value === null || bare ? null : ' ', value === null ? null : element('span', { class: 'ms-value' }, value));
  }

  ignoreEvent() {
    return false;
  }
}

/**
 * @typedef {object} BarSays
 * @property {'if' | 'for' | 'func' | 'source'} look
 * @property {string} words
 * @property {boolean} alone
 * @property {boolean | null} folded Null where there is nothing to fold.
 * @property {string[] | null} tabs The branches, on the first of them.
 * @property {number | null} chosen The branch that is shown alone.
 * @property {string} more What else there is to say: how often it is used, what is folded.
 * @property {string} label
 */

export class BarWidget extends WidgetType {
  /** @param {BarSays} says */
  constructor(says) {
    super();
    this.says = says;
  }

  /** @param {BarWidget} other */
  eq(other) {
    return JSON.stringify(other.says) === JSON.stringify(this.says);
  }

  toDOM() {
    const { look, words, alone, folded, more, label } = this.says;
    const bar = element('span', {
      class: `${alone ? 'ms-bar' : 'ms-mark'} ms-of-${look}`, role: 'button', 'aria-haspopup': 'menu', 'aria-label': label, title: label, 'aria-expanded': folded === null ? null : String(!folded),
    }, folded === null ? null : element('span', { class: 'ms-fold', 'aria-hidden': 'true' }, folded ? '▸' : '▾'), words, more === '' ? null : ' ', more === '' ? null : element('small', {}, more));
    return this.says.tabs ? element('span', { class: 'ms-head' }, bar, this.tabs(this.says.tabs)) : bar;
  }

  // The branches by name; each shows itself alone, with a unit for which it holds.
  /** @param {string[]} tabs */
  tabs(tabs) {
    const { chosen } = this.says;
    const tab = (/** @type {string} */ words, /** @type {number | null} */ part, /** @type {string} */ label) =>
      element('span', { class: 'ms-tab', role: 'tab', 'data-part': part === null ? '' : String(part), 'aria-selected': String(chosen === part), title: label, 'aria-label': label }, words);
    return element('span', { class: 'ms-tabs', role: 'tablist', 'aria-label': '这个条件的各种情形' },
      ...tabs.map((words, part) => tab(words, part, `只看“${words}”，用合这个条件的单位`)), tab('全部', null, '看全部情形，用选定的单位'));
  }

  ignoreEvent() {
    return false;
  }
}

export class EndWidget extends WidgetType {
  /** @param {boolean} alone @param {string} label */
  constructor(alone, label) {
    super();
    this.alone = alone;
    this.label = label;
  }

  /** @param {EndWidget} other */
  eq(other) {
    return other.alone === this.alone && other.label === this.label;
  }

  toDOM() {
    return element('span', { class: this.alone ? 'ms-end' : 'ms-close', role: 'img', 'aria-label': this.label });
  }

  ignoreEvent() {
    return false;
  }
}
