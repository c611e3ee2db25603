// <form data-upload>: drop files on it, see how far they are. The server answers with HX-Redirect when everything is stored, or with a problem in Chinese.
export function initUpload(antiforgery) {
  for (const form of document.querySelectorAll('form[data-upload]')) {
    const alert = form.querySelector('[role="alert"]');
    const progress = form.querySelector('progress');
    const say = message => { alert.textContent = message; alert.hidden = !message; };
    for (const zone of form.querySelectorAll('.dropzone')) {
      const input = zone.querySelector('input[type="file"]');
      const show = () => {
        zone.querySelector('output').textContent = [...input.files].map(file => `${file.name}（${size(file.size)}）`).join('、');
        zone.classList.toggle('filled', input.files.length > 0);
      };
      input.addEventListener('change', show);
      for (const name of ['dragenter', 'dragover']) {
        zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add('over'); });
      }

      for (const name of ['dragleave', 'drop']) {
        zone.addEventListener(name, () => zone.classList.remove('over'));
      }

      zone.addEventListener('drop', event => {
        event.preventDefault();
        if (event.dataTransfer.files.length !== 1) {
          say('这里一次放一个文件。');
          return;
        }

        input.files = event.dataTransfer.files;
        show();
      });
    }

    form.addEventListener('submit', event => {
      event.preventDefault();
      say('');
      const limit = Number(form.dataset.limit);
      const tooLarge = [...form.querySelectorAll('input[type="file"]')].flatMap(input => [...input.files]).find(file => file.size > limit);
      if (tooLarge) {
        say(`${tooLarge.name} 有 ${size(tooLarge.size)}，超过 ${size(limit)} 的上限。`);
        return;
      }

      send(form, antiforgery, progress, say);
    });
  }
}

function send(form, antiforgery, progress, say) {
  const buttons = form.querySelectorAll('button');
  const busy = on => {
    buttons.forEach(button => { button.disabled = on; });
    progress.hidden = !on;
    progress.value = 0;
  };
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.setRequestHeader('HX-Request', 'true');
  request.setRequestHeader('Accept', 'application/problem+json');
  if (antiforgery) {
    request.setRequestHeader('RequestVerificationToken', antiforgery);
  }

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

function problem(request) {
  try {
    const body = JSON.parse(request.responseText);
    return body.detail ?? body.title;
  } catch {
    return request.status === 413 ? '文件太大，没有提交。' : '文件没有提交，原有数据不受影响。请稍后重新提交。';
  }
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
