// Everything that all pages share. Without it every page still works: forms submit, links lead on.
import htmx from 'htmx.org';
import { initConfirm } from './confirm.js';
import { initMention } from './mention.js';
import { initMenu } from './menu.js';
import { initMoney } from './money.js';
import { initNeeds } from './needs.js';
import { initPrint } from './print.js';
import { initRecords } from './records.js';
import { initGuard } from './guard.js';
import { initLists } from './lists.js';
import { initLive } from './live.js';
import { initUpload } from './upload.js';
import { initSession, signedIn } from './session.js';
import { antiforgery } from './page.js';
import { toast } from './toast.js';

Object.assign(window, { htmx });

document.addEventListener('htmx:configRequest', event => {
  /** @type {CustomEvent} */ (event).detail.headers.RequestVerificationToken = antiforgery();
});
document.addEventListener('htmx:responseError', event => {
  const { status } = /** @type {CustomEvent} */ (event).detail.xhr;
  if (status === 401) {
    signedIn(false);
    return;
  }

  toast(status === 403 ? '没有这项权限。' : '操作没有完成，请稍后再试。');
});
document.addEventListener('htmx:sendError', () => toast('连接中断，操作没有完成。请检查网络后再试。'));

initMenu();
initMention();
initNeeds();
initSession();
initConfirm();
initGuard();
initLists();
initLive();
initRecords();
initMoney();
initPrint();
initUpload();
