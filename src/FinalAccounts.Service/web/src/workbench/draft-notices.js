// What people are told about a draft, and asked: other windows, other people, a text in force that has moved.
/** @import { ConflictAnswer } from './types' */
/** @import { State } from './draft-state' */
import { moment } from './clock.js';
import { hasMoved } from './draft-state.js';
import { difference } from './difference.js';
import { notice, openPanel } from './dom.js';

/**
 * Somebody (the same person in another window) has saved since: the choice is shown with the difference.
 * @param {ConflictAnswer} conflict
 * @param {() => string} text
 * @param {(choice: 'mine' | 'theirs') => void} choose
 */
export async function askConflict(conflict, text, choose) {
  const theirs = conflict.stored;
  openPanel(
    theirs ? `这份草稿 ${moment(theirs.at)} 在另一个窗口里改过` : '这份草稿在另一个窗口里放弃了',
    await difference(theirs?.content ?? conflict.text, text()),
    [
      ['用我这里的文字', () => choose('mine'), 'primary'],
      ['用那里的文字', () => choose('theirs')],
      ['先不决定', () => notice('conflict', 'warn', '有两份不同的草稿，还没有保存。', [['再看差异', close => { close(); askConflict(conflict, text, choose); }]])],
    ]);
}

export function tellTaken() {
  notice('taken', 'warn', '草稿在另一个窗口里改过，这里已换成那里的文字（可用 Ctrl+Z 退回）。', [['知道了', close => close()]]);
}

/**
 * Says who else is at it and whether the text in force has moved, when that is other than what was said last.
 * @param {() => State} current
 * @param {((text: string) => void) | null} put Null for those who may not change the text.
 * @param {() => void} rebase
 * @param {(over: string) => void} suggest
 */
export function createNews(current, put, rebase, suggest) {
  let told = '';
  return () => {
    const state = current();
    const news = JSON.stringify([state.others, state.base, state.inForce.hash, state.revision > 0]);
    if (news === told) {
      return;
    }

    told = news;
    for (const node of document.querySelectorAll('[id^="notice-other-"]')) {
      node.remove();
    }

    state.others.forEach((draft, i) => notice(`other-${i}`, 'warn', `${draft.name}也在改这一份（${moment(draft.at)}）。${put ? '两份草稿各自保存，提出修改前请先商量。' : ''}`, [
      ['看差异', async () => openPanel(`${draft.name}的草稿与你这里的文字`, await difference(current().text, draft.content), [
        ['关闭', null, 'primary'], ['对他的草稿提建议', () => suggest(draft.content)], ...(put ? [/** @type {import('./dom.js').PanelAction} */ (['换成他的文字', () => put(draft.content)])] : []),
      ])],
    ]));
    notice('moved', 'warn', hasMoved(state) ? '你起草之后，在用的文字已经改了。' : null, [
      ['看差异', async () => openPanel('在用的文字与你的草稿', await difference(current().inForce.text, current().text), [
        ['以我的草稿为准', rebase, 'primary'],
        ['换成在用的文字', () => { rebase(); put?.(current().inForce.text); }],
        ['先不决定', null],
      ])],
    ]);
  };
}
