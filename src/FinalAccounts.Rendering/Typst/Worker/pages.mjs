// The compiler draws all pages below each other as one SVG: a sheet, a group with what stands on it, the next sheet, and at the
// end the shapes of all letters. This divides it into a drawing for each page, with the letters of that page and short names.
// A link leads nowhere in a picture.
const link = /^<\/?a[ >]|^<rect [^>]*fill="transparent"/;
const sheet = /^ {4}<path class="typst-shape"[^>]* d="M 0 0v ([\d.]+) h ([\d.]+) v -[\d.]+ Z "\/>$/;

export function pagesOf(drawing, count, most) {
  const { pages, letters, rest } = divide(drawing);
  if (pages.length !== count) {
    throw new Error(`the drawing shows ${pages.length} of ${count} pages`);
  }

  return pages.slice(0, most).map((page) => draw(page, letters, rest));
}

function divide(drawing) {
  const [pages, letters, rest] = [[], new Map(), []];
  let into = rest;
  let inLetters = false;
  for (const line of drawing.slice(drawing.indexOf('\n') + 1, drawing.lastIndexOf('\n</svg>')).split('\n')) {
    const paper = sheet.exec(line);
    if (paper) {
      into = [line.trim()];
      pages.push({ height: paper[1], width: paper[2], lines: into });
    } else if (line.startsWith('    <defs')) {
      inLetters = line.includes('"glyph"');
      into = inLetters ? [] : rest;
      into.push(line.trim());
    } else if (inLetters && line.startsWith('        <symbol')) {
      into = [line.trim()];
      letters.set(/id="([^"]+)"/.exec(line)[1], into);
    } else if (line !== '    </defs>' || !inLetters) {
      // The group of a page is put where the page stands in the whole.
      into.push(line.startsWith('    <g ') ? '<g>' : line.trim());
    }
  }

  return { pages, letters, rest };
}

function draw({ width, height, lines }, letters, rest) {
  const used = new Map();
  // Black, and on the line, is what there is without saying so.
  const body = lines.filter((line) => !link.test(line)).join('\n').replaceAll(' fill="#000000" fill-rule="nonzero"', '').replaceAll(' y="0"', '')
    .replace(/xlink:href="#(g[^"]+)"/g, (_, id) => {
      used.set(id, used.get(id) ?? `l${used.size}`);
      return `href="#${used.get(id)}"`;
    });
  const shapes = [...used].flatMap(([id, name]) => [letters.get(id)[0].replace(id, name), ...letters.get(id).slice(1)]);
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">\n`
    + [body, ...rest, '<defs>', ...shapes, '</defs>', '</svg>'].join('\n');
}
