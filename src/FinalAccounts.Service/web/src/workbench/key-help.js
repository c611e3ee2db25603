// The keys of the workbench, on a page.
import { element, openPanel } from './dom.js';

const KEYS = [
  ['F6', '从文字到右边的页面（停在光标所写的地方），在页面上再按一次，回到写出那里的文字'],
  ['↑ ↓（在页面上）', '到上一处、下一处；回车也回到文字'],
  ['← → 回车', '文稿里停在方块上，打开它的菜单'],
  ['Alt+回车', '光标处条件或列举的菜单'],
  ['/ 或 Alt+I', '插入数、增减句、条件、图……'],
  ['F8', '到下一处提醒'],
  ['Alt+M', '对光标处的一句写意见'],
  ['Ctrl+F', '在这一节里找'],
  ['Alt+F', '在全部模板里找'],
  ['Ctrl+Z　Ctrl+Y', '撤销，重做'],
  ['Ctrl+S', '马上保存草稿（平时自动保存）'],
  ['Tab', '离开文字，到下一个按钮；一排按钮、目录各算一处，里面用 ← → ↑ ↓'],
];

export function showKeys() {
  openPanel('快捷键', element('table', { class: 'wb-keys' }, element('tbody', {}, ...KEYS.map(([key, does]) => element('tr', {}, element('th', { scope: 'row' }, key), element('td', {}, does))))), [['关闭', null, 'primary']]);
}
