import { randomUUID } from 'node:crypto';
import { organization, townsperson } from '../support/people.ts';
import { aDraftOffice, type DraftOffice } from './draft-office.ts';
import { C1, head, typed, wizardAt } from './draft-wizard.ts';
import { asker, tokenOf } from './token.ts';
import type { Visitor } from './visitor.ts';

/** What a token of a program that prepares announcements may. */
export const SCOPES = ['drafts:read', 'drafts:write', 'actions:publish', 'procurements:read'];

interface Fault {
  step: string;
  gap: string;
  lots: string[];
  customers: string[];
  says: string;
  refusal: { code: string; article: string } | null;
}
interface Draft {
  number: string;
  steps: { step: string; version: number; locked: boolean; values: Record<string, string> }[];
  lots: { number: string; planItem: string }[];
  missing: Fault[];
  ready: boolean;
  window: object | null;
}
interface Saved extends Draft {
  code?: string;
  field?: string;
  values: object;
  version: number;
}

interface Made {
  number: string;
  code?: string;
  field?: string;
}
type Program = ReturnType<typeof asker>;
interface Answered<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

export const both = (name: string) => ({ [`${name}-kk`]: 'мәтін', [`${name}-ru`]: 'текст' });
/** What is missing, as `specification not-approved 1`. */
export const gaps = ({ missing }: { missing: Fault[] }) => missing.map(({ step, gap, lots }) => [step, gap, ...lots].join(' '));

/** The creator's program at a draft office, and somebody of an organization that has no part in anything here. */
export async function aDraftProgram() {
  const office: DraftOffice = await aDraftOffice('2026-11-20T10:00');
  await office.db.pool.query(
    `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
     select $1, 'stranger', password_hash, '850101300018', 'Бөтен', 'Чужой', 'Маман', 'Специалист', $2, '{organizer}', 'stranger@town.example', '+7 700 000 00 00'
     from app_user where login = 'creator'`,
    [randomUUID(), organization('C3').bin],
  );
  const creator = await office.person('creator', 'organizer');
  const token = await tokenOf(creator, { scopes: SCOPES });
  const program = asker(office.baseUrl, token);

  const desk = {
    ...{ office, creator, token, program },
    /** The draft at hand; `begin` makes a new one. */
    number: '',
    async begin(): Promise<string> {
      desk.number = (await desk.make()).body.number;
      return desk.number;
    },
    programOf: async (person: Visitor, scopes = SCOPES, role = 'organizer'): Promise<Program> =>
      asker(office.baseUrl, await tokenOf(person, { role, scopes })),
    at: (of?: string): string => `/api/v1/drafts/${of ?? desk.number}`,
    read: async (): Promise<Draft> => (await program.ask<Draft>(desk.at())).body,
    make: (values: Record<string, string> = head, key?: string): Promise<Answered<Made>> =>
      program.send<Made>('POST', '/api/v1/drafts', { values }, key),
    async save(step: string, values: Record<string, string>, version?: number): Promise<Answered<Saved>> {
      const seen = version ?? (await desk.read()).steps.find((each) => each.step === step)?.version ?? 0;
      return program.send<Saved>('PUT', `${desk.at()}/steps/${step}`, { version: seen, values });
    },

    /** Every step by the API alone; documents are left. */
    async fillIn(): Promise<void> {
      const item = await office.planned();
      await program.send('POST', `${desk.at()}/lots`, { add: [item] });
      const texts = { ...both('subject'), ...both('region'), ...both('paymentTerms'), ...both('term'), ...both('basis') };
      const creatorId = townsperson('creator').userId;
      for (const [step, values] of [
        ['delivery', { 'incoterms-1': 'DDP', 'place-1-ru': 'г. Астана', 'place-1-kk': 'Астана қ.' }],
        ['specification-1', both('characteristics')],
        ['contract', { ...texts, kind: 'goods', expenditureCode: '149', [`signatory-${C1}`]: creatorId }],
        ['people', { organizerRepresentative: townsperson('colleague').userId, [`representative-${C1}`]: creatorId }],
        ['dates', { ...typed('opensAt', '23', '11', '09:00'), ...typed('closesAt', '1', '12', '18:00') }],
      ] as const) {
        const saved = await desk.save(step, values);
        if (saved.status !== 200) throw new Error(`${step}: ${JSON.stringify(saved.body)}`);
      }
    },

    /** The author approves and signs in the wizard. */
    async signAll(): Promise<void> {
      const wizard = wizardAt(office, creator, desk.number);
      for (const paper of ['specification-1', `contract-${C1}`]) await wizard.sign(await wizard.approved(paper));
    },
  };
  return desk;
}
export type DraftProgram = Awaited<ReturnType<typeof aDraftProgram>>;
