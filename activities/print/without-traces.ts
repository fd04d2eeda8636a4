/**
 * Replaces what a print run leaves of its own in a PDF (dates, file id, the browser's node numbers in the structure tree)
 * by values that depend on the page alone, of the same length, so that no offset moves: the same payload gives the same
 * bytes (spec 17 §1.1, §13.8).
 */
export function withoutTraces(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  // Skia writes the information dictionary as the first object and the file id, if any, into the trailer.
  const infoEnd = text.indexOf('endobj');
  const trailer = text.lastIndexOf('trailer');
  if (infoEnd < 0 || trailer < 0) throw new Error('not a PDF of the kind the printer makes');
  const info = text
    .slice(0, infoEnd)
    .replace(/(\/(?:CreationDate|ModDate) ?\()(D:[^)]*)\)/g, (_, key: string, date: string) => `${key}${fixedDate(date)})`);
  const end = text
    .slice(trailer)
    .replace(/(\/ID ?\[)([^\]]*)\]/, (_, key: string, ids: string) => `${key}${ids.replace(/[0-9A-Fa-f]/g, '0')}]`);
  return Buffer.from(info + withNodesRenumbered(text.slice(infoEnd, trailer)) + end, 'latin1');
}

/** Keeps the length of `D:20251122061512+00'00'`. */
const fixedDate = (date: string): string => "D:20000101000000+00'00'".padEnd(date.length, ' ').slice(0, date.length);

const NODE = /(?<!\\)\(node(\d{8})\)/g;

/** Names of structure elements count the nodes a browser ever made; here they count those of the page, in the same order. */
function withNodesRenumbered(text: string): string {
  const numbers = [...new Set([...text.matchAll(NODE)].map((found) => found[1]))].sort();
  const rank = new Map(numbers.map((number, index) => [number, String(index + 1).padStart(8, '0')]));
  return text.replace(NODE, (_, number: string) => `(node${rank.get(number)})`);
}
