// .dropzone: files are dropped on it or chosen, and it says which they are. One file, or with data-many as many as there are, folders as well.
import { within } from './page.js';

// More names than these nobody reads.
const few = 5;

/** @param {HTMLElement} zone @param {(message: string) => void} say */
export function initZone(zone, say) {
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

/** @param {number} bytes */
export function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
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
