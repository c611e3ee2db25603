// The mistakes as a list below the text: for those who do not use the mouse, and those in other templates.
/** @import { Diagnostic } from './types' */
/** @import { MarkFix, TextMark } from './manuscript/marks' */
import { byId } from '../page.js';
import { button, element } from './dom.js';

const SHOWN = 30;

/**
 * @typedef {object} Problems
 * @property {Diagnostic[]} diagnostics
 * @property {TextMark[]} marks
 * @property {(mark: TextMark) => string} wordsOf
 * @property {(item: Diagnostic) => string} placeOf What its place is called.
 * @property {string} path
 * @property {(file: string, line: number, column: number) => void} open
 * @property {(mark: TextMark) => void} show
 * @property {((item: Diagnostic) => void) | null} fix Puts the name that was meant in the place of the one written; null for those who may not edit.
 * @property {(mark: TextMark, fix: MarkFix) => void} mend
 */

/** @param {Problems} problems */
export function showProblems({ diagnostics, marks, wordsOf, placeOf, path, open, show, fix, mend }) {
  const place = byId('problems', HTMLElement);
  const errors = diagnostics.filter(item => item.severity === 'error').length;
  const head = diagnostics.length + marks.length === 0 ? '没有发现问题'
    : [errors > 0 ? `${errors} 处要改` : '', diagnostics.length > errors ? `${diagnostics.length - errors} 处缺资料或要留意` : '', marks.length > 0 ? `${marks.length} 处文字请看一看` : ''].filter(Boolean).join('，');
  place.classList.toggle('bad', errors > 0);
  const items = [
    ...diagnostics.map(item => element('li', { class: item.severity },
      button(placeOf(item), () => open(item.file, item.line, item.column), 'link'), ' ', item.message,
      item.fix && item.file === path && fix ? element('span', {}, ' ', button(`改成“${item.fix.meant}”`, () => fix(item), 'wb-fix')) : null)),
    ...marks.map(mark => element('li', { class: 'info' }, button(wordsOf(mark), () => show(mark), 'link'), ' ', mark.message,
      ...(fix ? mark.fixes.map(way => element('span', {}, ' ', button(way.label, () => mend(mark, way), 'wb-fix'))) : []))),
  ];
  place.replaceChildren(element('p', { role: 'status' }, head), element('ul', {}, ...items.slice(0, SHOWN)));
  if (items.length > SHOWN) {
    place.append(element('p', {}, `……共 ${items.length} 处`));
  }
}
