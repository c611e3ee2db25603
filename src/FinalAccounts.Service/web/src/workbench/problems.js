// The mistakes as a list below the text: for those who do not use the mouse, and those in other templates.
/** @import { Diagnostic } from './types' */
import { byId } from '../page.js';
import { button, element } from './dom.js';

const SHOWN = 30;

/**
 * @param {Diagnostic[]} diagnostics
 * @param {string} path
 * @param {(file: string, line: number, column: number) => void} open
 * @param {((item: Diagnostic) => void) | null} fix Puts the name that was meant in the place of the one written.
 */
export function showProblems(diagnostics, path, open, fix) {
  const place = byId('problems', HTMLElement);
  const errors = diagnostics.filter(item => item.severity === 'error').length;
  const head = diagnostics.length === 0 ? '没有发现问题'
    : [errors > 0 ? `${errors} 处要改` : '', diagnostics.length > errors ? `${diagnostics.length - errors} 处缺资料或要留意` : ''].filter(Boolean).join('，');
  place.classList.toggle('bad', errors > 0);
  place.replaceChildren(
    element('p', { role: 'status' }, head),
    element('ul', {}, ...diagnostics.slice(0, SHOWN).map(item => element('li', { class: item.severity },
      button(`${item.file === path ? '' : item.file.replace(/^.*\//, '').replace('.sbn', '') + ' '}第 ${item.line} 行`, () => open(item.file, item.line, item.column), 'link'), ' ', item.message,
      item.fix && item.file === path && fix ? element('span', {}, ' ', button(`改成“${item.fix.meant}”`, () => fix(item), 'wb-fix')) : null))));
  if (diagnostics.length > SHOWN) {
    place.append(element('p', {}, `……共 ${diagnostics.length} 处`));
  }
}
