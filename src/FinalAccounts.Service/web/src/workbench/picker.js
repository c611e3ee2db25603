// What can be put into the text, as a tree to search and walk through with the arrow keys; Enter puts it at the cursor.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Name, NamesAnswer } from './types' */
import { snippet } from '@codemirror/autocomplete';
import { within } from '../page.js';
import { button, element } from './dom.js';
import { SENTENCES } from './snippets.js';

/** @param {EditorView} view @param {Promise<NamesAnswer>} names */
export function createPicker(view, names) {
  const dialog = element('dialog', { class: 'wb-picker', 'aria-label': '插入到文字里' });
  const words = element('input', { type: 'search', placeholder: '找指标、资料、写法、常用句…', 'aria-label': '找可以插入的内容' });
  const tree = element('div', { role: 'tree', 'aria-label': '可以插入的内容' });
  dialog.append(
    element('div', { class: 'wb-picker-head' }, words, button('关闭', () => dialog.close())), tree,
    element('p', { class: 'soft' }, '上下键选，左右键折叠和展开，回车插入，Esc 关闭'));
  document.body.append(dialog);

  // What each leaf puts into the text, and the words it is found by; the heading of each branch.
  /** @type {WeakMap<Element, { put: () => void, words: string }>} */
  const leaves = new WeakMap();

  /** @type {WeakMap<Element, string>} */
  const headings = new WeakMap();

  /** @param {string} text */
  const put = text => {
    dialog.close();
    const range = view.state.selection.main;
    snippet(inside(range.from) ? bare(text) : text)(view, null, range.from, range.to);
    view.focus();
  };

  // Between {{ and }} only what stands between them is put in.
  /** @param {number} position */
  const inside = position => {
    const before = view.state.sliceDoc(Math.max(0, position - 4000), position);
    return before.lastIndexOf('{{') > before.lastIndexOf('}}');
  };

  /** @param {string} text */
  const bare = text => text.trim().match(/^\{\{[~-]?\s*([^{}]*(?:#\{[^{}]*\}[^{}]*)*?)\s*[~-]?\}\}$/)?.[1] ?? text;

  /** @param {string} label @param {string} note @param {string} more @param {string} text */
  const leaf = (label, note, more, text) => {
    const item = element('div', { role: 'treeitem', tabindex: '-1', class: 'wb-leaf', 'aria-level': '2' },
      element('span', { class: 'wb-name' }, label), element('span', { class: 'wb-value' }, note), element('span', { class: 'wb-meaning' }, more));
    item.addEventListener('click', event => {
      event.stopPropagation();
      put(text);
    });
    leaves.set(item, { put: () => put(text), words: `${label} ${more}` });
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

    /** @param {Name} name */
    const plain = name => leaf(name.name, [name.unit && name.unit !== '元' ? name.unit : '', name.value].filter(Boolean).join(' '), name.meaning, escaped(name.insert));
    tree.replaceChildren(
      branch('指标', group('指标').map(plain), true),
      branch('表', [...group('表').map(plain), ...group('图').map(plain)], false),
      ...known.members['资料'].map(sheet => branch(`资料 ${sheet.name}`, [
        ...(sheet.unit === '记录' ? [leaf('逐条写', sheet.value ?? '', sheet.meaning, escaped(sheet.insert))] : []),
        ...known.members[`资料.${sheet.name}`].map(plain),
      ], false)),
      branch('帮助函数', group('帮助函数').map(plain), false),
      branch('句式', phrases.map(phrase => leaf(phrase.name, phrase.parameters.join('、'), phrase.meaning, `{{ ${phrase.name} ${phrase.parameters.map(parameter => `#{${parameter}}`).join(' ')} }}`)), false),
      branch('常用句', SENTENCES.map(([label, meaning, text]) => leaf(label, '', meaning, text)), false),
      branch('其他', group('其他').map(plain), false));
    within(tree, '[role=treeitem]', HTMLElement).tabIndex = 0;
  };
  names.then(fill, () => tree.replaceChildren('选定一个有数据的单位之后才能列出名称。'));

  /** @param {string} selector @param {Element} place @returns {HTMLElement[]} */
  const all = (selector, place = tree) => [...place.querySelectorAll(selector)].filter(node => node instanceof HTMLElement);

  // While words are looked for, only what has them is shown, everything open.
  words.addEventListener('input', () => {
    const wanted = words.value.trim();
    for (const item of all('.wb-branch')) {
      let shown = 0;
      for (const child of all('.wb-leaf', item)) {
        child.hidden = wanted !== '' && !leaves.get(child)?.words.includes(wanted);
        shown += child.hidden ? 0 : 1;
      }

      item.hidden = shown === 0;
      within(item, '.wb-branch-title', HTMLElement).textContent = `${headings.get(item)}（${shown}）`;
      if (wanted !== '') {
        item.setAttribute('aria-expanded', 'true');
      }
    }
  });

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
      dialog.close();
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
          leaf.put();
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

  return () => {
    dialog.showModal();
    words.select();
    words.focus();
  };
}

// Text that is no snippet of the editor: its own marks have no meaning there.
/** @param {string} text */
const escaped = text => text.replaceAll('#{', '#\\{').replaceAll('${', '$\\{');
