// The menu of a chip or a bar: what it is, where it comes from, what can be done with it.
/** @import { EditorView } from '@codemirror/view' */
/** @import { BarItem, ChipItem, Item } from './layout' */
/** @import { Manuscript } from './field' */
import { button, element } from '../dom.js';
import { showBranch } from './branch.js';
import { addElse, otherWays, printing, rewrite, unwrap, withName } from './actions.js';
import { manuscript, toggleFold, valueOf } from './field.js';
import { extent } from './keys.js';
import { kindOf } from './widgets.js';

/**
 * @typedef {object} Outside What the menu asks of the rest of the workbench.
 * @property {(chosen: (name: string) => void) => void} pickMetric
 * @property {(words: string) => void} find
 * @property {(phrase: string) => void} openPhrase
 */

/** @typedef {[label: string, act: () => void]} Choice */

/** @param {Outside} outside */
export function createMenu(outside) {
  const box = element('div', { class: 'ms-menu', role: 'menu', hidden: true });
  document.body.append(box);

  /** @type {EditorView | null} */
  let opener = null;

  const close = () => {
    if (!box.hidden) {
      box.hidden = true;
      opener?.focus();
    }
  };

  document.addEventListener('mousedown', event => {
    if (!event.defaultPrevented && event.target instanceof Node && !box.contains(event.target)) {
      box.hidden = true;
    }
  });
  box.addEventListener('keydown', event => {
    /** @type {HTMLElement[]} */
    const choices = [...box.querySelectorAll('button')];
    const at = document.activeElement instanceof HTMLElement ? choices.indexOf(document.activeElement) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + choices.length, Home: 0, End: choices.length - 1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
    } else if (to !== undefined) {
      event.preventDefault();
      choices[to % choices.length]?.focus();
    }
  });

  /** @param {EditorView} view @param {Item} item */
  return (view, item) => {
    if (item.kind === 'hidden') {
      return;
    }

    opener = view;
    const state = view.state.field(manuscript);
    const target = item.kind === 'end' ? state.layout.items.find(found => found.kind === 'bar' && found.frame === item.frame && found.part === 0) : item;
    const [about, choices] = target?.kind === 'chip' ? ofChip(view, state, target, outside) : target?.kind === 'bar' ? ofBar(view, target) : [[], []];
    box.replaceChildren(...about, ...choices.map(([label, act]) => {
      const choice = button(label, () => {
        close();
        act();
      });
      choice.setAttribute('role', 'menuitem');
      return choice;
    }));
    box.hidden = false;
    place(box, view, item.from);
    box.querySelector('button')?.focus();
  };
}

/** @param {HTMLElement} box @param {EditorView} view @param {number} at */
function place(box, view, at) {
  const around = view.coordsAtPos(at, 1) ?? view.dom.getBoundingClientRect();
  const [width, height] = [box.offsetWidth, box.offsetHeight];
  box.style.left = `${Math.max(8, Math.min(around.left, innerWidth - width - 8))}px`;
  box.style.top = `${around.bottom + 4 + height > innerHeight ? Math.max(8, around.top - height - 4) : around.bottom + 4}px`;
}

/** @param {EditorView} view @param {{ from: number, to: number, insert: string } | { from: number, to: number, insert: string }[]} changes @param {number} [at] */
const change = (view, changes, at) => view.dispatch({ changes, userEvent: 'manuscript', scrollIntoView: true, ...(at === undefined ? {} : { selection: { anchor: at } }) });

/** @param {EditorView} view @param {{ from: number, to: number }} item @returns {Choice} */
const sourceOf = (view, item) => ['看源文', () => view.dom.dispatchEvent(new CustomEvent('ms-source', { detail: item.from, bubbles: true }))];

