// <form data-upload>: see how far the files are. The server answers with HX-Redirect when everything is stored, or with a problem in Chinese.
import { initZone, size } from './drop.js';
import { antiforgery, within } from './page.js';
import { signedIn } from './session.js';
import { toast } from './toast.js';

export function initUpload() {
  /** @type {NodeListOf<HTMLElement>} */
  const plain = document.querySelectorAll('form:not([data-upload]) .dropzone');
  plain.forEach(zone => initZone(zone, toast));
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll('form[data-upload]');
  for (const form of forms) {
    const alert = within(form, '[role="alert"]', HTMLElement);
    const progress = within(form, 'progress', HTMLProgressElement);

    /** @param {string} message @param {HTMLInputElement} [at] The field that is meant. */
    const say = (message, at) => {
      alert.textContent = message;
      alert.hidden = !message;
      form.querySelectorAll('[aria-invalid]').forEach(field => field.removeAttribute('aria-invalid'));
      at?.setAttribute('aria-invalid', 'true');
      at?.focus();
    };
    /** @type {NodeListOf<HTMLElement>} */
    const zones = form.querySelectorAll('.dropzone');
    zones.forEach(zone => initZone(zone, say));
    form.addEventListener('submit', async event => {
      event.preventDefault();
      say('');
      const limit = Number(form.dataset.limit);

      /** @type {NodeListOf<HTMLInputElement>} */
      const inputs = form.querySelectorAll('input[type="file"]');
      const files = [...inputs].flatMap(input => [...input.files ?? []]);
      if (files.length === 0) {
        say('请至少选择一个文件。', inputs[0]);
        return;
      }

      const tooLarge = files.find(file => file.size > limit && !(form.dataset.total && file.name.toLowerCase().endsWith('.zip')));
      if (tooLarge) {
        say(`${tooLarge.name} 有 ${size(tooLarge.size)}，超过 ${size(limit)} 的上限。`, [...inputs].find(input => [...input.files ?? []].includes(tooLarge)));
        return;
      }

      const total = files.reduce((sum, file) => sum + file.size, 0);
      if (form.dataset.total && total > Number(form.dataset.total)) {
        say(`一共 ${size(total)}，超过 ${size(Number(form.dataset.total))} 的上限。请分几次提交。`);
        return;
      }

      // A session that has ended is not found out after fifty megabytes.
      if (await signedIn(true) !== false) {
        send(form, progress, say);
      }
    });
  }
}

/** @param {HTMLFormElement} form @param {HTMLProgressElement} progress @param {(message: string) => void} say */
function send(form, progress, say) {
  const buttons = form.querySelectorAll('button');

  /** @param {boolean} on */
  const busy = on => {
    buttons.forEach(button => { button.disabled = on; });
    progress.hidden = !on;
    progress.value = 0;
  };
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('HX-Request', 'true');
  request.setRequestHeader('Accept', 'application/problem+json');
  request.setRequestHeader('RequestVerificationToken', antiforgery());
  request.upload.addEventListener('progress', event => {
    if (event.lengthComputable) {
      progress.max = event.total;
      progress.value = event.loaded;
    }
  });
  request.upload.addEventListener('load', () => progress.removeAttribute('value'));
  request.addEventListener('load', () => {
    const next = request.getResponseHeader('HX-Redirect');
    if (next) {
      window.location.assign(next);
      return;
    }

    busy(false);
    say(problem(request));
  });
  request.addEventListener('error', () => {
    busy(false);
    say('连接中断，文件没有提交，原有数据不受影响。请检查网络，稍后重新提交。');
  });
  busy(true);
  request.send(new FormData(form));
}

/** @param {XMLHttpRequest} request @returns {string} */
function problem(request) {
  try {
    const body = JSON.parse(request.responseText);
    return body.detail ?? body.title;
  } catch {
    return request.status === 413 ? '文件太大，没有提交。' : '文件没有提交，原有数据不受影响。请稍后重新提交。';
  }
}
