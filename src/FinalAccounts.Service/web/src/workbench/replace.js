// Replacing words over sections: in one's own drafts, in words only, and all of it can be taken back at once.
/** @import { EditorView } from '@codemirror/view' */
/** @import { DraftAnswer, SavedAnswer, WorkbenchState } from './types' */
import { call } from './api.js';
import { withChanges, wordChanges } from './manuscript/replace-words.js';

/** @typedef {{ places: number, sections: number, undo: () => Promise<number> }} Replaced undo says in how many sections it could be taken back. */

/**
 * @param {WorkbenchState} state
 * @param {EditorView} view
 * @returns {(wanted: string, by: string, paths: string[]) => Promise<Replaced>}
 */
export function createReplace(state, view) {
  const address = `/api/workbench/${encodeURIComponent(state.set)}/draft`;

  // The section in the editor is changed there: its draft, its undo and its preview follow.
  /** @param {string} wanted @param {string} by */
  const here = (wanted, by) => {
    const { doc } = view.state;
    const places = wordChanges(doc.toString(), wanted, by);
    const changes = view.state.changes(places);
    const after = changes.apply(doc);
    view.dispatch({ changes, userEvent: 'manuscript' });
    return {
      places: places.length,
      undo: async () => {
        const untouched = view.state.doc.eq(after);
        if (untouched) {
          view.dispatch({ changes: changes.invert(doc), userEvent: 'manuscript' });
        }

        return untouched;
      },
    };
  };

  /** @param {string} path @param {string} wanted @param {string} by */
  const elsewhere = async (path, wanted, by) => {
    /** @type {DraftAnswer} */
    const { mine, text, inForce } = await call('GET', `${address}?path=${encodeURIComponent(path)}`);
    const before = mine?.content ?? text;
    const changes = wordChanges(before, wanted, by);
    if (changes.length === 0) {
      return { places: 0, undo: async () => true };
    }

    const base = mine?.base ?? inForce;

    /** @type {SavedAnswer} */
    const saved = await call('PUT', address, { path, content: withChanges(before, changes), revision: mine?.revision ?? 0, base });
    return { places: changes.length, undo: () => call('PUT', address, { path, content: before, revision: saved.revision, base }).then(() => true, () => false) };
  };

  return async (wanted, by, paths) => {
    /** @type {{ places: number, undo: () => Promise<boolean> }[]} */
    const done = [];
    for (const path of new Set(paths)) {
      done.push(path === state.path ? here(wanted, by) : await elsewhere(path, wanted, by));
    }

    const changed = done.filter(one => one.places > 0);
    return {
      places: changed.reduce((sum, one) => sum + one.places, 0), sections: changed.length,
      undo: async () => {
        let taken = 0;
        for (const one of changed) {
          taken += await one.undo() ? 1 : 0;
        }

        return taken;
      },
    };
  };
}
