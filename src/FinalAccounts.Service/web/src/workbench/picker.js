// What can be put into the text, as a tree to search and walk through with the arrow keys; Enter puts it at the cursor.
import { snippet } from '@codemirror/autocomplete';
import { button, element } from './dom.js';
import { SENTENCES } from './snippets.js';

export function createPicker(view, names) {
  const dialog = element('dialog', { class: 'wb-picker', 'aria-label': '插入到文字里' });
  const words = element('input', { type: 'search', placeholder: '找指标、资料、写法、常用句…', 'aria-label': '找可以插入的内容' });
  const tree = element('div', { role: 'tree', 'aria-label': '可以插入的内容' });
  dialog.append(
    element('div', { class: 'wb-picker-head' }, words, button('关闭', () => dialog.close())), tree,
    element('p', { class: 'soft' }, '上下键选，左右键折叠和展开，回车插入，Esc 关闭'));
  document.body.append(dialog);

  const put = text => {
    dialog.close();
    const range = view.state.selection.main;
    snippet(inside(range.from) ? bare(text) : text)(view, null, range.from, range.to);
    view.focus();
  };

  // Between {{ and }} only what stands between them is put in.
  const inside = position => {
    const before = view.state.sliceDoc(Math.max(0, position - 4000), position);
    return before.lastIndexOf('{{') > before.lastIndexOf('}}');
  };
  const bare = text => text.trim().match(/^\{\{[~-]?\s*([^{}]*(?:#\{[^{}]*\}[^{}]*)*?)\s*[~-]?\}\}$/)?.[1] ?? text;

  const leaf = (label, note, more, text) => {
    const item = element('div', { role: 'treeitem', tabindex: '-1', class: 'wb-leaf', 'aria-level': '2' },
      element('span', { class: 'wb-name' }, label), element('span', { class: 'wb-value' }, note), element('span', { class: 'wb-meaning' }, more));
    item.addEventListener('click', event => {
      event.stopPropagation();
      put(text);
    });
    item.put = () => put(text);
    item.words = `${label} ${more}`;
    return item;
  };

  const branch = (title, leaves, open) => {
    const group = element('div', { role: 'group' }, ...leaves);
    const item = element('div', { role: 'treeitem', tabindex: '-1', class: 'wb-branch', 'aria-expanded': String(open), 'aria-level': '1' },
      element('span', { class: 'wb-branch-title' }, `${title}（${leaves.length}）`), group);
    item.heading = title;
    item.querySelector('.wb-branch-title').addEventListener('click', () => item.setAttribute('aria-expanded', String(item.getAttribute('aria-expanded') !== 'true')));
    return item;
  };

  const fill = ({ names: known, phrases }) => {
    const group = title => known.groups.find(found => found.title === title)?.names ?? [];
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
    tree.querySelector('[role=treeitem]').tabIndex = 0;
  };
  names.then(fill, () => tree.replaceChildren('选定一个有数据的单位之后才能列出名称。'));

  // While words are looked for, only what has them is shown, everything open.
  words.addEventListener('input', () => {
    const wanted = words.value.trim();
    for (const item of tree.querySelectorAll('.wb-branch')) {
      let shown = 0;
      for (const child of item.querySelectorAll('.wb-leaf')) {
        child.hidden = wanted !== '' && !child.words.includes(wanted);
        shown += child.hidden ? 0 : 1;
      }

      item.hidden = shown === 0;
      item.querySelector('.wb-branch-title').textContent = `${item.heading}（${shown}）`;
      if (wanted !== '') {
        item.setAttribute('aria-expanded', 'true');
      }
    }
  });

  const visible = () => [...tree.querySelectorAll('[role=treeitem]')].filter(item => item.offsetParent !== null);
  const focus = item => {
    for (const other of tree.querySelectorAll('[tabindex="0"]')) {
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
    const at = items.indexOf(document.activeElement);
    const item = items[at];
    const go = {
      ArrowDown: () => items[Math.min(at + 1, items.length - 1)],
      ArrowUp: () => (at <= 0 ? words : items[at - 1]),
      Home: () => at >= 0 && items[0],
      End: () => at >= 0 && items.at(-1),
      ArrowRight: () => at >= 0 && (item.getAttribute('aria-expanded') === 'false' ? (item.setAttribute('aria-expanded', 'true'), item) : null),
      ArrowLeft: () => at >= 0 && (item.classList.contains('wb-leaf') ? item.closest('.wb-branch') : (item.setAttribute('aria-expanded', 'false'), item)),
      Enter: () => {
        const chosen = at >= 0 ? item : items.find(found => found.put);
        if (chosen?.put) {
          chosen.put();
        } else if (chosen) {
          chosen.setAttribute('aria-expanded', String(chosen.getAttribute('aria-expanded') !== 'true'));
        }
      },
    }[event.key];
    if (!go || (document.activeElement === words && ['Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(event.key)) || event.target.closest('button')) {
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
const escaped = text => text.replaceAll('#{', '#\\{').replaceAll('${', '$\\{');
