// What people say at the sentences of this section. A thread keeps how its sentence read; where that stands now is looked for in the text that is here.
/** @import { EditorView } from '@codemirror/view' */
/** @import { CommentsAnswer, Thread, WorkbenchState } from './types' */
import { complete } from '../mention.js';
import { call } from './api.js';
import { moment } from './clock.js';
import { button, element } from './dom.js';
import { sentenceAt, sentenceLike, sentencesIn } from './sentences.js';
import { showTalk } from './talk-marks.js';
import { toast } from '../toast.js';

const LONGEST = 2000;

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {WorkbenchState} given.state
 * @param {EditorView} given.view
 * @param {(open: number) => void} given.counted
 */
export function createComments({ host, state, view, counted }) {
  const address = `/api/workbench/${encodeURIComponent(state.set)}/comments`;

  /** @type {CommentsAnswer} */
  let known = { threads: [], people: [] };
  const quote = element('q', {});
  const text = area('意见', 3);
  const form = element('form', { onsubmit: event => { event.preventDefault(); say(); } },
    element('p', {}, '对这一句写意见：', quote), text, element('p', { class: 'hint' }, '打 @ 选一个人，他会收到通知。能看模板的人都看得到意见。'), element('button', { class: 'primary' }, '发表'));
  const list = element('div', {});
  host.append(form, list);

  /** @param {string} label @param {number} rows */
  function area(label, rows) {
    return element('textarea', { rows: String(rows), maxlength: String(LONGEST), required: true, 'aria-label': label });
  }

  const sentences = () => sentencesIn(view.state.doc.toString());
  const here = () => sentenceAt(sentences(), view.state.selection.main.head);

  const aim = () => { quote.textContent = here()?.words ?? '（这一节还没有句子）'; };

  /** @param {() => Promise<unknown>} act */
  const done = async act => {
    try {
      await act();
      await load();
      return true;
    } catch (error) {
      toast(error instanceof Error ? error.message : '没有写上，请稍后再试。');
      return false;
    }
  };

  const say = async () => {
    if (await done(() => call('POST', address, { path: state.path, quote: here()?.words ?? '', text: text.value }))) {
      text.value = '';
    }
  };

  /** @param {Thread} thread @param {import('./sentences').Sentence[]} all */
  const shown = (thread, all) => {
    const place = sentenceLike(all, thread.quote);
    const answer = area('答复', 2);
    const node = element('article', { class: `thread${thread.open ? '' : ' over'}`, id: `thread-${thread.id}`, tabindex: '-1' },
      element('p', { class: 'at' }, element('span', { class: `badge ${thread.open ? 'warn' : 'good'}` }, thread.open ? '未办' : '已办'), ' ',
        place ? button(thread.quote, () => go(place), 'link') : element('q', {}, thread.quote), place ? null : element('span', { class: 'badge warn' }, '现在没有这一句了')),
      ...thread.said.map(said => element('div', { class: 'said' }, element('small', {}, element('b', {}, said.name), `　${moment(said.at)}`), element('p', {}, said.text))),
      thread.doneBy ? element('p', {}, element('small', {}, `${thread.doneBy}标为办好`)) : null,
      element('details', {}, element('summary', {}, '答复'),
        element('form', { onsubmit: event => { event.preventDefault(); done(() => call('POST', `${address}/${thread.id}`, { text: answer.value })); } }, answer, element('button', { class: 'primary' }, '答复'))),
      button(thread.open ? '办好了' : '重新打开', () => done(() => call('POST', `${address}/${thread.id}/settled`, { done: thread.open }))));
    complete(answer, known.people);
    return node;
  };

  /** @param {import('./sentences').Sentence} place */
  const go = place => {
    view.dispatch({ selection: { anchor: place.from }, scrollIntoView: true });
    view.focus();
  };

  const mark = () => {
    const all = sentences();

    /** @type {Map<import('./sentences').Sentence, number>} */
    const at = new Map();
    for (const { quote: said } of known.threads.filter(thread => thread.open)) {
      const place = sentenceLike(all, said);
      if (place) {
        at.set(place, (at.get(place) ?? 0) + 1);
      }
    }

    view.dispatch({ effects: showTalk.of([...at].map(([{ from, to }, count]) => ({ from, to, count }))) });
    aim();
  };

  const load = async () => {
    known = await call('GET', `${address}?path=${encodeURIComponent(state.path)}`);
    const all = sentences();
    list.replaceChildren(...known.threads.map(thread => shown(thread, all)));
    if (known.people.length > 0 && !text.hasAttribute('aria-controls')) {
      complete(text, known.people);
    }

    counted(known.threads.filter(thread => thread.open).length);
    mark();
  };

  return {
    load, mark, aim,
    write() {
      aim();
      text.focus();
    },
    /** @param {number} id */
    show: id => document.getElementById(`thread-${id}`)?.focus(),

    /** Whether an answer is being typed, which a new list would take away. */
    get typing() { return [...list.querySelectorAll('textarea')].some(node => node.value !== ''); },
  };
}
