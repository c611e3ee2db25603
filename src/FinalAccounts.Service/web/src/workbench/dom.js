// Small things of the page.
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }

  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export const button = (text, onclick, look = '') => element('button', { type: 'button', class: look || false, onclick }, text);

// The page's one dialog: a title, a body, buttons. Escape closes it.
export function openPanel(title, body, actions) {
  const panel = document.getElementById('panel');
  document.getElementById('panel-title').textContent = title;
  panel.querySelector('.wb-panel-body').replaceChildren(body);
  panel.querySelector('.actions').replaceChildren(...actions.map(([text, act, look]) => button(text, () => {
    panel.close();
    act?.();
  }, look)));
  if (!panel.open) {
    panel.showModal();
  }
}

// Notices above the editor, one per kind; a new one of a kind takes the old one's place.
export function notice(kind, look, text, actions = []) {
  document.getElementById(`notice-${kind}`)?.remove();
  if (text === null) {
    return;
  }

  const node = element('div', { id: `notice-${kind}`, class: `flash ${look}`, role: 'status' }, element('p', {}, text));
  for (const [label, act] of actions) {
    node.append(button(label, () => act(() => node.remove())));
  }

  document.getElementById('notices').append(node);
}
