(() => {
  const place = document.getElementById('search');
  const label = place.appendChild(document.createElement('label'));
  label.textContent = '按单位名称查找';
  const box = label.appendChild(document.createElement('input'));
  box.type = 'search';
  const told = place.appendChild(document.createElement('p'));
  told.setAttribute('role', 'status');
  box.addEventListener('input', () => {
    const words = box.value.trim().split(/\s+/);
    let shown = 0;
    for (const section of document.querySelectorAll('section')) {
      let own = 0;
      for (const item of section.querySelectorAll('li')) {
        item.hidden = !words.every((word) => item.textContent.includes(word));
        own += item.hidden ? 0 : 1;
      }
      section.hidden = own === 0;
      shown += own;
    }
    told.textContent = box.value.trim() ? `找到 ${shown} 个` : '';
  });
})();
