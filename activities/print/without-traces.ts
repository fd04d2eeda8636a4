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
const ENTRY = /\(node(\d{8})\) (\d+) 0 R/g;

/**
 * Names of structure elements come from a count of all nodes a browser ever made; here they follow the order of their
 * objects, which depends on the page alone, and so does the tree that lists them by name.
 */
function withNodesRenumbered(text: string): string {
  const tree = /\/Names \[[^\]]*\]/.exec(text);
  if (!tree) return text;
  const elements = [...tree[0].matchAll(ENTRY)].map((entry) => ({ node: entry[1]!, object: Number(entry[2]) }));
  elements.sort((a, b) => a.object - b.object);
  const name = (index: number): string => `(node${String(index + 1).padStart(8, '0')})`;
  const names = new Map(elements.map(({ node }, index) => [node, name(index)]));
  const sorted = `/Names [${elements.map(({ object }, index) => `${name(index)} ${object} 0 R`).join(' ')}]`;
  const limits = `/Limits [${name(0)} ${name(elements.length - 1)}]`;
  const renamed = (part: string): string => part.replace(NODE, (found, node: string) => names.get(node) ?? found);
  return (
    renamed(text.slice(0, tree.index)).replace(/\/Limits \[[^\]]*\](\s*)$/, `${limits}$1`) +
    sorted +
    renamed(text.slice(tree.index + tree[0].length))
  );
}
