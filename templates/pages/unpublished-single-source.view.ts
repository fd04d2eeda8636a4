import { sum } from '../../domain/money.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { WarningForm } from '../components.ts';
import type { ContentBlock } from '../content.ts';
import { money } from '../formats.ts';
import { refusalPanel } from '../refusal-panel.ts';
import { CABINET } from '../texts/cabinet.ts';
import { PUBLICATION } from '../texts/draft-publication.ts';
import { FRAME } from '../texts/frame.ts';
import { PROCUREMENT } from '../texts/procurement.ts';
import { fill, inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { UNPUBLISHED } from '../texts/unpublished.ts';
import { singleSourceRows } from './single-source-head.ts';

export interface UnpublishedFacts {
  language: Language;
  csrf: string;
  file: ProcurementFile;
  refusal: Refusal | null;
  /** A command that publishes it is being decided. */
  waiting: boolean;
  commandId: string;
  isCreator: boolean;
}

/** Why the single source is not published, what it says, and for its creator the two ways on: publish by hand, or delete. */
export function unpublishedView(facts: UnpublishedFacts): { blocks: ContentBlock[]; forms: WarningForm[] } {
  const { language, file, refusal, waiting, isCreator } = facts;
  const t = inLanguage(UNPUBLISHED, language);
  const blocks: ContentBlock[] = [
    { paragraphs: [waiting ? t.waiting : t.lead], ...(refusal ? { refusal: refusalPanel(refusal, language) } : {}) },
    ...(waiting ? [] : [{ paragraphs: [isCreator ? t.ways : fill(t.author, { who: ofBoth(file.creator.name, language) })] }]),
    {
      summary: [
        { key: PROCUREMENT.what[language], text: ofBoth(file.name, language) },
        ...singleSourceRows(file, { language }),
        { key: CABINET.lots[language], text: file.lots.map((lot) => lot.number).join(', ') },
        { key: PROCUREMENT.total[language], text: money(sum(file.lots.map((lot) => lot.amount)), language) },
      ],
    },
  ];
  return { blocks, forms: isCreator && !waiting ? [publishForm(facts), deleteForm(facts)] : [] };
}

const common = ({ language, csrf }: UnpublishedFacts) => ({ csrf, fields: [], warningLabel: FRAME.warning[language] });

const publishForm = (facts: UnpublishedFacts): WarningForm => ({
  ...common(facts),
  action: `/procurements/${facts.file.number}/unpublished/publish`,
  hidden: [{ name: 'commandId', value: facts.commandId }],
  warning: UNPUBLISHED.publishWarning[facts.language],
  button: PUBLICATION.publish[facts.language],
  dangerous: false,
});

const deleteForm = (facts: UnpublishedFacts): WarningForm => ({
  ...common(facts),
  action: `/procurements/${facts.file.number}/unpublished/delete`,
  hidden: [],
  warning: UNPUBLISHED.deleteWarning[facts.language],
  button: UNPUBLISHED.delete[facts.language],
  dangerous: true,
});
