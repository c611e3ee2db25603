// The section as it will be printed: pages beside the text, in the place of the preview as a web page. They follow the caret, and a click on them leads to the text.
/** @import { PagesAnswer, PagePlace, WorkbenchState } from './types' */
import { call, isAbort, Refused } from './api.js';
import { element } from './dom.js';
import { placeAt, placeOf } from './places.js';

const PIXELS = 96 / 72;

/** @typedef {{ svg: string, width: number, height: number, sheet: HTMLElement, picture: HTMLImageElement, here: HTMLElement }} Page */

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {WorkbenchState} given.state
 * @param {() => string} given.text
 * @param {() => { unit: string, year: number, as: string | null }} given.of Which unit's.
 * @param {(file: string, line: number, column: number) => void} given.clicked
 */
export function createPages({ host, state, text, of, clicked }) {
  const problem = element('p', { class: 'flash warn', role: 'status', hidden: true });
  const more = element('p', { class: 'soft', hidden: true });
  const sheets = element('div', { class: 'wb-paper' });
  host.append(problem, sheets, more);

  /** @type {Page[]} */
  const pages = [];

  /** @type {PagePlace[]} */
  let places = [];

  /** @type {AbortController | null} */
  let asking = null;
  let [line, column, zoom, shown] = [1, 1, 0, false];

  /** @param {Page} page */
  const size = page => {
    page.sheet.style.width = zoom === 0 ? '100%' : `${page.width * PIXELS * zoom}px`;
  };

  /** @param {number} index @param {string} svg @param {number} count */
  const draw = async (index, svg, count) => {
    const [width, height] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/)?.slice(1).map(Number) ?? [595, 842];
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    picture.alt = `第 ${index + 1} 页，共 ${count} 页`;

    // Put in when it can be shown at once: the page does not flicker while somebody types.
    await picture.decode();
    const known = pages[index];
    if (known) {
      known.picture.replaceWith(picture);
      Object.assign(known, { svg, width, height, picture });
      size(known);
      return;
    }

    const here = element('span', { class: 'wb-here', hidden: true });
    const sheet = element('figure', { class: 'wb-page' }, picture, here);
    const page = { svg, width, height, sheet, picture, here };
    sheet.addEventListener('click', event => {
      const box = page.picture.getBoundingClientRect();
      const place = placeAt(places, index + 1, (event.clientX - box.left) / box.width * page.width, (event.clientY - box.top) / box.height * page.height);
      if (place) {
        clicked(place.file, place.line, place.column);
      }
    });
    size(page);
    pages[index] = page;
    sheets.append(sheet);
  };

  /** @param {boolean} scroll */
  const mark = scroll => {
    const place = placeOf(places, state.path, line, column);
    for (const [index, page] of pages.entries()) {
      page.here.hidden = place?.page !== index + 1;
      if (place && !page.here.hidden) {
        page.here.style.left = `${place.x / page.width * 100}%`;
        page.here.style.top = `${(place.y - 18) / page.height * 100}%`;
        page.here.style.height = `${24 / page.height * 100}%`;
        if (scroll) {
          page.here.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
      }
    }
  };

  const render = async () => {
    if (!shown) {
      return;
    }

    asking?.abort();
    const mine = asking = new AbortController();
    try {
      /** @type {PagesAnswer} */
      const answer = await call('POST', `/api/workbench/${encodeURIComponent(state.set)}/pages`, { path: state.path, text: text(), ...of() }, { signal: mine.signal });
      problem.textContent = answer.problem ?? '';
      problem.hidden = !answer.problem;
      sheets.style.opacity = answer.problem ? '.45' : '';
      if (answer.problem) {
        return;
      }

      for (const [index, svg] of answer.pages.entries()) {
        if (pages[index]?.svg !== svg) {
          await draw(index, svg, answer.count);
          if (mine.signal.aborted) {
            return;
          }
        }
      }

      pages.splice(answer.pages.length).forEach(page => page.sheet.remove());
      pages.forEach((page, index) => { page.picture.alt = `第 ${index + 1} 页，共 ${answer.count} 页`; });
      more.hidden = answer.count <= answer.pages.length;
      more.textContent = `另有 ${answer.count - answer.pages.length} 页没有画出来；整份文档请下载 PDF。`;
      places = answer.places;
      mark(false);
      performance.measure('pages', { start: performance.getEntriesByName('typed').at(-1)?.startTime ?? 0 });
    } catch (error) {
      if (!isAbort(error) && !(error instanceof Refused && error.status === 429)) {
        problem.textContent = error instanceof Refused ? error.message : '连不上服务器，页面停在上一次的样子。';
        problem.hidden = false;
      }
    }
  };

  // By keyboard the mark goes from place to place, and back to the text that made one.
  host.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = placeOf(places, state.path, line, column);
    if (step) {
      const own = places.filter(place => place.file === state.path);
      const next = own[own.findIndex(place => place === at) + step];
      [line, column] = next ? [next.line, next.column] : [line, column];
      mark(true);
    } else if (at && (event.key === 'F6' || event.key === 'Enter')) {
      clicked(at.file, at.line, at.column);
    } else {
      return;
    }

    event.preventDefault();
    event.stopPropagation();
  });

  return {
    render,

    /** Takes the keyboard to the pages, when they are shown. */
    focus() {
      if (shown) {
        host.focus();
        mark(true);
      }

      return shown;
    },

    /** @param {number} toLine @param {number} toColumn */
    moved(toLine, toColumn) {
      [line, column] = [toLine, toColumn];
      mark(true);
    },

    /** @param {boolean} on */
    show(on) {
      shown = on;
      host.hidden = !on;
      return render();
    },

    /** @param {number} factor 0 fills the pane. */
    zoom(factor) {
      zoom = factor;
      pages.forEach(size);
      mark(true);
    },
  };
}
