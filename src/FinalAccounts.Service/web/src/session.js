// Nothing typed is lost when the session ends: before a form is sent the page asks who is signed in; if it is nobody any more, one signs in
// again in the page, is told why, and the form goes off with a fresh token.
import { signInHere } from './sign-in.js';
import { toast } from './toast.js';

/** @import { Session } from './sign-in.js' */

const vettedFor = 30000;

// A form of buttons alone has nothing to lose.
const typed = 'textarea, select, input:not([type="hidden"])';

/** @type {Promise<boolean | null> | null} */
let asking = null;
let putOff = false;

/** @param {string} name @returns {HTMLMetaElement | null} */
const meta = name => document.querySelector(`meta[name="${name}"]`);
const person = () => meta('person')?.content ?? '';

/**
 * Whether this page's person is signed in, if need be after asking for the password.
 * @param {boolean} insist Whether somebody waits for it; else it is not asked again once they have put it off.
 * @returns {Promise<boolean | null>} Null when the server does not answer.
 */
export function signedIn(insist) {
  asking ??= ensure(insist).finally(() => { asking = null; });
  return asking;
}

export function initSession() {
  if (!meta('person')) {
    return;
  }

  /** @type {WeakMap<HTMLFormElement, number>} */
  const vetted = new WeakMap();
  document.addEventListener('submit', async event => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.getAttribute('method')?.toLowerCase() !== 'post' || 'upload' in form.dataset
      || !form.querySelector(typed) || (vetted.get(form) ?? 0) > Date.now()) {
      return;
    }

    const button = event.submitter;
    event.preventDefault();
    event.stopImmediatePropagation();
    const here = await signedIn(true);
    if (here) {
      vetted.set(form, Date.now() + vettedFor);
      form.requestSubmit(button);
    } else if (here === null) {
      toast('连接中断，没有提交。您填的都还在这里，请检查网络后再试。');
    }
  }, true);
}

/** @param {boolean} insist */
async function ensure(insist) {
  const session = await look();
  if (!session) {
    return null;
  }

  const made = session.name === person() ? session : insist || !putOff ? await signInHere(why(session), person(), read) : null;
  putOff = made === null;
  if (made) {
    renew(made);
  }

  return made !== null;
}

async function look() {
  try {
    return await read(await fetch('/session', { headers: { Accept: 'application/json, application/problem+json' } }));
  } catch {
    return null;
  }
}

/** @param {Response} answer @returns {Promise<Session | null>} */
async function read(answer) {
  if (!answer.headers.get('content-type')?.includes('json')) {
    return null;
  }

  const body = await answer.json();
  return answer.ok ? body : { name: null, called: null, token: null, ended: body.detail };
}

/** @param {Session} session */
function renew({ token }) {
  const known = meta('antiforgery');
  if (known && token) {
    known.content = token;

    /** @type {NodeListOf<HTMLInputElement>} */
    const inputs = document.querySelectorAll('input[name="__RequestVerificationToken"]');
    inputs.forEach(input => { input.value = token; });
  }
}

/** @param {Session} session */
function why({ called, ended }) {
  const reason = called ? `这个浏览器里现在登录的是“${called}”` : ended ?? '超过 10 小时没有使用，或者在别处退出了';
  return `${reason.replace(/。$/, '')}。您填的都还在这里，登录以后接着提交。`;
}
