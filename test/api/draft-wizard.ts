import { findCase } from '../../db/cases.ts';
import { documentsOf } from '../../db/documents.ts';
import { findDraft } from '../../db/drafts.ts';
import { organization, townsperson } from '../support/people.ts';
import type { DraftDesk } from './draft-office.ts';
import type { Answer, Visitor } from './visitor.ts';

export const head = {
  method: 'price-quotations',
  purchaseType: 'first',
  subjectKind: 'goods',
  'name-kk': 'Қағаз',
  'name-ru': 'Бумага',
};
export const C1 = organization('C1').bin;

/** A draft of the creator's, walked through by its forms. */
export type Wizard = ReturnType<typeof wizardAt>;

export async function aWizard(office: DraftDesk, creator: Visitor, more: Record<string, string> = {}): Promise<Wizard> {
  await creator.get('/drafts/new');
  const { location } = await creator.post('/drafts', { ...head, ...more });
  return wizardAt(office, creator, /\/drafts\/([\d-]+)\/lots/.exec(location!)![1]!);
}

/** The wizard of a draft that is there already. */
export function wizardAt(office: DraftDesk, creator: Visitor, number: string) {
  const { pool } = office.db;
  const draft = `/drafts/${number}`;

  const wizard = {
    number,
    draft,
    file: () => findCase(pool, number),
    stored: () => findDraft(pool, number),
    body: async () => (await findDraft(pool, number))!.body,
    documents: async () => documentsOf(pool, (await findDraft(pool, number))!.id),

    /** Puts a new plan item, or this one, into the draft; gives its id. */
    async withLot(item?: string): Promise<string> {
      const chosen = item ?? (await office.planned());
      await creator.post(`${draft}/lots`, { chosen, then: 'add' });
      return chosen;
    },

    async save(step: string, values: Record<string, string>): Promise<Answer> {
      const seen = String((await wizard.body()).saved[step.replace('/', '-')]?.version ?? 0);
      return creator.post(`${draft}/${step}`, { seen, ...values, then: 'continue' });
    },

    /** Fills in every step; nothing is approved yet. */
    async fillIn(): Promise<void> {
      await wizard.withLot();
      await wizard.save('delivery', { 'incoterms-1': 'DDP', 'place-1-ru': 'г. Астана', 'place-1-kk': 'Астана қ.' });
      await wizard.save('specification/1', { 'characteristics-kk': 'Тығыздығы 80', 'characteristics-ru': 'Плотность 80' });
      const both = (name: string) => ({ [`${name}-kk`]: 'мәтін', [`${name}-ru`]: 'текст' });
      const texts = { ...both('subject'), ...both('region'), ...both('paymentTerms'), ...both('term'), ...both('basis') };
      await wizard.save('contract', { ...texts, expenditureCode: '149', [`signatory-${C1}`]: townsperson('creator').userId });
      await wizard.save('people', {
        organizerRepresentative: townsperson('colleague').userId,
        [`representative-${C1}`]: townsperson('creator').userId,
      });
      await wizard.save('dates', { ...typed('opensAt', '23', '11', '09:00'), ...typed('closesAt', '1', '12', '18:00') });
    },

    /** Approves a paper and lets the printer print it; gives the id of the document. */
    async approved(paper: string): Promise<string> {
      await creator.post(`${draft}/papers/${paper}/approve`, {});
      await office.print();
      const kind = paper.startsWith('contract') ? 'contract-draft' : 'specification';
      return (await wizard.documents()).find((each) => each.kind === kind)!.id;
    },

    sign: async (id: string, key = 'creator'): Promise<Answer> =>
      creator.post(`${draft}/documents/${id}/sign`, { signature: await office.signed(creator, id, key) }),
  };
  return wizard;
}

/** A date of 2026 with time, as the three fields and the time of a form. */
export const typed = (name: string, day: string, month: string, time: string): Record<string, string> => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: '2026',
  [`${name}-time`]: time,
});
