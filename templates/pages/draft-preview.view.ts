import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { DraftStep } from '../../domain/procurement/draft/body.ts';
import type { ContentBlock } from '../content.ts';
import { PUBLICATION } from '../texts/draft-publication.ts';
import { STEP_NAMES } from '../texts/draft.ts';
import type { Language } from '../texts/texts.ts';
import { lotBlocks } from './procurement-lots.view.ts';
import { overviewBlocks } from './procurement-overview.view.ts';

/** The announcement as everybody will see it, by the views of the public page, with the way back to every step. */
export function previewBlocks(file: ProcurementFile, steps: readonly DraftStep[], language: Language): ContentBlock[] {
  const lots = file.lots.flatMap((lot) => lotBlocks(file, lot, language).filter((block) => block.summary));
  return [
    { paragraphs: [PUBLICATION.lead[language]] },
    ...overviewBlocks(file, language),
    ...lots,
    {
      heading: PUBLICATION.documents[language],
      links: file.documents.map(({ id, name }) => ({ href: `/files/${id}`, text: name })),
    },
    {
      heading: PUBLICATION.change[language],
      links: steps.map((step) => ({ href: `/drafts/${file.number}/${step}`, text: STEP_NAMES[step][language] })),
    },
  ];
}
