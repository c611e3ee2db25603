// Units that there are not: the chosen unit as it might be, or one made up, so that every branch of a condition can be read.
/** @import { BranchAnswer, WorkbenchState } from './types' */
/** @import { Preview } from './preview' */
import { byId } from '../page.js';
import { call, isAbort } from './api.js';
import { button } from './dom.js';
import { holding } from './places.js';
import { toast } from '../toast.js';

/**
 * @param {object} given
 * @param {WorkbenchState & { unit: string, year: number }} given.state
 * @param {Preview} given.preview
 * @param {() => string} given.text
 */
export function createSupposing({ state, preview, text }) {
  const unit = byId('unit', HTMLSelectElement);
  const told = byId('supposed', HTMLElement);
  const own = `${state.unit} ${state.year}`;

  /** @type {{ text: string, answers: BranchAnswer[] } | null} */
  let known = null;

  /** @param {string | null} as */
  const suppose = as => {
    unit.value = as === null ? own : `${own} ${as}`;
    told.hidden = as === null;
    told.replaceChildren(`${as === null ? '' : unit.selectedOptions[0]?.text ?? ''}　这不是真的数。`, button('用选定的单位', () => suppose(null), 'link'));
    preview.suppose(as);
  };

  return {
    own,
    suppose,

    /** Shows a branch with a unit for which it holds: the chosen one where it does. @param {{ from: number, to: number }} branch */
    async showBranch(branch) {
      try {
        const now = text();
        if (known?.text !== now) {
          known = { text: now, answers: await call('POST', `/api/workbench/${encodeURIComponent(state.set)}/branches`, { path: state.path, text: now, unit: state.unit, year: state.year }) };
        }

        const found = holding(known.answers, now, branch);
        if (found) {
          suppose(found.as);
        } else {
          toast('没有合这个条件的虚构单位，右边还是原来的单位。');
        }
      } catch (error) {
        if (!isAbort(error)) {
          toast('没有找到合这个条件的虚构单位，请稍后再试。');
        }
      }
    },
  };
}
