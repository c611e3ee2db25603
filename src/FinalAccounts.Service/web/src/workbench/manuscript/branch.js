// One branch of a condition alone. The page around is told, and looks for a unit for which it holds.
/** @import { EditorView } from '@codemirror/view' */
/** @import { FrameRegion } from './regions' */
import { chooseBranch } from './field.js';

/** @typedef {{ from: number, to: number } | null} BranchShown What the branch takes of the text; null for all branches. */

/** @param {EditorView} view @param {FrameRegion} frame @param {number | null} part Null for all. */
export function showBranch(view, frame, part) {
  view.dispatch({ effects: chooseBranch.of({ at: frame.from, part }) });
  const shown = part === null ? null : frame.parts[part];
  view.dom.dispatchEvent(new CustomEvent('ms-branch', { bubbles: true, detail: shown && { from: shown.mark.to, to: shown.to } }));
}
