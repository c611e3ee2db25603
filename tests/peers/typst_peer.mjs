// The text of a page as bare paragraphs, as many pages as asked for, by Typst itself: node typst_peer.mjs page.html PAGES out.pdf ROUNDS
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('../../src/FinalAccounts.Rendering/Typst/Worker/', import.meta.url));
const { NodeCompiler } = createRequire(worker + 'worker.mjs')('@myriaddreamin/typst-ts-node-compiler');
const [page, pages, output, rounds] = process.argv.slice(2);
const text = readFileSync(page, 'utf8').replace(/<(style|script)[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\n').split(/\s*\n\s*/).filter((line) => line.length > 1);
const compiler = NodeCompiler.create({ workspace: '/nonexistent' });
let started = performance.now();
let paragraphs = text.slice(0, Math.ceil(text.length / 2));

for (let round = 0; round < Number(rounds); round++) {
  const result = set(paragraphs);
  writeFileSync(output, compiler.pdf(result, { pdfStandard: 'ua-1', pdfTags: true }));
  console.log('round', Math.round(performance.now() - started));
  // What follows is measured at the asked length; the first round is not counted among the warm.
  const share = Number(pages) / result.numOfPages;
  paragraphs = Array.from({ length: Math.round(paragraphs.length * share) }, (_, index) => text[index % text.length]);
  compiler.evictCache(0);
  started = performance.now();
}

function set(lines) {
  const source = '#set document(title: "text")\n#set page(numbering: "1")\n#set text(lang: "zh", font: ("Liberation Serif", "Noto Serif CJK SC"), size: 16pt)\n#set par(leading: 13pt, spacing: 13pt, justify: true)\n'
    + lines.map((line) => `#par(${JSON.stringify(line)})`).join('\n');
  const compiled = compiler.compile({ mainFileContent: source });
  if (compiled.hasError()) {
    compiled.printErrors();
    process.exit(1);
  }

  return compiled.result;
}
