// <form data-upload>: drop files on it, see how far they are. The server answers with HX-Redirect when everything is stored, or with a problem in Chinese.
import { antiforgery, within } from './page.js';
import { signedIn } from './session.js';

// More names than these nobody reads.
const few = 5;

export function initUpload() {
  /** @type {NodeListOf<HTMLFormElement>} */
  const forms = document.querySelectorAll('form[data-upload]');
  for (const form of forms) {
    const alert = within(form, '[role="alert"]', HTMLElement);
    const progress = within(form, 'progress', HTMLProgressElement);

    /** @param {string} message */
    const say = message => { alert.textContent = message; alert.hidden = !message; };
    /** @type {NodeListOf<HTMLElement>} */
    const zones = form.querySelectorAll('.dropzone');
    for (const zone of zones) {
      const input = within(zone, 'input[type="file"]', HTMLInputElement);
      const show = () => {
        const files = [...input.files ?? []];
        within(zone, 'output', HTMLElement).textContent = files.length > few
          ? `${files.length} 个文件（${size(files.reduce((sum, file) => sum + file.size, 0))}）`
          : files.map(file => `${file.name}（${size(file.size)}）`).join('、');
        zone.classList.toggle('filled', files.length > 0);
      };
      input.addEventListener('change', show);
      for (const name of ['dragenter', 'dragover']) {
        zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add('over'); });
      }

      for (const name of ['dragleave', 'drop']) {
        zone.addEventListener(name, () => zone.classList.remove('over'));
      }

      zone.addEventListener('drop', async event => {
        event.preventDefault();
        const many = 'many' in zone.dataset;
        const dropped = many ? await everything(event.dataTransfer) : event.dataTransfer?.files;
        if (!dropped || dropped.length === 0 || (!many && dropped.length !== 1)) {
          say('这里一次放一个文件。');
          return;
        }

        input.files = dropped;
        show();
      });
    }

    form.addEventListener('submit', async event => {
      event.preventDefault();
      say('');
      const limit = Number(form.dataset.limit);

      /** @type {NodeListOf<HTMLInputElement>} */
      const inputs = form.querySelectorAll('input[type="file"]');
      const files = [...inputs].flatMap(input => [...input.files ?? []]);
      const tooLarge = files.find(file => file.size > limit && !(form.dataset.total && file.name.toLowerCase().endsWith('.zip')));
      if (tooLarge) {
        say(`${tooLarge.name} 有 ${size(tooLarge.size)}，超过 ${size(limit)} 的上限。`);
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

/** All files that were dropped, those in folders as well. @param {DataTransfer | null} transfer @returns {Promise<FileList>} */
async function everything(transfer) {
  const found = new DataTransfer();

  /** @param {FileSystemEntry | null} entry @returns {Promise<void>} */
  const add = async entry => {
    if (entry?.isFile) {
      const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
      found.items.add(file);
    } else if (entry?.isDirectory) {
      const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
      for (;;) {
        // A browser gives a folder's entries a hundred at a time.
        const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (entries.length === 0) {
          return;
        }

        for (const child of entries) {
          await add(child);
        }
      }
    }
  };

  // The list of what was dropped is gone after the first wait.
  const entries = [...transfer?.items ?? []].map(item => item.webkitGetAsEntry());
  for (const entry of entries) {
    await add(entry);
  }

  return found.files;
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

/** @param {number} bytes */
function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
