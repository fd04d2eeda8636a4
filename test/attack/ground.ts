import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { addPlanItem } from '../../db/plan-items.ts';
import type { PlanItemBody } from '../../domain/procurement/draft.ts';
import type { Role } from '../../domain/parties.ts';
import { actForm, sendFiles } from '../api/board.ts';
import { portalOver } from '../api/town-portal.ts';
import { aVisitor, type Visitor } from '../api/visitor.ts';
import { aDraftFile, aLot } from '../support/draft-file.ts';
import { openEngineRoom } from '../support/engine-room.ts';
import { organization } from '../support/people.ts';
import { foundTown } from '../support/town.ts';
import type { TownRequest } from '../support/town-request.ts';
import type { Caller } from './client.ts';
import { failingRequests, offerAlone, singleSourcesAfter } from './single-sources.ts';
import { storedOf } from './stored.ts';

/** Words that only those may see to whom their place belongs. */
export const CANARIES = {
  draftName: 'Тайный проект сметы',
  draftFile: 'canary-of-the-draft-file',
  scan: 'canary-of-the-scan',
  planItem: 'Тайная строка плана',
} as const;

/** Who calls, under which role. `stranger` buys for an organization that has no part in anything here. */
export const CALLERS = [
  ['visitor', null, null],
  ['creator', 'creator', 'organizer'],
  ['creator as customer', 'creator', 'customer'],
  ['colleague', 'colleague', 'organizer'],
  ['administrator', 'administrator', 'organization-administrator'],
  ['customer', 'customer', 'customer'],
  ['supplier who offered', 'supplier1', 'supplier'],
  ['other supplier', 'supplier3', 'supplier'],
  ['stranger', 'stranger', 'organizer'],
  ["stranger's administrator", 'stranger', 'organization-administrator'],
  ['operator', 'operator', 'operator'],
] as const satisfies (readonly [string, string | null, Role | null])[];
export type CallerName = (typeof CALLERS)[number][0];

const works = (name: string): PlanItemBody => ({
  name: { kk: `${name} (қаз)`, ru: name },
  description: { kk: 'Ғимарат', ru: 'Здание' },
  catalogueCode: '172314.500.000002',
  quantity: '1',
  unit: { code: '5111', kk: 'Бір бума', ru: 'Одна пачка' },
  unitPrice: '468000.00',
  term: { kk: '15 күн', ru: '15 дней' },
  place: { kk: 'Астана қ.', ru: 'г. Астана' },
  kato: '711210000',
  disability: false,
});

