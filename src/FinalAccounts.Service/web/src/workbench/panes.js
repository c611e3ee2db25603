// On narrow screens one pane at a time.
const bench = document.getElementById('workbench');

export function showPanes(pane) {
  const tabs = document.querySelectorAll('.wb-tabs button');
  const choose = name => {
    bench.dataset.pane = name;
    for (const tab of tabs) {
      tab.setAttribute('aria-pressed', String(tab.dataset.pane === name));
    }
  };
  if (pane) {
    choose(pane);
    return;
  }

  for (const tab of tabs) {
    tab.addEventListener('click', () => choose(tab.dataset.pane));
  }
}
