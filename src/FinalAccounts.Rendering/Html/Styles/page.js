(() => {
  const banner = document.querySelector('.banner');
  const make = (parent, tag, text) => {
    const made = document.createElement(tag);
    made.textContent = text;
    return parent.appendChild(made);
  };
  const button = (parent, text, act) => make(parent, 'button', text).addEventListener('click', act);
  const box = make(make(banner, 'label', '查找 '), 'input', '');
  box.type = 'search';
  button(banner, '打印', () => window.print());
  const bar = document.body.insertBefore(document.createElement('div'), document.body.firstChild);
  bar.className = 'found';
  bar.hidden = true;
  const told = make(bar, 'span', '');
  told.setAttribute('role', 'status');
  let places = [];
  let at = 0;
  button(bar, '上一处', () => show(at - 1));
  button(bar, '下一处', () => show(at + 1));
  button(bar, '关闭', () => {
    box.value = '';
    find();
    box.focus();
  });

  // A word may run through a figure or from one element into the next: blocks are searched as the text that they show.
  const blocks = [...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6,p,li,th,td,figcaption)')].filter((block) => !block.closest('nav,.unseen') && !block.querySelector('p,li'));
  const texts = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const range = (nodes, start, end) => {
    const made = document.createRange();
    let before = 0;
    for (const node of nodes) {
      const after = before + node.length;
      if (start >= before && start < after) made.setStart(node, start - before);
      if (end > before && end <= after) made.setEnd(node, end - before);
      before = after;
    }
    return made;
  };
  const mark = (name, ranges) => {
    if (window.CSS && CSS.highlights) CSS.highlights.set(name, new Highlight(...ranges));
  };
  const show = (number) => {
    at = (number + places.length) % places.length;
    const place = places[at];
    mark('here', [place]);
    if (!(window.CSS && CSS.highlights)) {
      getSelection().removeAllRanges();
      getSelection().addRange(place);
    }
    place.startContainer.parentElement.scrollIntoView({ block: 'center', inline: 'center' });
    told.textContent = `第 ${at + 1} 处，共 ${places.length} 处`;
  };
  const find = () => {
    const word = box.value.trim().toLowerCase();
    places = [];
    for (const block of word ? blocks : []) {
      const text = block.textContent.toLowerCase();
      let start = text.indexOf(word);
      const nodes = start < 0 ? [] : texts(block);
      for (; start >= 0; start = text.indexOf(word, start + word.length)) places.push(range(nodes, start, start + word.length));
    }
    mark('found', places);
    mark('here', []);
    bar.hidden = !word;
    told.textContent = places.length ? `共 ${places.length} 处` : '没有找到';
    for (const one of bar.querySelectorAll('button')) one.disabled = !places.length && one !== bar.lastChild;
    at = -1;
  };
  box.addEventListener('input', find);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && places.length) show(event.shiftKey ? at - 1 : at + 1);
  });
})();