/** @param {EditorView} view @param {Manuscript} state @param {ChipItem} item @param {Outside} outside @returns {[Node[], Choice[]]} */
function ofChip(view, { values, known }, item, outside) {
  const { chip, label } = item;
  const printed = printing(item);
  const name = known.names.get(printed?.name.replace(/^资料\./, '').replace('.', '·') ?? label.words);
  const phrase = label.look === 'phrase' ? known.phrases.get(label.words) : undefined;
  const value = valueOf(values, chip);
  const about = [
    element('p', { class: 'ms-about' }, element('strong', {}, label.look === 'note' ? '批注' : label.words), ' ', element('small', {}, label.look === 'note' ? '不印出来' : kindOf(label.look))),
    ...[value ? `现在印出：${value.text}` : '这个单位现在不印这里', name?.prior ? `上年：${name.prior}` : '', value?.origin ?? '', name?.meaning ?? phrase?.meaning ?? '', label.look === 'source' || label.look === 'note' ? chip.body : '']
      .filter(line => line && !(label.look === 'note' && line.startsWith('这个单位'))).map(line => element('p', {}, line)),
  ];

  /** @type {Choice[]} */
  const choices = [];
  if (!view.state.readOnly) {
    choices.push(...otherWays(printed, known).map(([helper, words]) => /** @type {Choice} */ ([`改印：${words}`, () => change(view, rewrite(view.state, item, `${printed?.name} | ${helper}`))])));
    if (printed && known.metrics.has(printed.name)) {
      choices.push(['换成别的指标…', () => outside.pickMetric(chosen => change(view, withName(view.state, item, chosen)))]);
    }
  }

  if (phrase) {
    choices.push([`打开句式${phrase.uses === undefined ? '' : `（用于 ${phrase.uses} 处）`}`, () => outside.openPhrase(phrase.name)]);
  }

  if (printed && known.metrics.has(printed.name)) {
    choices.push(['用在哪里', () => outside.find(printed.name)]);
  }

  choices.push(sourceOf(view, item));
  if (!view.state.readOnly) {
    choices.push(['删除', () => change(view, { from: chip.from, to: chip.to, insert: '' })]);
  }

  return [about, choices];
}

/** @param {EditorView} view @param {BarItem} item @returns {[Node[], Choice[]]} */
function ofBar(view, item) {
  const what = { if: '条件', for: '列举', func: '句式', source: '源文' }[item.frame.kind];
  const about = [element('p', { class: 'ms-about' }, element('strong', {}, item.words ?? '源文'), ' ', element('small', {}, what))];

  /** @type {Choice[]} */
  const choices = [];
  if (item.hides) {
    choices.push([view.state.field(manuscript).folded.includes(item.mark.from) ? '展开' : '折叠', () => view.dispatch({ effects: toggleFold.of(item.mark.from) })]);
  }

  const head = view.state.field(manuscript).layout.items.find(found => found.kind === 'bar' && found.frame === item.frame && found.part === 0);
  if (head?.kind === 'bar' && head.tabs) {
    const only = view.state.field(manuscript).chosen.find(one => one.at === item.frame.from)?.part;
    choices.push(...head.tabs.flatMap((words, part) => (part === only ? [] : [/** @type {Choice} */ ([`只看“${words}”`, () => showBranch(view, item.frame, part)])])));
    if (only !== undefined) {
      choices.push(['看全部情形', () => showBranch(view, item.frame, null)]);
    }
  }

  const other = view.state.readOnly ? null : addElse(view.state, item);
  if (other) {
    choices.push(['加上其他情况', () => change(view, other.edit, other.at)]);
  }

  choices.push(sourceOf(view, { from: item.mark.from, to: item.mark.to }));
  if (!view.state.readOnly && item.frame.kind !== 'func') {
    choices.push([item.frame.kind === 'if' ? '去掉条件，留下文字' : '去掉列举，留下文字', () => change(view, unwrap(view.state, item))]);
    const all = extent(item);
    choices.push(['连里面的文字一起删除', () => change(view, { ...all, insert: '' })]);
  }

  return [about, choices];
}
