// Putting something in: first what, then for what, one question after the other; the caret stands behind it.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Picked, Wanted } from '../picker' */
/** @import { Asked, Given, Insertion } from './insertions' */
import { fitted, phraseInsertion } from './insertions.js';

// Marks of the template language have no place in the manuscript's panel.
const OFFERED = new Set(['常用写法', '指标', '图', '资料', '记录', '句式', '其他']);

/** @type {Record<Asked, (picked: Picked) => boolean>} */
const FITS = {
  metric: picked => picked.group === '指标',
  amount: picked => picked.group === '指标' && picked.unit === '元',
  records: picked => picked.group === '记录',
  chart: picked => picked.group === '图',
};

/**
 * @param {EditorView} view
 * @param {(wanted: Wanted) => void} pick
 * @returns {{ insert: (typed?: string) => void, pickMetric: (chosen: (name: string) => void) => void }}
 */
export function createInserting(view, pick) {
  /** @param {string} made */
  const put = made => {
    const { main } = view.state.selection;
    const [first, last] = [view.state.doc.lineAt(main.from), view.state.doc.lineAt(main.to)];
    const { text, caret } = fitted(made, {
      before: view.state.sliceDoc(first.from, main.from), after: view.state.sliceDoc(main.to, last.to), selected: view.state.sliceDoc(main.from, main.to),
    });
    view.dispatch({ changes: { from: main.from, to: main.to, insert: text }, selection: { anchor: main.from + caret }, userEvent: 'input.insert', scrollIntoView: true });
    view.focus();
  };

  /** @param {Insertion} insertion @param {Given[]} given */
  const ask = (insertion, given) => {
    const next = insertion.asks[given.length];
    if (!next) {
      put(insertion.make(given));
      return;
    }

    pick({ title: `${insertion.label}：${next[1]}？`, fits: FITS[next[0]], chosen: picked => ask(insertion, [...given, picked]), given: () => view.focus() });
  };

  return {
    insert: typed => pick({
      title: '插入',
      fits: picked => OFFERED.has(picked.group) && (picked.group !== '句式' || phraseInsertion(picked.name, picked.more) !== null),
      chosen: picked => {
        const insertion = picked.insertion ?? (picked.group === '句式' ? phraseInsertion(picked.name, picked.more) : null);
        if (insertion) {
          ask(insertion, []);
        } else {
          put(picked.plain);
        }
      },
      given: () => {
        view.focus();
        if (typed) {
          view.dispatch(view.state.replaceSelection(typed), { userEvent: 'input.type' });
        }
      },
    }),
    pickMetric: chosen => pick({ title: '换成哪个指标？', fits: FITS.metric, chosen: picked => chosen(picked.name), given: () => view.focus() }),
  };
}
