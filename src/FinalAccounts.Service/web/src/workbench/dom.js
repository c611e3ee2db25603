// Small things of the page.
import { byId, within } from '../page.js';

/** @typedef {[label: string, act: ((close: () => void) => void), look?: string]} NoticeAction */
/** @typedef {[label: string, act: (() => void) | null, look?: string]} PanelAction */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean | null | undefined | ((event: any) => void)>} [attributes] Those that begin with "on" are listeners.
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }

  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** @param {string} text @param {(event: MouseEvent) => void} onclick */
export const button = (text, onclick, look = '') => element('button', { type: 'button', class: look || false, onclick }, text);

// The page's one dialog: a title, a body, buttons. Escape closes it.
/** @param {string} title @param {Node} body @param {PanelAction[]} actions */
export function openPanel(title, body, actions) {
  const panel = byId('panel', HTMLDialogElement);
  byId('panel-title', HTMLElement).textContent = title;
  within(panel, '.wb-panel-body', HTMLElement).replaceChildren(body);
  within(panel, '.actions', HTMLElement).replaceChildren(...actions.map(([text, act, look]) => button(text, () => {
    panel.close();
    act?.();
  }, look)));
  if (!panel.open) {
    panel.showModal();
  }
}

// Notices above the editor, one per kind; a new one of a kind takes the old one's place.
/** @param {string} kind @param {string} look @param {string | null} text @param {NoticeAction[]} actions */
export function notice(kind, look, text, actions = []) {
  document.getElementById(`notice-${kind}`)?.remove();
  if (text === null) {
    return;
  }

  const node = element('div', { id: `notice-${kind}`, class: `flash ${look}`, role: 'status' }, element('p', {}, text));
  for (const [label, act] of actions) {
    node.append(button(label, () => act(() => node.remove())));
  }

  byId('notices', HTMLElement).append(node);
}
