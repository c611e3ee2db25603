// What is copied reads as words everywhere else, and comes back here as it was; what comes from elsewhere comes as words.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Item } from './layout' */
/** @import { Manuscript } from './field' */
import { EditorView as View } from '@codemirror/view';
import { manuscript, valueOf } from './field.js';
import { tagsNamed } from './plain.js';
import { regions, walk } from './regions.js';
import { statement } from './statements.js';

const OWN = 'application/x-finalaccounts-template';

/** For both views of the text: a stretch of a manuscript is put in as its source. */
export const pastesOwn = View.domEventHandlers({
  paste: (event, view) => {
    const own = event.clipboardData?.getData(OWN) ?? '';
    if (own === '' || view.state.readOnly || !isWhole(own)) {
      return false;
    }

    view.dispatch(view.state.replaceSelection(own), { userEvent: 'input.paste', scrollIntoView: true });
    return true;
  },
});

export const clipboard = [
  View.domEventHandlers({ copy: (event, view) => copied(event, view, false), cut: (event, view) => copied(event, view, !view.state.readOnly) }),
  View.clipboardInputFilter.of(text => fromElsewhere(text)),
];

/** @param {ClipboardEvent} event @param {EditorView} view @param {boolean} cut */
function copied(event, view, cut) {
  const { from, to, empty } = view.state.selection.main;
  if (!empty) {
    event.clipboardData?.setData('text/plain', wordsOf(view.state.field(manuscript), view.state.doc.toString(), from, to));
    event.clipboardData?.setData(OWN, view.state.sliceDoc(from, to));
    if (cut) {
      view.dispatch(view.state.replaceSelection(''), { userEvent: 'delete.cut', scrollIntoView: true });
    }
  }

  return true;
}

/** @param {Pick<Manuscript, 'layout' | 'values' | 'known'>} shown @param {string} source @param {number} from @param {number} to */
export function wordsOf({ layout, values, known }, source, from, to) {
  let [words, at] = ['', from];
  for (const item of layout.items) {
    if (item.to > at && item.from < to) {
      words += source.slice(at, Math.max(at, item.from)) + said(item, values, known);
      at = item.to;
    }
  }

  return (words + source.slice(Math.min(at, to), to)).replace(/\n{3,}/g, '\n\n').trim();
}

/** @param {Item} item @param {Manuscript['values']} values @param {Manuscript['known']} known */
function said(item, values, known) {
  switch (item.kind) {
    case 'chip': return item.label.look === 'note' || item.label.look === 'set' ? '' : valueOf(values, item)?.text ?? known.values.get(item.label.words) ?? `〔${item.label.words}〕`;
    case 'bar': return `〔${item.words ?? '源文'}〕`;
    default: return '';
  }
}

/** @param {string} text @returns {string} Tags that are whole stay; each line is a paragraph, without the indents that it brought along. */
export function fromElsewhere(text) {
  if (text.includes('{{') && isWhole(text)) {
    return text;
  }

  return tagsNamed(text).replaceAll('{', '｛').replaceAll('}', '｝').split(/[\r\n]+/).map(line => line.replace(/[\t\u00a0]+/g, ' ').trim()).filter(line => line !== '').join('\n\n');
}

/** @param {string} source @returns {boolean} Whether everything in it that begins also ends. */
function isWhole(source) {
  let whole = true;
  walk(regions(source), region => {
    whole &&= region.kind !== 'chip' || (region.closed && !['if', 'elseif', 'else', 'for', 'func', 'end'].includes(statement(region.body).kind));
  });
  return whole;
}
