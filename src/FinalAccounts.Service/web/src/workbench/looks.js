// 网页 or 页面: how the preview looks. Which one somebody likes is remembered on this computer; at first it is 网页.
import { element } from './dom.js';

const KEY = 'workbench preview';
const ZOOMS = [['0', '整宽'], ['0.5', '50%'], ['0.75', '75%'], ['1', '100%'], ['1.5', '150%'], ['2', '200%']];

/**
 * @param {HTMLElement} bar
 * @param {(pages: boolean) => void} show
 * @param {(factor: number) => void} zoom
 */
export function createLooks(bar, show, zoom) {
  const zooms = element('select', { 'aria-label': '页面的大小', onchange: () => zoom(Number(zooms.value)) }, ...ZOOMS.map(([value, words]) => element('option', { value }, words)));
  const buttons = [false, true].map(pages => element('button', { type: 'button', onclick: () => choose(pages), title: pages ? '按印出来的样子分页，用印刷的字体' : '一整页，可以点数看出处' }, pages ? '页面' : '网页'));
  bar.prepend(element('span', { class: 'wb-views', role: 'group', 'aria-label': '预览的样子' }, ...buttons), zooms);

  /** @param {boolean} pages */
  function choose(pages) {
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String((index === 1) === pages)));
    zooms.hidden = !pages;
    try {
      localStorage.setItem(KEY, pages ? 'pages' : 'web');
    } catch {
      // Full or forbidden: then it is chosen anew each time.
    }

    show(pages);
  }

  choose(localStorage.getItem(KEY) === 'pages');
}
