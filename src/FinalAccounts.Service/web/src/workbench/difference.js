// Two texts compared word by word.
/** @import { Edit } from './types' */
import { call } from './api.js';
import { element } from './dom.js';

const AROUND = 120;

/** @param {string} before @param {string} after */
export async function difference(before, after) {
  /** @type {Edit[]} */
  const edits = await call('POST', '/api/workbench/difference', { before, after });
  const body = element('div', { class: 'wb-difference', tabindex: '0', role: 'region', 'aria-label': '差异' });
  if (edits.every(edit => edit.kind === 'kept')) {
    body.append('两份文字相同。');
    return body;
  }

  edits.forEach((edit, i) => {
    if (edit.kind === 'removed') {
      body.append(element('del', {}, edit.text));
    } else if (edit.kind === 'added') {
      body.append(element('ins', {}, edit.text));
    } else {
      body.append(shortened(edit.text, i > 0, i < edits.length - 1));
    }
  });
  return body;
}

// What did not change is shown only near a change.
/** @param {string} text @param {boolean} after @param {boolean} before */
function shortened(text, after, before) {
  const most = AROUND * ((after ? 1 : 0) + (before ? 1 : 0));
  if (text.length <= most + 20) {
    return text;
  }

  return (after ? text.slice(0, AROUND) : '') + '\n……\n' + (before ? text.slice(-AROUND) : '');
}