/** Cookie and form token of a browser. */
export async function callerOf(name: string, visitor: Visitor): Promise<Caller> {
  const { text } = await visitor.get('/sign-in');
  const cookie = [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  return { name, cookie, token: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '' };
}

const two = () => [aLot(1, { amount: '1000000.00' }), aLot(2, { amount: '500000.00' })].map(own);
const own = <L extends { planItemId: string }>(lot: L): L => ({ ...lot, planItemId: randomUUID() });

/**
 * A portal with something of everything: a draft with a file, announcements before, during and after their window, a suspended one
 * with its scan, single sources that take an application, are considered and wait for a signature, one that was not published; a real
 * engine behind it. Legal time is 25 November 2026, 10:00. Failures that the portal logs are kept.
 */
export async function aGround() {
  const room = await openEngineRoom();
  const town = await foundTown(room, { today: '2026-11-13T10:00' });
  const failures: string[] = [];
  const log = pino({ level: 'error', base: null }, { write: (line: string) => void failures.push(line) });
  const portal = await portalOver(town, { sandbox: true, log });
  const { pool } = town.db;
  await pool.query(
    `insert into app_user (id, login, password_hash, iin, name_kk, name_ru, position_kk, position_ru, organization_bin, roles, email, phone)
     select $1, 'stranger', password_hash, '850101300018', 'Бөтен', 'Чужой', 'Маман', 'Специалист', $2,
       '{organizer,customer,organization-administrator}', 'stranger@town.example', '+7 700 000 00 00' from app_user where login = 'creator'`,
    [randomUUID(), organization('C3').bin],
  );

  const publish = (opensAt: string, closesAt: string) => town.publish(aDraftFile({ lots: two(), window: { opensAt, closesAt } }));
  const completed = await publish('2026-11-16T09:00', '2026-11-24T18:00');
  const taking = await publish('2026-11-16T09:00', '2026-11-30T18:00');
  const suspended = await publish('2026-11-16T09:00', '2026-11-30T18:00');
  const published = await publish('2026-12-01T09:00', '2026-12-10T18:00');
  const failing = await failingRequests(town);
  await town.goTo('2026-11-18T10:00');
  for (const [supplier, price] of [['supplier1', '900000.00'] as const, ['supplier2', '800000.00'] as const]) {
    for (const at of [completed, taking]) await at.offer(supplier, { '1': price, '2': '450000.00' });
  }
  await offerAlone(failing);

  const person = async (login: string, role?: Role | null): Promise<Visitor> => {
    const visitor = aVisitor(portal.baseUrl, { 'accept-language': 'ru' });
    const answer = await visitor.signIn(login, 'pass-word');
    if (answer.status !== 303) throw new Error(`${login} cannot sign in: ${answer.status}`);
    await visitor.get('/my');
    if (role) await visitor.post('/role', { role });
    return visitor;
  };
  const creator = await person('creator', 'organizer');
  const scan = new File([`%PDF-1.7 ${CANARIES.scan}`], 'акт.pdf', { type: 'application/pdf' });
  await sendFiles(
    portal.baseUrl,
    creator,
    `/procurements/${suspended.number}/actions/suspend`,
    actForm(randomUUID(), { 'date-day': '16', scan }),
  );

  const head = { method: 'price-quotations', purchaseType: 'first', subjectKind: 'works' };
  await creator.get('/drafts/new');
  const aDraft = async (name: string): Promise<string> => {
    const { location } = await creator.post('/drafts', { ...head, 'name-kk': 'Құпия жоба', 'name-ru': name });
    return /\/drafts\/([\d-]+)\/lots/.exec(location ?? '')![1]!;
  };
  const draft = await aDraft(CANARIES.draftName);
  const doomed = await aDraft('Проект на удаление');
  const planned = (name: string) =>
    addPlanItem(pool, {
      ...{ customer: organization('C1').bin, organizer: organization('C1').bin, method: 'price-quotations' as const },
      ...{ subjectKind: 'works' as const, body: works(name) },
    });
  await creator.post(`/drafts/${draft}/lots`, { chosen: await planned('Ремонт кровли'), then: 'add' });
  await planned(CANARIES.planItem);
  const specification = new File([`%PDF-1.7 ${CANARIES.draftFile}`], 'ТЗ.pdf', { type: 'application/pdf' });
  await sendFiles(portal.baseUrl, creator, `/drafts/${draft}/papers/specification-1/files`, { file: specification });
  const { unpublished, doomedSource, ...singleSources } = await singleSourcesAfter(town, failing);
  const announced = [completed, taking, suspended, published, ...Object.values(singleSources)].map(({ number }) => number);
  const numbers = [draft, ...announced, unpublished];

  await creator.get('/my/tokens/new');
  await creator.post('/my/tokens', {
    id: randomUUID(),
    name: 'Бухгалтерия',
    role: 'organizer',
    scopes: 'procurements:read',
    days: '90',
  });
  return {
    town,
    portal,
    baseUrl: portal.baseUrl,
    app: portal.app,
    assets: portal.assets,
    failures,
    person,
    draft,
    /** A draft that may be deleted. */
    doomed,
    requests: { completed, taking, suspended, published } satisfies Record<string, TownRequest>,
    /** Supplier 1 is invited to each; of the one that is considered the colleague decides, of the others the creator. */
    singleSources,
    /** A single source that is refused publication; another that may be published or deleted. */
    unpublished,
    doomedSource,
    numbers,
    ...(await storedOf(pool, numbers)),
    /** Each caller with a session of their own. */
    async callers(): Promise<Map<CallerName, Caller>> {
      const found = new Map<CallerName, Caller>();
      for (const [name, login, role] of CALLERS) {
        found.set(name, await callerOf(name, login ? await person(login, role) : aVisitor(portal.baseUrl)));
      }
      return found;
    },
    async stop() {
      await portal.stop();
      await town.leave();
      await room.close();
    },
  };
}
export type Ground = Awaited<ReturnType<typeof aGround>>;
