import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../api/passwords.ts';
import type { Database } from '../../db/client.ts';
import { loadCase } from '../../db/cases.ts';
import { recordStep } from '../../db/record.ts';
import type { Derivation } from '../../domain/derivation.ts';
import { PORTAL } from '../../domain/parties.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { Lot, ProcurementFile } from '../../domain/procurement/file.ts';
import { aDraftFile, aLot, at } from '../support/draft-file.ts';
import { actor, townsperson } from '../support/people.ts';
import { storeNumberedDraft } from '../support/stored-draft.ts';
import type { Answer, Visitor } from './visitor.ts';

export const OPENS = '2026-11-23T09:00';
export const CLOSES = '2026-12-01T18:00';

const derivation: Derivation = {
  rule: 'start-chosen-by-organizer',
  article: 'S1 §1.3.1.4',
  inputs: {},
  steps: ['start-is-a-working-day'],
};

/** What an announcement on the board is like; the rest is that of `aDraftFile`. */
export interface Announced {
  number: string;
  name?: { kk: string; ru: string };
  lots?: Lot[];
  publishedAt?: string;
  closesAt?: string;
  /** Left a draft. */
  draft?: boolean;
  more?: ((file: ProcurementFile) => ProcurementFact)[];
}

/** A lot with names and amount of one's own. */
export const lotNamed = (n: number, ru: string, kk: string, amount = '100000.00'): Lot => ({
  ...aLot(n, { amount }),
  name: { kk, ru },
});

/** Puts an announcement into the database: the draft's row, then its facts as recorded steps. */
export async function announce(db: Database, announced: Announced): Promise<ProcurementFile> {
  const lots = (announced.lots ?? [aLot(1, { amount: '1000000.00' })]).map((lot) => ({ ...lot, planItemId: randomUUID() }));
  const base = aDraftFile({ id: randomUUID(), number: announced.number, lots });
  const file = {
    ...base,
    ...(announced.name ? { name: announced.name } : {}),
    window: { opensAt: at(OPENS), closesAt: at(announced.closesAt ?? CLOSES) },
  };
  await storeNumberedDraft(db.pool, file);
  if (announced.draft) return file;
  const published: ProcurementFact = {
    type: 'ProcurementPublished',
    at: at(announced.publishedAt ?? '2026-11-20T10:00'),
    sheet: '2025-01-01',
    deadlines: [
      { key: 'quotations-start', at: at(OPENS), derivation },
      { key: 'quotations-end', at: at(announced.closesAt ?? CLOSES), derivation },
    ],
    intake: {
      windowId: randomUUID(),
      generation: 1,
      price: { key: 'price-key', publicKey: '00' },
      documents: { key: 'documents-key', publicKey: '00' },
    },
    calendarVersion: 1,
  };
  await happen(db, file.id, 'publish', [published]);
  for (const fact of announced.more ?? []) await happen(db, file.id, 'step', [fact(file)]);
  return loadCase(db.pool, file.id);
}

async function happen(db: Database, caseId: string, action: string, facts: ProcurementFact[]): Promise<void> {
  const { seq } = await loadCase(db.pool, caseId);
  const by = action === 'publish' ? actor('creator') : PORTAL;
  const recorded = await recordStep(db, { caseId, seq: seq + 1, action, actor: by, facts });
  if (recorded.kind !== 'recorded') throw new Error(`not recorded: ${recorded.kind}`);
}

export const started = (): ProcurementFact => ({ type: 'QuotationsStarted', at: at(OPENS) });

/** Lets people of the town sign in: the password of all of them is `pass-word`. */
export async function letSignIn(db: Database): Promise<void> {
  const hash = await hashPassword('pass-word');
  await db.pool.query('update app_user set password_hash = $1', [hash]);
}

export async function signedIn(visitor: Visitor, login: string): Promise<Visitor> {
  const answer = await visitor.signIn(login, 'pass-word');
  if (answer.status !== 303) throw new Error(`${townsperson(login).key} cannot sign in`);
  return visitor;
}

/** Sends a form with files, as its page does: with the page's token and hidden fields. */
export async function sendFiles(
  baseUrl: string,
  visitor: Visitor,
  path: string,
  fields: Record<string, string | string[] | Blob>,
): Promise<Answer> {
  const page = await visitor.get('/lots');
  const form = new FormData();
  form.append('_csrf', /name="csrf-token" content="([^"]+)"/.exec(page.text)![1]!);
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) form.append(name, value, value instanceof File ? value.name : 'file.pdf');
    else for (const each of [value].flat()) form.append(name, each);
  }
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(baseUrl + path, { method: 'POST', redirect: 'manual', headers: { cookie }, body: form });
  return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), text: await answer.text() };
}

/** A complete form of an act, S1 §1.3.3. */
export const actForm = (commandId: string, more: Record<string, string | string[] | Blob> = {}) => ({
  commandId,
  number: '2-1187/2026',
  'date-day': '19',
  'date-month': '11',
  'date-year': '2026',
  kind: 'decision',
  bodyKind: 'court',
  body: 'Специализированный межрайонный экономический суд города Астаны',
  scan: new File(['%PDF-1.7 scan'], 'Сот шешімі № 2-1187.pdf', { type: 'application/pdf' }),
  ...more,
});
