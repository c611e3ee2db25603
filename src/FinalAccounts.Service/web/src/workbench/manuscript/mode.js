// The manuscript as one of the editor's two views: the same document, shown and typed as text.
/** @import { EditorView } from '@codemirror/view' */
/** @import { Item } from './layout' */
import { Prec } from '@codemirror/state';
import { EditorView as View, keymap } from '@codemirror/view';
import { manuscript, toggleFold } from './field.js';
import { showBranch } from './branch.js';
import { clipboard } from './clipboard.js';
import { guard } from './guard.js';
import { manuscriptKeys } from './keys.js';
import { manuscriptLook } from './look.js';

/**
 * @param {object} given
 * @param {(view: EditorView, item: Item) => void} given.openMenu
 * @param {(typed?: string) => void} given.insert Opens the panel; what was typed to open it is put in when it is closed without a choice.
 * @returns {import('@codemirror/state').Extension}
 */
export const manuscriptMode = ({ openMenu, insert }) => [
  manuscript, guard, manuscriptLook, clipboard,
  Prec.high(keymap.of(manuscriptKeys({ openMenu, insert: () => insert('/') }))),
  View.domEventHandlers({
    mousedown: (event, view) => {
      const target = event.target instanceof Element ? event.target : null;
      const shown = target?.closest('.ms-chip, .ms-head, span.ms-bar, .ms-mark');
      const at = shown ? view.posAtDOM(shown) : -1;
      const item = view.state.field(manuscript).layout.items.find(found => (found.kind === 'chip' || found.kind === 'bar') && found.from === at && found.to > at);
      if (!item) {
        return false;
      }

      event.preventDefault();
      const tab = target?.closest('.ms-tab');
      if (item.kind === 'bar' && tab instanceof HTMLElement) {
        showBranch(view, item.frame, tab.dataset.part ? Number(tab.dataset.part) : null);
        return true;
      }

      if (item.kind === 'bar' && item.hides && target?.closest('.ms-fold')) {
        view.dispatch({ effects: toggleFold.of(item.mark.from) });
        return true;
      }

      view.dispatch({ selection: { anchor: item.from, head: item.to } });
      openMenu(view, item);
      return true;
    },
  }),

  // Braces are the source's; here one asks for what can be put in.
  View.inputHandler.of((view, _, __, text) => {
    if (text !== '{' || view.state.readOnly) {
      return false;
    }

    insert();
    return true;
  }),
];
