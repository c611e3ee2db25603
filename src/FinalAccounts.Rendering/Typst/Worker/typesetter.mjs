import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

import { pagesOf } from './pages.mjs';

const nothing = Buffer.alloc(0);

// A compiler for each list of font files, and the answers to requests.
export class Typesetter {
  compilers = new Map();

  // head: {fonts, standards or most, keep}; the answer's head: {pages, pageCount, places, sizes, warnings, memory} or {error}.
  answer(head, source) {
    try {
      return head.standards ? this.print(head, source) : this.draw(head, source);
    } catch (error) {
      return { head: { error: messages(error) }, body: nothing };
    } finally {
      this.compiler(head.fonts).evictCache(head.keep);
    }
  }

  // Each standard's file after the other; the layout is made once.
  print(head, source) {
    const { compiler, result, warnings, times } = this.layOut(head, source);
    if (!result) {
      return { head: { error: warnings }, body: nothing };
    }

    const started = performance.now();
    const files = head.standards.map((pdfStandard) => compiler.pdf(result, { pdfStandard, pdfTags: true }));
    times.write = performance.now() - started;
    return this.finished(compiler, result, { warnings, times, sizes: files.map((file) => file.length) }, Buffer.concat(files));
  }

  // The first pages, each as a drawing.
  draw(head, source) {
    const { compiler, result, warnings, times } = this.layOut(head, source);
    if (!result) {
      return { head: { error: warnings }, body: nothing };
    }

    const started = performance.now();
    const files = pagesOf(compiler.plainSvg(result), result.numOfPages, head.most).map((page) => Buffer.from(page));
    times.write = performance.now() - started;
    const places = compiler.query(result, { selector: '<places>', field: 'value' })[0] ?? [];
    return this.finished(compiler, result, { warnings, times, places, sizes: files.map((file) => file.length) }, Buffer.concat(files));
  }

  finished(compiler, result, head, body) {
    const pages = compiler.query(result, { selector: '<pages>', field: 'value' })[0] ?? [];
    return { head: { ...head, pages, pageCount: result.numOfPages, memory: process.memoryUsage.rss() }, body };
  }

  layOut(head, source) {
    const compiler = this.compiler(head.fonts);
    const started = performance.now();
    const compiled = compiler.compile({ mainFileContent: source });
    const times = { layOut: performance.now() - started };
    const said = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
    const warnings = said.map((diagnostic) => diagnostic.message);
    return { compiler, result: compiled.hasError() ? null : compiled.result, warnings, times };
  }

  // The workspace does not exist: there is nothing that a document could read.
  compiler(fonts) {
    const key = fonts.join('\n');
    if (!this.compilers.has(key)) {
      this.compilers.set(key, NodeCompiler.create({ workspace: '/nonexistent', fontArgs: [{ fontPaths: fonts }] }));
    }

    return this.compilers.get(key);
  }
}

// The compiler's own words: a diagnostic may come as an object or as a description of one.
function messages(error) {
  const described = [...String(error?.code ?? '').matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1].replaceAll('\\"', '"').replaceAll('\\\\', '\\'));
  return described.length > 0 ? described : [String(error?.message ?? error)];
}
