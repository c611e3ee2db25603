// Searches all templates and all printed text; a hit leads to its line.
/** @import { SearchAnswer, WorkbenchState } from './types' */
import { byId } from '../page.js';
import { call, isAbort, Refused } from './api.js';
import { button, element } from './dom.js';
import { withoutMarks } from './manuscript/plain.js';

/**
 * @param {WorkbenchState} state
 * @param {(file: string, line: number) => void} open
 * @param {((wanted: string, by: string, paths: string[]) => Promise<import('./replace').Replaced>) | null} replace Null for those who may not edit.
 * @returns {(wanted?: string) => void}
 */
export function createSearch(state, open, replace) {
  const place = byId('search', HTMLElement);
  const words = element('input', { type: 'search', placeholder: '在全部模板和印出的文字里找', 'aria-label': '在全部模板和印出的文字里找' });
  const results = element('div', { class: 'wb-hits', role: 'region', 'aria-label': '找到的', hidden: true });
  const form = element('form', { role: 'search' }, words);
  place.append(form, results);
  /** @type {AbortController | null} */
  let asking = null;

  const find = async () => {
    asking?.abort();
    const wanted = words.value.trim();
    results.hidden = wanted === '';
    if (wanted === '') {
      return;
    }

    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: wanted, unit: state.unit ?? '', year: String(state.year) });
      show(await call('GET', `/api/workbench/${encodeURIComponent(state.set)}/search?${query}`, undefined, { signal: asking.signal }), wanted);
    } catch (error) {
      if (!isAbort(error)) {
        results.replaceChildren(element('p', { role: 'status' }, error instanceof Refused ? error.message : '连不上服务器。'));
      }
    }
  };

  /** @param {SearchAnswer} answer @param {string} wanted */
  const show = (answer, wanted) => {
    /** @param {string} kind @param {string} title */
    const list = (kind, title) => {
      const hits = answer.hits.filter(hit => hit.kind === kind);
      return hits.length === 0 ? [] : [element('h2', {}, `${title}（${hits.length}）`), element('ul', {}, ...hits.map(hit => {
        const link = element('a', { href: '#' }, element('small', {}, hit.title), element('span', {}, withoutMarks(hit.before), element('mark', {}, hit.words), withoutMarks(rest(hit))));
        link.addEventListener('click', event => {
          event.preventDefault();
          event.stopPropagation();
          open(hit.path, hit.line);
        });
        return element('li', {}, link);
      }))];
    };
    results.replaceChildren(
      element('p', { role: 'status', class: 'soft' }, answer.total === 0 ? `没有找到“${wanted}”` : answer.total > answer.hits.length ? `共 ${answer.total} 处，列出前 ${answer.hits.length} 处` : `共 ${answer.total} 处`),
      ...(replace ? replacing(replace, answer, wanted) : []),
      ...list('template', '模板里'), ...list('printed', '印出的文字里'));
  };

  let timer = 0;
  words.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(find, 250);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    find();
  });
  return (/** @type {string} */ wanted = '') => {
    words.focus();
    if (wanted !== '') {
      words.value = wanted;
      find();
    }
  };
}

// Of a tag that the words are in, only its name is shown.
/** @param {SearchAnswer['hits'][number]} hit */
const rest = ({ before, after }) => (/\{\{[^{}]*$/.test(before) ? after.replace(/^[^{}]*(?:\}\}|$)/, '〕') : after);

/**
 * The row that replaces the words in all sections that were found.
 * @param {(wanted: string, by: string, paths: string[]) => Promise<import('./replace').Replaced>} replace
 * @param {SearchAnswer} answer
 * @param {string} wanted
 */
function replacing(replace, answer, wanted) {
  const { paths } = answer;
  if (paths.length === 0) {
    return [];
  }

  const by = element('input', { type: 'text', placeholder: '替换为…', 'aria-label': `把“${wanted}”替换为` });
  const told = element('p', { role: 'status', class: 'soft' });
  const all = button('全部替换', async () => {
    all.disabled = true;
    try {
      const done = await replace(wanted, by.value, paths);
      told.replaceChildren(done.places === 0 ? `文字里没有“${wanted}”：它只在数和条件的名称里，不替换。` : `已在 ${done.sections} 节的草稿里替换 ${done.places} 处。`);
      if (done.places > 0) {
        told.append(' ', button('撤销', async () => {
          const taken = await done.undo();
          told.replaceChildren(taken === done.sections ? '已撤销。' : `撤销了 ${taken} 节；另外 ${done.sections - taken} 节后来又改过，没有动，请到那里改。`);
        }, 'link'));
      }
    } catch (error) {
      told.replaceChildren(error instanceof Refused && error.status === 409 ? '有一节的草稿刚在另一个窗口里改过，停在那里；请再找一次。' : error instanceof Refused ? error.message : '连不上服务器，没有全部替换。');
    } finally {
      all.disabled = false;
    }
  });
  return [element('div', { class: 'wb-replace' }, by, all), told];
}
