/**
 * Replaces what a print run leaves of its own in a PDF (creation date, modification date, file id) by fixed values of the
 * same length, so that no offset moves: the same payload gives the same bytes (spec 17 §1.1, §13.8).
 */
export function withoutDates(pdf: Buffer): Buffer {
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
  return Buffer.from(info + text.slice(infoEnd, trailer) + end, 'latin1');
}

/** Keeps the length of `D:20251122061512+00'00'`. */
const fixedDate = (date: string): string => "D:20000101000000+00'00'".padEnd(date.length, ' ').slice(0, date.length);
