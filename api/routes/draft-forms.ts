import type { Request } from 'express';
import { accountsOf, usersWithRole } from '../../db/draft-people.ts';
import type { Representative } from '../../domain/parties.ts';
import { contractPaper, type DraftFault, type DraftForm, isPaper, specificationPaper } from '../../domain/procurement/draft.ts';
import type { Link } from '../../templates/components.ts';
import type { Filled } from '../../templates/fields.ts';
import type { FieldGroup } from '../../templates/pages/draft-form.view.ts';
import { contractGroups } from '../../templates/pages/draft-forms/contract.view.ts';
import { datesGroups } from '../../templates/pages/draft-forms/dates.view.ts';
import { deliveryGroups } from '../../templates/pages/draft-forms/delivery.view.ts';
import { headGroups } from '../../templates/pages/draft-forms/head.view.ts';
import { peopleGroups } from '../../templates/pages/draft-forms/people.view.ts';
import { specificationGroups } from '../../templates/pages/draft-forms/specification.view.ts';
import { DRAFT } from '../../templates/texts/draft.ts';
import { PAPERS } from '../../templates/texts/draft-papers.ts';
import type { Services } from '../services.ts';
import type { Desk } from './draft-desk.ts';

/** Who may be named for each customer: BIN → people. */
export async function customerUsers({ db }: Services, { customers }: Desk): Promise<Record<string, Representative[]>> {
  const found = await Promise.all(
    customers.map(async ({ bin }) => [bin, await usersWithRole(db.pool, bin, 'customer')] as const),
  );
  return Object.fromEntries(found);
}

/** The fields of a form with what they are chosen from; `text` narrows the people. */
export async function groupsOf(
  services: Services,
  desk: Desk,
  form: DraftForm,
  filled: Filled,
  faults: readonly DraftFault[],
  text = '',
): Promise<FieldGroup[]> {
  const { draft, customers, file, calendar } = desk;
  const { body } = draft;
  switch (form.step) {
    case 'head':
      return headGroups(filled, { fixed: body.lots.length > 0 });
    case 'delivery':
      return deliveryGroups(filled, body);
    case 'specification':
      return specificationGroups(filled);
    case 'contract':
      return contractGroups(filled, body, { customers, signatories: await customerUsers(services, desk) });
    case 'people': {
      const { organizer } = file;
      const { pool } = services.db;
      return peopleGroups(filled, {
        ...{ organizer, customers, text, singleOrganizer: body.head.singleOrganizer },
        organizerUsers: await usersWithRole(pool, organizer.bin, 'organizer'),
        customerUsers: await customerUsers(services, desk),
        accounts: await accountsOf(pool, [organizer.bin, ...customers.map((each) => each.bin)]),
      });
    }
    case 'dates':
      return datesGroups(filled, { faults, calendar });
  }
}

/** An approved specification or draft contract is not edited, only deleted and made again (S1 §1.3.1.2, §1.3.1.3). */
export function isLocked({ draft, papers }: Pick<Desk, 'draft' | 'papers'>, form: DraftForm): boolean {
  if (form.step === 'specification') return papers.some((stored) => isPaper(specificationPaper(form.lot), stored));
  if (form.step !== 'contract') return false;
  return draft.body.lots.some((lot) => papers.some((stored) => isPaper(contractPaper(lot.customer), stored)));
}

/** Why the form is locked, and where the document is; nothing when it is not. */
export function lockOf(desk: Desk, form: DraftForm, language: Request['language']): { text: string; link: Link } | undefined {
  if (!isLocked(desk, form)) return undefined;
  const { number } = desk.draft;
  const href =
    form.step === 'specification' ? `/drafts/${number}/papers/specification-${form.lot}` : `/drafts/${number}/contract/papers`;
  return { text: DRAFT.lockedByPaper[language], link: { href, text: PAPERS.open[language] } };
}
