// The navigation on narrow screens: closed until asked for.
export function initMenu() {
  const button = document.getElementById('menu-button');
  const menu = document.getElementById('menu');
  if (!button || !menu) {
    return;
  }

  /** @param {boolean} open */
  const show = open => {
    button.setAttribute('aria-expanded', String(open));
    menu.classList.toggle('open', open);
  };
  button.hidden = false;
  menu.classList.add('foldable');
  show(false);
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
      show(false);
      button.focus();
    }
  });
}
