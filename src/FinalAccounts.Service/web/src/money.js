// <input data-money="万元">: groups the digits while one types, and says what the published tables will print.
import { cursorIn, grouped, printed } from './money-text.js';

export function initMoney() {
  document.addEventListener('input', event => {
    if (event.target instanceof HTMLInputElement && event.target.dataset.money) {
      show(event.target);
    }
  });

  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll('input[data-money]:not([data-money=""])');
  inputs.forEach(show);
}

/** @param {HTMLInputElement} input */
function show(input) {
  const text = grouped(input.value);
  if (text !== input.value) {
    const at = cursorIn(input.value.slice(0, input.selectionStart ?? input.value.length), text);
    input.value = text;
    if (document.activeElement === input) {
      input.setSelectionRange(at, at);
    }
  }

  // In tables of records a line below each amount would double their height: there the pointer tells.
  const said = printed(input.value, input.dataset.money ?? '');
  const words = said ? `万元显示为 ${said.shown}（${said.yuan} 元）` : '';
  if (input.closest('table')) {
    input.title = words;
    return;
  }

  lineBelow(input).textContent = words;
}

/** @param {HTMLInputElement} input @returns {HTMLOutputElement} */
function lineBelow(input) {
  const place = input.closest('.with-unit') ?? input;
  const next = place.parentElement?.querySelector('output.money');
  if (next instanceof HTMLOutputElement) {
    return next;
  }

  const made = document.createElement('output');
  made.className = 'money';
  made.htmlFor.value = input.id;
  place.after(made);
  return made;
}
