// Changes that others suggest for this section: read word by word, each piece taken into one's own draft or left.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Piece, Suggestion, TakenAnswer, WorkbenchState } from './types' */
import { EditorView as View } from '@codemirror/view';
import { call } from './api.js';
import { moment } from './clock.js';
import { button, element } from './dom.js';
import { toast } from '../toast.js';

/** @type {Record<Piece['fate'], string>} */
const FATES = { open: '', taken: '已采用', left: '没有采用' };

/**
 * @param {object} given
 * @param {HTMLElement} given.host
 * @param {WorkbenchState} given.state
 * @param {EditorView} given.view
 * @param {() => boolean} given.mayTake Whether pieces can be put into the text that is here.
 * @param {(open: number) => void} given.counted
 */
export function createSuggestions({ host, state, view, mayTake, counted }) {
  const address = `/api/workbench/${encodeURIComponent(state.set)}/suggestions`;

  /** @param {() => Promise<unknown>} act */
  const done = async act => {
    try {
      await act();
    } catch (error) {
      toast(error instanceof Error ? error.message : '没有完成，请稍后再试。');
    }

    await load();
  };

  /** @param {Suggestion} of @param {number} number @param {Piece['fate']} fate */
  const decide = (of, number, fate) => done(async () => {
    const where = `${address}/${of.id}/pieces/${number}`;
    const text = view.state.doc.toString();

    /** @type {TakenAnswer} */
    const { from, to, insert } = await call('POST', where, { fate, text: fate === 'taken' ? text : '' });
    if (fate !== 'taken') {
      return;
    }

    if (view.state.doc.toString() !== text) {
      await call('POST', where, { fate: 'open', text: '' });
      throw new Error('您刚才还在打字，没有放进去。请再点一次。');
    }

    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, effects: View.scrollIntoView(from, { y: 'center' }), userEvent: 'manuscript' });
  });

  /** @param {Piece} piece */
  const look = piece => {
    const at = view.state.doc.toString().indexOf(piece.source);
    if (at < 0 || piece.source === '') {
      toast('这一处现在的文字和提建议时不一样了。');
      return;
    }

    view.dispatch({ selection: { anchor: at, head: at + piece.source.length }, effects: View.scrollIntoView(at, { y: 'center' }) });
    view.focus();
  };

  /** @param {Suggestion} of @param {Piece} piece @param {number} number */
  const shownPiece = (of, piece, number) => {
    const { left, removed, added, right } = piece.words;
    const name = `第 ${number + 1} 处`;

    /** @param {string} label @param {Piece['fate']} fate @param {string} [look] */
    const choice = (label, fate, look = '') => {
      const node = button(label, () => decide(of, number, fate), look);
      node.setAttribute('aria-label', `${label}：${name}`);
      return node;
    };
    return element('li', {},
      element('p', { class: 'wb-piece' }, left, removed === '' ? null : element('del', {}, removed), added === '' ? null : element('ins', {}, added), right),
      element('p', { class: 'actions' }, ...(piece.fate !== 'open' ? [element('span', { class: `badge ${piece.fate === 'taken' ? 'good' : ''}` }, `${FATES[piece.fate]}（${piece.by}）`), ...(state.mayEdit ? [choice('重新考虑', 'open', 'link')] : [])]
        : [...(mayTake() ? [choice('采用', 'taken', 'primary'), choice('不采用', 'left')] : []), button('看这一处', () => look(piece), 'link')])));
  };

  /** @param {Suggestion} of */
  const shown = of => element('article', { class: `thread${of.ended ? ' over' : ''}` },
    element('p', { class: 'at' }, element('span', { class: `badge ${of.ended ? 'good' : 'warn'}` }, of.ended ? '已处理' : '建议'), ' ', element('b', {}, of.name), ` ${moment(of.at)}`, of.message ? `：${of.message}` : ''),
    element('ol', {}, ...of.pieces.map((piece, number) => shownPiece(of, piece, number))),
    of.mine && !of.ended ? button('撤回这条建议', () => done(() => call('DELETE', `${address}/${of.id}`))) : null);

  const load = async () => {
    /** @type {Suggestion[]} */
    const all = await call('GET', `${address}?path=${encodeURIComponent(state.path)}`);
    host.replaceChildren(...all.map(shown));
    counted(all.filter(one => !one.ended).length);
  };

  return { load };
}
