import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { SummaryRow, WarningForm } from '../components.ts';
import { dateTime } from '../formats.ts';
import { FRAME } from '../texts/frame.ts';
import { offerHref, offerWords } from '../offer-words.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';

export interface WithdrawalFacts {
  language: Language;
  csrf: string;
  file: ProcurementFile;
  closesAt: number;
  latest: { number: string; received: string };
  commandId: string;
}

/** Taking a quotation back: what it means, and that nobody is told. */
export function withdrawalView({
  language,
  csrf,
  file,
  closesAt,
  latest,
  commandId,
}: WithdrawalFacts): WarningForm & { rows: SummaryRow[] } {
  const t = inLanguage(offerWords(file.method).page, language);
  const page = offerHref(file);
  return {
    rows: [
      { key: fill(t.procurement, { number: file.number }), text: ofBoth(file.name, language) },
      { key: t.receiptNumber, text: latest.number },
      { key: t.receivedAt, text: dateTime(`${latest.received.slice(0, 23)}Z`, language, 'millisecond') },
      { key: t.until, text: dateTime(closesAt, language) },
    ],
    action: `${page}/withdraw`,
    csrf,
    hidden: [{ name: 'commandId', value: commandId }],
    fields: [],
    warning: `${t.withdrawWarning} ${t.withdrawNobodyTold}`,
    warningLabel: FRAME.warning[language],
    button: t.withdrawButton,
    dangerous: true,
    cancel: { href: page, text: t.keep },
  };
}
