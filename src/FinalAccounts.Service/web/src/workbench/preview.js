// The printed text beside its template. Frames have no scripts of their own: their content and their clicks are handled here.
/** @import { PreviewAnswer, WorkbenchState } from './types' */
import { call, isAbort, Refused } from './api.js';

const PAUSE = 150;

/** @typedef {{ frame: HTMLIFrameElement, unit: string, year: number, as: string | null, problem: HTMLElement, ready: Promise<void>, html: string, asking: AbortController | null }} Pane */
/** @typedef {ReturnType<typeof createPreview>} Preview */

/**
 * @param {object} given
 * @param {WorkbenchState} given.state
 * @param {() => string} given.text
 * @param {(answer: PreviewAnswer, typed: string) => void} given.shown
 * @param {(file: string, line: number, column?: number) => void} given.clicked
 */
export function createPreview({ state, text, shown, clicked }) {
  /** @type {ReturnType<typeof import('./pages').createPages> | null} */
  let pages = null;

  /** @type {Pane[]} */
  const panes = [];
  let timer = 0;
  let line = state.line ?? 1;

  /** @param {HTMLIFrameElement} frame @param {string} unit @param {number} year @param {HTMLElement} problem */
  const add = (frame, unit, year, problem) => {
    /** @type {Pane} */
    const pane = { frame, unit, year, as: null, problem, ready: Promise.resolve(), html: '', asking: null };
    pane.ready = new Promise(done => {
      const load = () => {
        const page = frame.contentDocument;
        if (page?.querySelector('main') && page.readyState === 'complete') {
          page.addEventListener('click', event => follow(event));
          page.addEventListener('keydown', event => keyed(pane, event));
          done();
          return true;
        }

        return false;
      };
      if (!load()) {
        frame.addEventListener('load', load);
      }
    });

    panes.push(pane);
    return pane;
  };

  /** @param {Event} event */
  const follow = event => {
    // Nodes of a frame are no instances of this window's classes.
    const target = /** @type {Element | null} */ (event.target);

    /** @type {HTMLElement | null | undefined} */
    const place = target?.closest?.('[data-line]');
    if (!place) {
      return;
    }

    event.preventDefault();

    /** @type {HTMLElement | null} */
    const made = place.closest('.made');

    /** @type {HTMLElement | null | undefined} */
    const tag = target?.closest?.('[data-column]');
    clicked(made?.dataset.file ?? state.path, Number(place.dataset.line), Number(tag?.dataset.column ?? 1));
  };

  // By keyboard from stretch to stretch, and back to the text that made one.
  /** @param {Pane} pane @param {KeyboardEvent} event */
  const keyed = (pane, event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const all = stretches(pane);
      const at = all.findIndex(node => node.contains(pane.frame.contentDocument?.activeElement ?? null));
      focus(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
      event.preventDefault();
    } else if (event.key === 'F6' || event.key === 'Enter') {
      follow(event);
      if (event.key === 'F6' && !event.defaultPrevented) {
        event.preventDefault();
        clicked(state.path, line);
      }
    }
  };

  /** @param {Pane} pane @returns {HTMLElement[]} */
  const stretches = pane => [...pane.frame.contentDocument?.querySelectorAll('.from') ?? []].map(node => /** @type {HTMLElement} */ (node));

  /** @param {HTMLElement | undefined} node */
  const focus = node => {
    if (node) {
      node.tabIndex = -1;
      node.focus();
    }
  };

  /** @param {Pane} pane */
  const render = async pane => {
    pane.asking?.abort();
    pane.asking = new AbortController();
    const typed = text();
    try {
      /** @type {PreviewAnswer} */
      const answer = await call('POST', `/api/workbench/${encodeURIComponent(state.set)}/preview`,
        { path: state.path, text: typed, unit: pane.unit, year: pane.year, as: pane.as }, { signal: pane.asking.signal });
      await pane.ready;
      const main = pane.frame.contentDocument?.querySelector('main');
      if (!main) {
        return;
      }

      // While a tag is being typed nothing can be printed: the last text stays, pale.
      const broken = !answer.html.includes('class="made"') && answer.diagnostics.some(item => item.severity === 'error') && pane.html !== '';
      main.style.opacity = broken ? '.45' : '';
      if (!broken && answer.html !== pane.html) {
        pane.html = answer.html;
        main.innerHTML = answer.html;
      }

      pane.problem.textContent = answer.problem ?? '';
      pane.problem.hidden = !answer.problem;
      mark(pane, false);
      if (pane === panes[0]) {
        shown(answer, typed);
      }
    } catch (error) {
      if (!isAbort(error)) {
        const status = error instanceof Refused ? error.status : 0;
        pane.problem.textContent = status === 401 ? '登录已经过期：文字保存在这台电脑上，请在另一个窗口重新登录。' : error instanceof Refused ? error.message : '连不上服务器，预览停在上一次的样子。';
        pane.problem.hidden = status === 429;
      }
    }
  };

  // The text that the cursor's line prints; a line that prints nothing leads to the one before it.
  /** @param {Pane} pane @param {boolean} scroll */
  const mark = (pane, scroll) => {
    const page = pane.frame.contentDocument;
    if (!page) {
      return;
    }

    for (const node of page.querySelectorAll('.here')) {
      node.classList.remove('here');
    }

    /** @type {NodeListOf<HTMLElement>} */
    const made = page.querySelectorAll('.made');
    const own = [...made].filter(node => node.dataset.file === state.path);
    const nodes = own.flatMap(node => {
      /** @type {NodeListOf<HTMLElement>} */
      const inside = node.querySelectorAll('.from');
      return inside.length > 0 ? [...inside] : [node];
    });
    const best = Math.max(...nodes.map(node => Number(node.dataset.line)).filter(number => number <= line), -1);
    const here = nodes.filter(node => Number(node.dataset.line) === best);
    for (const node of here) {
      node.classList.add('here');
    }

    if (scroll && here.length > 0) {
      here[0].scrollIntoView({ block: 'nearest' });
    }
  };

  const renderAll = () => {
    panes.forEach(render);
    pages?.render();
  };

  return {
    add,

    /** @param {NonNullable<typeof pages>} beside The same as pages, rendered along. */
    follow(beside) {
      pages = beside;
    },

    /** Whose the first preview is. */
    of: () => ({ unit: panes[0].unit, year: panes[0].year, as: panes[0].as }),

    /** @param {string | null} as What is supposed of the first unit. */
    suppose(as) {
      panes[0].as = as;
      render(panes[0]);
      pages?.render();
    },

    /** Takes the keyboard to what the caret's line has printed. */
    focus() {
      if (panes.length > 0 && !pages?.focus()) {
        focus(panes[0]?.frame.contentDocument?.querySelector('.here') ?? stretches(panes[0])[0]);
      }
    },

    /** @param {Pane} pane */
    remove(pane) {
      panes.splice(panes.indexOf(pane), 1);
      pane.asking?.abort();
    },
    refresh() {
      clearTimeout(timer);
      renderAll();
    },
    later() {
      clearTimeout(timer);
      performance.mark('typed');
      timer = setTimeout(renderAll, PAUSE);
    },

    /** @param {number} number @param {number} column */
    moved(number, column) {
      pages?.moved(number, column);
      if (line !== number) {
        line = number;
        panes.forEach(pane => mark(pane, true));
      }
    },
  };
}
