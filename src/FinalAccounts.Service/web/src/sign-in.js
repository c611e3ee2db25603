// The dialog in which somebody signs in again without leaving the page.
import { byId, within } from './page.js';

/** @typedef {{ name: string | null, called: string | null, token: string | null, ended: string | null }} Session */

/**
 * Asks for the password, and for the code where there is one.
 * @param {string} why
 * @param {string} person
 * @param {(body: Response) => Promise<Session | null>} read
 * @returns {Promise<Session | null>} The new session; null when it is put off.
 */
export function signInHere(why, person, read) {
  const dialog = byId('sign-in', HTMLDialogElement);
  const form = within(dialog, 'form', HTMLFormElement);
  const alert = within(dialog, '[role="alert"]', HTMLElement);
  const provider = within(dialog, '[data-provider]', HTMLElement);
  const go = within(dialog, '.primary', HTMLButtonElement);
  const later = within(dialog, '[data-later]', HTMLButtonElement);
  const password = byId('sign-in-password', HTMLInputElement);
  const code = byId('sign-in-code', HTMLInputElement);

  /** @type {Document | null} */
  let page = null;

  /** @type {Session | null} */
  let made = null;

  /** @param {string} text */
  const say = text => { alert.textContent = text; alert.hidden = text === ''; };

  /** @param {boolean} asked */
  const askCode = asked => {
    within(dialog, '[data-step="password"]', HTMLElement).hidden = asked;
    within(dialog, '[data-step="code"]', HTMLElement).hidden = !asked;
    (asked ? code : password).focus();
  };

  const start = async () => {
    page = await pageOf(await fetch('/sign-in'));
    const link = page?.querySelector('a[href*="handler=Provider"]');
    if (link) {
      provider.hidden = false;
      const shown = within(provider, 'a', HTMLAnchorElement);
      shown.href = link.getAttribute('href') ?? '';
      shown.textContent = link.textContent;
    }
  };

  const tryIt = async () => {
    // Signed in through the provider in another window.
    const other = password.value === '' && !provider.hidden ? await read(await fetch('/session', { headers: { Accept: 'application/json, application/problem+json' } })) : null;
    if (other?.name === person) {
      return finish(other);
    }

    const asksCode = !within(dialog, '[data-step="code"]', HTMLElement).hidden;
    const body = new URLSearchParams({ To: '/session', __RequestVerificationToken: tokenOf(page) });
    if (asksCode) {
      body.set('Code', code.value);
    } else {
      body.set('Input.Name', person);
      body.set('Input.Password', password.value);
    }

    const answer = await fetch(asksCode ? '/sign-in/code' : '/sign-in', { method: 'POST', body });
    const session = await read(answer.clone());
    if (session?.name === person) {
      return finish(session);
    }

    const path = new URL(answer.url).pathname;
    if (path.startsWith('/account')) {
      return say('要先在新窗口里修改密码或设好动态码（“我的账号”），再回到这里点“登录并继续”。您填的不会丢。');
    }

    page = await pageOf(answer) ?? page;
    askCode(path === '/sign-in/code');
    say(page?.querySelector('.flash.failed')?.textContent?.trim() ?? page?.querySelector('.field .error')?.textContent ?? '');
  };

  /** @param {Session} session */
  const finish = session => { made = session; dialog.close(); };

  within(dialog, '[data-why]', HTMLElement).textContent = why;
  password.value = '';
  code.value = '';
  say('');
  return new Promise(resolve => {
    const begun = start().catch(() => say('连不上服务器，请稍后再试。'));

    /** @param {Event} event */
    const submitted = async event => {
      event.preventDefault();
      go.disabled = true;
      await begun;
      await tryIt().catch(() => say('连不上服务器，请稍后再试。'));
      go.disabled = false;
    };
    const put = () => dialog.close();
    form.addEventListener('submit', submitted);
    later.addEventListener('click', put);
    dialog.addEventListener('close', () => {
      form.removeEventListener('submit', submitted);
      later.removeEventListener('click', put);
      password.value = '';
      resolve(made);
    }, { once: true });
    dialog.showModal();
    askCode(false);
  });
}

/** @param {Response} answer */
async function pageOf(answer) {
  return answer.headers.get('content-type')?.includes('html') ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
}

/** @param {Document | null} page */
const tokenOf = page => /** @type {HTMLInputElement | null | undefined} */ (page?.querySelector('input[name="__RequestVerificationToken"]'))?.value ?? '';
