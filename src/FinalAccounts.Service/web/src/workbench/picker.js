// What can be put into the text, as a tree to search and walk through with the arrow keys; Enter chooses.
/** @import { Insertion } from './manuscript/insertions' */
/** @import { Name, NamesAnswer } from './types' */
import { within } from '../page.js';
import { button, element } from './dom.js';
import { INSERTIONS } from './manuscript/insertions.js';
import { recently, remember } from './picker-recent.js';
import { SENTENCES } from './snippets.js';

/**
 * @typedef {object} Picked
 * @property {string} group The branch it stands in.
 * @property {string} name
 * @property {string} text How it is usually written; #{…} are places to fill.
 * @property {string} plain The same without such places.
 * @property {string} unit
 * @property {string[]} more Fields of a sheet, parameters of a phrase.
 * @property {Insertion} [insertion]
 */

/**
 * @typedef {object} Wanted
 * @property {string} title
 * @property {(picked: Picked) => boolean} fits What is offered.
 * @property {(picked: Picked) => void} chosen
 * @property {() => void} [given] It was closed without a choice.
 */

/** @param {Promise<NamesAnswer>} names @returns {(wanted: Wanted) => void} */
export function createPicker(names) {
  const dialog = element('dialog', { class: 'wb-picker', 'aria-labelledby': 'picker-title' });
  const title = element('h2', { id: 'picker-title' });
  const words = element('input', { type: 'search', placeholder: '找指标、资料、写法、常用句…', 'aria-label': '找可以插入的内容' });
  const tree = element('div', { role: 'tree', 'aria-label': '可以插入的内容' });
  dialog.append(
    element('div', { class: 'wb-picker-head' }, title, button('关闭', () => leave())), words, tree,
    element('p', { class: 'soft' }, '上下键选，左右键折叠和展开，回车选定，Esc 关闭'));
  document.body.append(dialog);

  // What each leaf stands for, and the words it is found by; the heading of each branch.
  /** @type {WeakMap<Element, { picked: Picked, words: string, fits: boolean }>} */
  const leaves = new WeakMap();

  /** @type {WeakMap<Element, string>} */
  const headings = new WeakMap();

  /** @type {Wanted | null} */
  let wanted = null;
  const recent = element('div', {});

  /** @param {Picked} picked */
  const choose = picked => {
    const { chosen } = /** @type {Wanted} */ (wanted);
    wanted = null;
    remember(`${picked.group} ${picked.name}`);
    dialog.close();
    chosen(picked);
  };

  // Closed without a choice. The dialog's own event comes too late: by then it may be open for the next question.
  const leave = () => {
    const given = wanted?.given;
    wanted = null;
    dialog.close();
    given?.();
  };
  dialog.addEventListener('cancel', event => {
    event.preventDefault();
    leave();
  });

  /** @param {Picked} picked @param {string} note @param {string} more */
  const leaf = (picked, note, more) => {
    const item = element('div', { role: 'treeitem', tabindex: '-1', class: 'wb-leaf', 'aria-level': '2' },
      element('span', { class: 'wb-name' }, picked.name), element('span', { class: 'wb-value' }, note), element('span', { class: 'wb-meaning' }, more));
    item.addEventListener('click', event => {
      event.stopPropagation();
      choose(picked);
    });
    leaves.set(item, { picked, words: `${picked.name} ${more}`, fits: true });
    return item;
  };

  /** @param {string} title @param {HTMLElement[]} items @param {boolean} open */
  const branch = (title, items, open) => {
    const group = element('div', { role: 'group' }, ...items);
    const item = element('div', { role: 'treeitem', tabindex: '-1', class: 'wb-branch', 'aria-expanded': String(open), 'aria-level': '1' },
      element('span', { class: 'wb-branch-title' }, `${title}（${items.length}）`), group);
    headings.set(item, title);
    within(item, '.wb-branch-title', HTMLElement).addEventListener('click', () => item.setAttribute('aria-expanded', String(item.getAttribute('aria-expanded') !== 'true')));
    return item;
  };

  /** @param {NamesAnswer} answer */
  const fill = ({ names: known, phrases }) => {
    /** @param {string} title */
    const group = title => known.groups.find(found => found.title === title)?.names ?? [];

    /** @param {string} group @param {string[]} [more] @returns {(name: Name) => HTMLElement} */
    const plain = (group, more = []) => name => leaf(
      { group, name: name.name, text: escaped(name.insert), plain: name.insert, unit: name.unit ?? '', more },
      [name.unit && name.unit !== '元' ? name.unit : '', name.value].filter(Boolean).join(' '), name.meaning);

    /** @param {string} group @param {string} name @param {string} text @param {string} note @param {string} meaning @param {Partial<Picked>} [besides] */
    const other = (group, name, text, note, meaning, besides = {}) => leaf({ group, name, text, plain: text, unit: '', more: [], ...besides }, note, meaning);
    tree.replaceChildren(
      recent,
      branch('常用写法', INSERTIONS.map(insertion => other('常用写法', insertion.label, '', '', insertion.example, { insertion })), true),
      branch('指标', group('指标').map(plain('指标')), true),
      branch('表', group('表').map(plain('表')), false),
      branch('图', group('图').map(plain('图')), false),
      ...known.members['资料'].map(sheet => branch(`资料 ${sheet.name}`, [
        ...(sheet.unit === '记录' ? [other('记录', `${sheet.name}：逐条写`, escaped(sheet.insert), sheet.value ?? '', sheet.meaning,
          { plain: sheet.insert, unit: sheet.name, more: known.members[`资料.${sheet.name}`].map(field => field.name) })] : []),
        ...known.members[`资料.${sheet.name}`].map(plain(sheet.unit === '记录' ? '记录的栏' : '资料')),
      ], false)),
      branch('帮助函数', group('帮助函数').map(plain('帮助函数')), false),
      branch('句式', phrases.map(phrase => other('句式', phrase.name, `{{ ${phrase.name} ${phrase.parameters.map(parameter => `#{${parameter}}`).join(' ')} }}`, phrase.parameters.join('、'), phrase.meaning, { more: phrase.parameters })), false),
      branch('常用句', SENTENCES.map(([label, meaning, text]) => other('常用句', label, text, '', meaning)), false),
      branch('其他', group('其他').map(plain('其他')), false));
  };
  names.then(fill, () => tree.replaceChildren('选定一个有数据的单位之后才能列出名称。'));

  // What was used last stands first.
  const showRecent = () => {
    recent.replaceChildren();
    const known = all('.wb-leaf');
    const used = recently().flatMap(key => known.find(item => leaves.get(item)?.fits && keyOf(item) === key) ?? []);
    if (used.length > 0) {
      recent.append(branch('最近用过', used.map(item => leaf(/** @type {{ picked: Picked }} */ (leaves.get(item)).picked, text(item, '.wb-value'), text(item, '.wb-meaning'))), true));
    }
  };

  /** @param {HTMLElement} item */
  const keyOf = item => {
    const picked = leaves.get(item)?.picked;
    return `${picked?.group} ${picked?.name}`;
  };

  /** @param {string} selector @param {Element} place @returns {HTMLElement[]} */
  const all = (selector, place = tree) => [...place.querySelectorAll(selector)].filter(node => node instanceof HTMLElement);

  // While words are looked for, only what has them is shown, everything open.
  const narrow = () => {
    const sought = words.value.trim();
    for (const item of all('.wb-branch')) {
      let shown = 0;
      for (const child of all('.wb-leaf', item)) {
        const leaf = leaves.get(child);
        child.hidden = !leaf?.fits || (sought !== '' && !leaf.words.includes(sought));
        shown += child.hidden ? 0 : 1;
      }

      item.hidden = shown === 0;
      within(item, '.wb-branch-title', HTMLElement).textContent = `${headings.get(item)}（${shown}）`;
      if (sought !== '') {
        item.setAttribute('aria-expanded', 'true');
      }
    }

    recent.hidden = sought !== '';
  };
  words.addEventListener('input', narrow);

  const visible = () => all('[role=treeitem]').filter(item => item.offsetParent !== null);

  /** @param {HTMLElement} item */
  const focus = item => {
    for (const other of all('[tabindex="0"]')) {
      other.tabIndex = -1;
    }

    item.tabIndex = 0;
    item.focus();
    item.scrollIntoView({ block: 'nearest' });
  };

  dialog.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      // Chromium would only empty the field.
      event.preventDefault();
      leave();
      return;
    }

    const items = visible();
    const at = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
    const item = items[at];

    /** @type {Record<string, (() => HTMLElement | null | undefined | false | void) | undefined>} */
    const keys = {
      ArrowDown: () => items[Math.min(at + 1, items.length - 1)],
      ArrowUp: () => (at <= 0 ? words : items[at - 1]),
      Home: () => at >= 0 && items[0],
      End: () => at >= 0 && items.at(-1),
      ArrowRight: () => at >= 0 && (item.getAttribute('aria-expanded') === 'false' ? (item.setAttribute('aria-expanded', 'true'), item) : null),
      ArrowLeft: () => at >= 0 && (item.classList.contains('wb-leaf') ? /** @type {HTMLElement | null} */ (item.closest('.wb-branch')) : (item.setAttribute('aria-expanded', 'false'), item)),
      Enter: () => {
        const chosen = at >= 0 ? item : items.find(found => leaves.has(found));
        const leaf = chosen && leaves.get(chosen);
        if (leaf) {
          choose(leaf.picked);
        } else if (chosen) {
          chosen.setAttribute('aria-expanded', String(chosen.getAttribute('aria-expanded') !== 'true'));
        }
      },
    };
    const go = keys[event.key];
    if (!go || (document.activeElement === words && ['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) || /** @type {Element} */ (event.target).closest('button')) {
      return;
    }

    event.preventDefault();
    const next = go();
    if (next === words) {
      words.focus();
    } else if (next) {
      focus(next);
    }
  });

  return next => {
    wanted = next;
    title.textContent = next.title;
    words.value = '';
    for (const item of all('.wb-leaf')) {
      const leaf = leaves.get(item);
      if (leaf) {
        leaf.fits = next.fits(leaf.picked);
      }
    }

    showRecent();
    narrow();
    const first = visible()[0];
    if (first && !tree.querySelector('[tabindex="0"]')) {
      first.tabIndex = 0;
    }

    dialog.showModal();
    words.focus();
  };
}

/** @param {HTMLElement} item @param {string} selector */
const text = (item, selector) => item.querySelector(selector)?.textContent ?? '';

// Text that is no snippet of the editor: its own marks have no meaning there.
/** @param {string} text */
const escaped = text => text.replaceAll('#{', '#\\{').replaceAll('${', '$\\{');
