// Sentences at which something is said and not done are marked in the text.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

/** @type {import('@codemirror/state').StateEffectType<{ from: number, to: number, count: number }[]>} */
export const showTalk = StateEffect.define();

export const talkMarks = [
  StateField.define({
    create: () => Decoration.none,
    update(before, transaction) {
      const shown = transaction.effects.find(effect => effect.is(showTalk))?.value;
      return shown
        ? Decoration.set(shown.map(({ from, to, count }) => Decoration.mark({ class: 'cm-talked', attributes: { title: `${count} 条没办的意见` } }).range(from, to)), true)
        : before.map(transaction.changes);
    },
    provide: field => EditorView.decorations.from(field),
  }),
  EditorView.baseTheme({ '.cm-talked': { backgroundColor: '#fdf4e0', boxShadow: 'inset 0 -2px #b07400' } }),
];
