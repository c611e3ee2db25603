// Two texts compared word by word: as people read them; the source on request.
/** @import { Edit } from './types' */
import { call } from './api.js';
import { element } from './dom.js';

const AROUND = 120;

/** @param {string} before @param {string} after */
export async function difference(before, after) {
  const words = await compared(before, after, true);
  const body = element('div', { class: 'wb-difference', tabindex: '0', role: 'region', 'aria-label': '差异' });
  if (before === after) {
    body.append('两份文字相同。');
    return body;
  }

  body.append(...(words.every(edit => edit.kind === 'kept') ? ['只改了数或条件的写法，措辞没有变。'] : shown(words)), source(before, after));
  return body;
}

/** @param {string} before @param {string} after @param {boolean} words @returns {Promise<Edit[]>} */
const compared = (before, after, words) => call('POST', '/api/workbench/difference', { before, after, words });

/** @param {string} before @param {string} after */
function source(before, after) {
  const details = element('details', { ontoggle: async () => {
    if (details.childElementCount === 1) {
      details.append(...shown(await compared(before, after, false)));
    }
  } }, element('summary', {}, '源文的不同'));
  return details;
}

/** @param {Edit[]} edits @returns {(Node | string)[]} */
const shown = edits => edits.map((edit, i) => edit.kind === 'removed' ? element('del', {}, edit.text) : edit.kind === 'added' ? element('ins', {}, edit.text)
  : shortened(edit.text, i > 0, i < edits.length - 1));

// What did not change is shown only near a change.
/** @param {string} text @param {boolean} after @param {boolean} before */
function shortened(text, after, before) {
  const most = AROUND * ((after ? 1 : 0) + (before ? 1 : 0));
  if (text.length <= most + 20) {
    return text;
  }

  return (after ? text.slice(0, AROUND) : '') + '\n……\n' + (before ? text.slice(-AROUND) : '');
}
