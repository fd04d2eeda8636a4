import { documentFonts } from '../fonts.ts';

/** A string inside a style sheet: no value can end the string or the element. */
const cssString = (text: string): string => `"${text.replace(/[\\"<>&\n\r\f]/g, (c) => `\\${c.codePointAt(0)!.toString(16)} `)}"`;

/** `1234567-1/results/2 · v2 · бет 3 / 8 · стр. 3 из 8 · digest` and the address of verification below. */
export interface Footer {
  /** Document id and version. */
  document: string;
  digest: string;
  address: string;
  pages: 'document' | 'sheets';
  /** Wide tables lie across. */
  landscape: boolean;
}

/**
 * Style of a printed document. The footer stands in the margin box of the page, because only there it takes the embedded
 * font; one count of pages for the whole PDF (spec 17 §1.2).
 */
export function pageStyle(footer: Footer): string {
  const words = { document: ['бет', 'стр.', 'из'], sheets: ['парақ', 'лист', 'из'] }[footer.pages] as [string, string, string];
  const count = `"${words[0]} " counter(page) " / " counter(pages) " · ${words[1]} " counter(page) " ${words[2]} " counter(pages)`;
  const content = `${cssString(`${footer.document} · `)} ${count} ${cssString(` · ${footer.digest}`)} "\\a" ${cssString(footer.address)}`;
  return `${documentFonts()}
@page{size:A4${footer.landscape ? ' landscape' : ''};margin:18mm 15mm 24mm;@bottom-center{content:${content};white-space:pre-wrap;overflow-wrap:anywhere;text-align:center;vertical-align:top;padding-top:3mm;font:7.5pt/1.5 "Noto Serif";color:#333}}
${BODY}`;
}

const BODY = `
html{font:9.5pt/1.4 "Noto Serif";color:#000;hyphens:manual;-webkit-print-color-adjust:exact}
body{margin:0 0.5mm}
p{margin:0 0 2mm}
h2{font-size:12pt;margin:0 0 3mm;text-align:center;break-after:avoid}
h3{font-size:10pt;margin:4mm 0 1.5mm;break-after:avoid}
h4{font-size:9.5pt;margin:3mm 0 1mm;break-after:avoid}
.masthead{text-align:center;border-bottom:0.6pt solid #000;margin-bottom:5mm;padding-bottom:2mm}
.masthead .title{font-size:13pt;font-weight:700;margin:0 0 1mm}
.masthead .number{font-size:12pt;margin:2mm 0 0}
.part+.part,.sheet+.sheet{break-before:page}
.lot>.fields{break-inside:avoid}
.lot{border-top:0.6pt solid #000;margin-top:5mm;padding-top:1mm}
table{border-collapse:collapse;width:100%;margin:0 0 2mm}
.grid th,.grid td{border:0.5pt solid #555;padding:0.8mm 1.2mm;text-align:left;vertical-align:top;font-size:8.5pt;line-height:1.3;overflow-wrap:break-word}
.grid th{font-weight:700;background:#eee}
.grid .number{text-align:right;white-space:nowrap}
.grid th.number{white-space:normal}
.grid td:first-child,.grid th:first-child{width:6mm;white-space:nowrap}
.grid .foot td{font-weight:700}
.grid tr,.fields tr{break-inside:avoid}
.fields th,.fields td{padding:0.5mm 0;text-align:left;vertical-align:top;font-weight:400}
.fields th{width:36%;padding-right:3mm;color:#333}
.fields td{font-weight:700;overflow-wrap:anywhere}
.decision{border:0.8pt solid #000;padding:1mm 3mm 0;margin-top:3mm;break-inside:avoid}
.decision h3{margin-top:1mm}
.typed{white-space:pre-line;overflow-wrap:anywhere}
.small,.abbreviations{font-size:8pt}
.grid .small{font-size:7.5pt;overflow-wrap:anywhere}
.abbreviations{break-before:avoid;break-inside:avoid;margin-top:6mm;border-top:0.4pt solid #777;padding-top:1.5mm}
.closing{margin-top:8mm;border-top:0.8pt solid #000;padding-top:3mm;break-inside:avoid}
.fields .digest{font-size:7.5pt}
.equivalence{display:flex;gap:5mm;align-items:center;margin-top:3mm;font-size:8pt}
.equivalence svg{width:28mm;height:28mm;flex:none}
.clause{margin:0 0 1.5mm;text-align:justify}
`;
