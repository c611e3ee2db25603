// Above the preview: a second one beside the first, and the whole document as Word or PDF.
/** @import { WorkbenchState } from './types' */
/** @import { Pane, Preview } from './preview' */
import { byId, within } from '../page.js';
import { element } from './dom.js';
import { toast } from '../toast.js';

/** @param {{ state: WorkbenchState & { year: number }, preview: Preview, save: () => Promise<boolean> }} given */
export function createTools({ state, preview, save }) {
  const tools = byId('preview-tools', HTMLElement);
  const choices = [...byId('unit', HTMLSelectElement).options].map(option => [option.value, option.textContent]);
  const beside = element('select', { 'aria-label': '并排对照' },
    element('option', { value: '' }, '并排对照…'),
    element('option', { value: `${state.unit} ${state.year - 1}` }, `本单位 ${state.year - 1}（上年）`),
    ...choices.filter(([value]) => value !== `${state.unit} ${state.year}` && value !== `${state.unit} ${state.year - 1}`).map(([value, text]) => element('option', { value }, text)));
  tools.append(beside);

  /** @type {{ box: HTMLElement, pane: Pane } | null} */
  let second = null;

  beside.addEventListener('change', () => {
    const bench = byId('workbench', HTMLElement);
    second?.box.remove();
    if (second) {
      preview.remove(second.pane);
      second = null;
    }

    beside.options[0].textContent = beside.value === '' ? '并排对照…' : '不对照';
    bench.classList.toggle('two', beside.value !== '');
    if (beside.value === '') {
      return;
    }

    const [unit, year, as] = beside.value.split(' ');
    const problem = element('div', { class: 'flash warn', role: 'status', hidden: true });
    const frame = element('iframe', { class: 'wb-sheet', title: `对照：${beside.selectedOptions[0].text}`, src: `/templates/${encodeURIComponent(state.set)}/frame`, sandbox: 'allow-same-origin' });
    const box = element('div', {}, element('p', { class: 'wb-beside' }, beside.selectedOptions[0].text), problem, frame);
    within(document, '.wb-sheets', HTMLElement).append(box);
    second = { box, pane: Object.assign(preview.add(frame, unit, Number(year), problem), { as: as ?? null }) };
    preview.refresh();
  });

  if (!state.mayEdit) {
    return;
  }

  for (const [format, label] of [['docx', 'Word'], ['pdf', 'PDF']]) {
    const button = element('button', { type: 'button', title: `整份文档，我的草稿代替在用的文字，标明是草稿` }, label);
    button.addEventListener('click', () => download(button, format, label));
    tools.append(button);
  }

  /** @param {HTMLButtonElement} button @param {string} format @param {string} label */
  async function download(button, format, label) {
    button.disabled = true;
    button.textContent = `${label}…`;
    try {
      await save();
      const query = new URLSearchParams({ unit: state.unit ?? '', year: String(state.year) });
      const answer = await fetch(`/api/workbench/${encodeURIComponent(state.set)}/document/${format}?${query}`);
      if (!answer.ok) {
        toast((await answer.json().catch(() => null))?.detail ?? '没有生成，请稍后再试。');
        return;
      }

      const name = decodeURIComponent(answer.headers.get('content-disposition')?.match(/filename\*=UTF-8''([^;]+)/)?.[1] ?? `draft.${format}`);
      const link = element('a', { href: URL.createObjectURL(await answer.blob()), download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch {
      toast('连不上服务器，没有生成。');
    } finally {
      button.disabled = false;
      button.textContent = label;
    }
  }
}
