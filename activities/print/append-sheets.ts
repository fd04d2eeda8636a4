/**
 * Makes the copy of a document (spec 17 §1.1): the pages of the sheets are added behind the original as an incremental
 * update (ISO 32000-1 §7.5.6). The bytes of the original are the first bytes of the copy, so its signatures can still be
 * checked there and its pages cannot have changed (spec 17 §13.3). The sheets lose their structure tags, not their text.
 * Both files must come from the printer of this folder: classic cross-reference table, no object streams.
 */
export function appendSheets(original: Buffer, sheets: Buffer): Buffer {
  const first = readPdf(original);
  const second = readPdf(sheets);
  const shift = first.size - 1;
  const secondPages = pagesOf(second);
  const secondCatalog = second.root;

  const written: { number: number; text: string }[] = [];
  for (const [number, text] of second.objects) {
    if (number === secondCatalog || number === second.info) continue;
    const parent = number === secondPages ? ` /Parent ${pagesOf(first)} 0 R` : '';
    written.push({ number: number + shift, text: renumbered(text, shift).replace(/^<</, `<<${parent}`) });
  }
  written.push({ number: pagesOf(first), text: withMoreKids(first, secondPages + shift, countOf(second)) });
  return Buffer.concat([original, update(original.length, first, written, shift + second.size)]);
}

/** Number of pages of a PDF made by the printer. */
export const pageCount = (pdf: Buffer): number => countOf(readPdf(pdf));

interface ReadPdf {
  /** Body of each object (between `n 0 obj` and `endobj`), one character per byte. */
  objects: Map<number, string>;
  size: number;
  root: number;
  info: number;
  startXref: number;
}

function readPdf(pdf: Buffer): ReadPdf {
  const text = pdf.toString('latin1');
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\s+0 (\d+)\s+/.exec(text.slice(startXref, startXref + 40));
  const trailer = text.slice(text.lastIndexOf('trailer'));
  if (!table) throw new Error('the PDF has no classic cross-reference table');
  const entries = startXref + table[0].length;
  const objects = new Map<number, string>();
  for (let number = 1; number < Number(table[1]); number += 1) {
    const entry = text.slice(entries + number * 20, entries + number * 20 + 20);
    if (entry[17] !== 'n') continue;
    objects.set(number, objectAt(text, Number(entry.slice(0, 10))));
  }
  const reference = (name: string): number => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(trailer)?.[1]);
  return { objects, size: Number(table[1]), root: reference('Root'), info: reference('Info'), startXref };
}

function objectAt(text: string, offset: number): string {
  const start = text.indexOf('obj', offset) + 3;
  const length = /^\s*<<[^]*?\/Length (\d+)(?! 0 R)[^]*?>>\s*stream\r?\n/.exec(text.slice(start, start + 4000));
  const endsBefore = text.indexOf('endobj', start);
  // A stream is measured by its length: its bytes may happen to spell "endobj".
  const isStream = length !== null && start + length.index + length[0].length <= endsBefore;
  const end = isStream ? text.indexOf('endobj', start + length[0].length + Number(length[1])) : endsBefore;
  return text.slice(start, end).trimStart();
}

const pagesOf = (pdf: ReadPdf): number => Number(/\/Pages (\d+) 0 R/.exec(pdf.objects.get(pdf.root) ?? '')?.[1]);
const countOf = (pdf: ReadPdf): number => Number(/\/Count (\d+)/.exec(pdf.objects.get(pagesOf(pdf)) ?? '')?.[1]);

function withMoreKids(pdf: ReadPdf, kid: number, pages: number): string {
  return (pdf.objects.get(pagesOf(pdf)) ?? '')
    .replace(/\/Count \d+/, `/Count ${countOf(pdf) + pages}`)
    .replace(/\/Kids \[([^\]]*)\]/, (_, kids: string) => `/Kids [${kids} ${kid} 0 R]`);
}

/** Moves references by `shift`, outside strings and stream bytes; keys into the dropped structure tree go. */
function renumbered(object: string, shift: number): string {
  const stream = /\bstream\r?\n/.exec(object)?.index ?? object.length;
  const dictionary = object
    .slice(0, stream)
    .replace(/\((?:\\[^]|[^\\()])*\)|(\d+) 0 R\b/g, (found, number?: string) =>
      number ? `${Number(number) + shift} 0 R` : found,
    )
    .replace(/\/StructParents? \d+/g, '');
  return dictionary + object.slice(stream);
}

/** The update section: objects, a cross-reference subsection for each, a trailer that names the table before. */
function update(offset: number, first: ReadPdf, objects: { number: number; text: string }[], size: number): Buffer {
  let body = '\n';
  const entries = objects.map(({ number, text }) => {
    const at = offset + body.length;
    body += `${number} 0 obj\n${text.trimEnd()}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${size}\n/Root ${first.root} 0 R\n/Info ${first.info} 0 R\n/Prev ${first.startXref}>>`;
  return Buffer.from(`${body}xref\n${entries.join('')}${trailer}\nstartxref\n${offset + body.length}\n%%EOF\n`, 'latin1');
}
