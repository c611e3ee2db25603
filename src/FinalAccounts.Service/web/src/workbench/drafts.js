// Saves what is typed: to the server after a pause, to this computer at once. Nobody's text is overwritten without being asked.
import { call } from './api.js';
import { moment } from './clock.js';
import { difference } from './difference.js';
import { notice, openPanel } from './dom.js';

const PAUSE = 800;
const AGAIN = 5000;
const LOOK = 15000;

export function createDrafts({ state, text, put, showState, changed }) {
  const address = `/api/workbench/${encodeURIComponent(state.set)}/draft`;
  const query = `?path=${encodeURIComponent(state.path)}`;
  const key = `draft ${state.me} ${state.set} ${state.path}`;
  const mine = state.draft.mine;
  let revision = mine?.revision ?? 0;
  let base = mine?.base ?? state.draft.inForce;
  let inForce = { text: state.draft.text, hash: state.draft.inForce };
  let stored = mine?.content ?? state.draft.text;
  let others = state.draft.others;
  let saving = null;
  let stopped = false;
  let timer = 0;

  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ content: text(), at: Date.now() }));
    } catch {
      // Full or forbidden: then only the server keeps it.
    }
  };
  const forget = () => localStorage.removeItem(key);
  const say = (words, look) => showState(words, look);

  const edited = () => {
    if (!state.mayEdit) {
      return;
    }

    if (text() === stored && !saving) {
      clearTimeout(timer);
      forget();
      sayStored();
      return;
    }

    keep();
    if (!stopped) {
      say('正在保存…', 'busy');
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    }
  };

  const sayStored = at => say(revision === 0 ? '与在用的一致' : `已保存 ${moment(at ?? savedAt)}`, revision === 0 ? '' : 'good');
  let savedAt = mine?.at ?? Date.now();

  const save = async options => {
    clearTimeout(timer);
    if (!state.mayEdit || stopped) {
      return false;
    }

    while (saving) {
      await saving;
    }

    if (text() === stored) {
      forget();
      sayStored();
      return true;
    }

    const content = text();
    saving = call('PUT', address, { path: state.path, content, revision, base }, options).then(answer => {
      revision = answer.revision;
      stored = content;
      savedAt = answer.at ?? Date.now();
      if (revision === 0) {
        base = answer.inForce;
      }

      changed(revision > 0);
      return true;
    }, error => failed(error));
    const done = await saving;
    saving = null;
    if (done) {
      if (text() === stored) {
        forget();
        sayStored();
      } else {
        edited();
      }
    }

    return done;
  };

  const failed = error => {
    if (error.status === 409) {
      stopped = true;
      say('没有保存：另一个窗口已经改过', 'bad');
      conflict(error.body);
    } else if (error.status === 401 || error.status === 403) {
      say('没有存到服务器：请重新登录', 'bad');
      notice('save', 'failed', '登录已经过期，或没有起草模板的权限。文字已存在这台电脑上；请在另一个窗口重新登录，这里会接着保存。');
      timer = setTimeout(save, AGAIN);
    } else if (error.status && error.status !== 429 && error.status < 500) {
      say('没有保存', 'bad');
      notice('save', 'failed', error.message);
    } else {
      say('连不上服务器，文字已存在这台电脑上', 'bad');
      timer = setTimeout(save, AGAIN);
    }

    return false;
  };

  // Somebody (the same person in another window) has saved since: the choice is shown with the difference.
  const conflict = async answer => {
    const theirs = answer.stored;
    inForce = { text: answer.text, hash: answer.inForce };
    const other = theirs?.content ?? answer.text;
    const go = () => {
      stopped = false;
      revision = theirs?.revision ?? 0;
      base = theirs?.base ?? answer.inForce;
      stored = other;
    };
    openPanel(
      theirs ? `这份草稿 ${moment(theirs.at)} 在另一个窗口里改过` : '这份草稿在另一个窗口里放弃了',
      await difference(other, text()),
      [
        ['用我这里的文字', () => { go(); edited(); }, 'primary'],
        ['用那里的文字', () => { go(); put(other); forget(); sayStored(theirs?.at); changed(revision > 0); }],
        ['先不决定', () => notice('conflict', 'warn', '有两份不同的草稿，还没有保存。', [['再看差异', close => { close(); conflict(answer); }]])],
      ]);
  };

  const discard = async () => {
    await saving;
    clearTimeout(timer);
    const before = text();
    try {
      await call('DELETE', `${address}${query}&revision=${revision}`);
    } catch (error) {
      failed(error);
      return;
    }

    revision = 0;
    base = inForce.hash;
    stored = inForce.text;
    put(inForce.text);
    forget();
    sayStored();
    changed(false);
    notice('discard', 'warn', '草稿已放弃，恢复成在用的文字。', [['撤销', close => { close(); put(before); }], ['知道了', close => close()]]);
  };

  // Who else is at it, and whether the text in force has moved.
  const look = async () => {
    if (document.hidden || saving) {
      return;
    }

    try {
      const now = await call('GET', address + query);
      inForce = { text: now.text, hash: now.inForce };
      others = now.others;
      tell();
      if (!saving && !stopped && text() === stored && (now.mine?.revision ?? 0) !== revision) {
        // Nothing typed here meanwhile: what was written in the other window is taken over.
        revision = now.mine?.revision ?? 0;
        base = now.mine?.base ?? now.inForce;
        stored = now.mine?.content ?? now.text;
        savedAt = now.mine?.at ?? Date.now();
        put(stored);
        sayStored();
        changed(revision > 0);
        notice('taken', 'warn', '草稿在另一个窗口里改过，这里已换成那里的文字（可用 Ctrl+Z 退回）。', [['知道了', close => close()]]);
      }
    } catch (error) {
      if (!error.status) {
        return;
      }
    }
  };

  let told = '';
  const tell = () => {
    const news = JSON.stringify([others, base, inForce.hash, revision > 0]);
    if (news === told) {
      return;
    }

    told = news;
    for (const node of document.querySelectorAll('[id^="notice-other-"]')) {
      node.remove();
    }

    others.forEach((draft, i) => notice(`other-${i}`, 'warn', `${draft.name}也在改这一份（${moment(draft.at)}）。两份草稿各自保存，提出修改前请先商量。`, [
      ['看差异', async () => openPanel(`${draft.name}的草稿与你这里的文字`, await difference(text(), draft.content), [['关闭', null, 'primary'], ['换成他的文字', () => put(draft.content)]])],
    ]));
    notice('moved', 'warn', revision > 0 && base !== inForce.hash ? '你起草之后，在用的文字已经改了。' : null, [
      ['看差异', async () => openPanel('在用的文字与你的草稿', await difference(inForce.text, text()), [
        ['以我的草稿为准', () => { base = inForce.hash; stored = null; edited(); tell(); }, 'primary'],
        ['换成在用的文字', () => { base = inForce.hash; put(inForce.text); }],
        ['先不决定', null],
      ])],
    ]);
  };

  // What could not be sent last time. It stays aside until somebody decides, whatever is typed meanwhile.
  const offer = () => {
    const aside = `${key} aside`;
    const last = localStorage.getItem(key);
    if (last) {
      localStorage.setItem(aside, last);
      forget();
    }

    const settle = () => localStorage.removeItem(aside);
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(aside));
    } catch {
      settle();
    }

    if (!kept || !state.mayEdit || kept.content === stored) {
      settle();
      return;
    }

    notice('kept', 'warn', `这台电脑上有一份没有存到服务器的文字（${moment(kept.at)}）。`, [
      ['看差异', async () => openPanel('服务器上的文字与这台电脑上的文字', await difference(stored, kept.content), [['关闭', null]])],
      ['恢复它', close => { close(); put(kept.content); settle(); }],
      ['不要了', close => { close(); settle(); }],
    ]);
  };

  say(!state.mayEdit ? '只能查看' : revision === 0 ? '与在用的一致' : `已保存 ${moment(savedAt)}`, revision > 0 ? 'good' : '');
  offer();
  tell();
  changed(revision > 0);
  setInterval(look, LOOK);
  document.addEventListener('visibilitychange', () => (document.hidden ? save({ keepalive: true }) : look()));
  return { edited, save, discard, get dirty() { return state.mayEdit && text() !== stored; }, inForce: () => inForce.text, restore: () => revision };
}
