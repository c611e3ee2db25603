import { meant, named, naming } from './mention-text.js';

let menus = 0;

// <textarea data-mention="people">: @ offers the names of <datalist id="people">. Without it names are typed by hand.
export function initMention() {
  /** @type {NodeListOf<HTMLTextAreaElement>} */
  const areas = document.querySelectorAll('textarea[data-mention]');
  for (const area of areas) {
    const list = document.getElementById(area.dataset.mention ?? '');
    if (list) {
      const people = [...list.querySelectorAll('option')].map(option => ({ call: option.value, also: option.textContent ?? '' }));
      complete(area, people);
    }
  }
}

/**
 * @param {HTMLTextAreaElement} area
 * @param {import('./mention-text.js').Mentionable[]} people
 */
export function complete(area, people) {
  const menu = document.createElement('ul');
  menu.id = `mention-${menus += 1}`;
  menu.className = 'mention-menu';
  menu.hidden = true;
  menu.setAttribute('role', 'listbox');
  menu.setAttribute('aria-label', '可以提到的人');
  area.insertAdjacentElement('afterend', menu);
  area.setAttribute('aria-autocomplete', 'list');
  area.setAttribute('aria-controls', menu.id);
  let chosen = 0;

  const close = () => {
    menu.hidden = true;
    area.removeAttribute('aria-activedescendant');
  };

  /** @param {number} index */
  const choose = index => {
    chosen = (index + menu.children.length) % menu.children.length;
    [...menu.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === chosen)));
    area.setAttribute('aria-activedescendant', `${menu.id}-${chosen}`);
  };

  /** @param {string} call */
  const take = call => {
    const typing = naming(area.value, area.selectionStart);
    if (typing) {
      const put = named(area.value, typing.from, area.selectionStart, call);
      area.value = put.text;
      area.setSelectionRange(put.caret, put.caret);
    }

    close();
  };

  const offer = () => {
    const typing = naming(area.value, area.selectionStart);
    const found = typing ? meant(people, typing.typed) : [];
    menu.replaceChildren(...found.map((person, i) => {
      const item = document.createElement('li');
      item.id = `${menu.id}-${i}`;
      item.setAttribute('role', 'option');
      item.dataset.call = person.call;
      item.textContent = person.also ? `${person.call}（${person.also}）` : person.call;
      item.addEventListener('mousedown', event => { event.preventDefault(); take(person.call); });
      return item;
    }));
    menu.hidden = found.length === 0;
    if (found.length > 0) {
      choose(0);
    } else {
      close();
    }
  };

  area.addEventListener('input', offer);
  area.addEventListener('click', offer);
  area.addEventListener('blur', close);
  area.addEventListener('keydown', event => {
    if (menu.hidden || event.isComposing) {
      return;
    }

    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const item = menu.children[chosen];
    if (move) {
      choose(chosen + move);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && item instanceof HTMLElement) {
      take(item.dataset.call ?? '');
    } else if (event.key === 'Escape') {
      close();
    } else {
      return;
    }

    event.preventDefault();
  });
}
