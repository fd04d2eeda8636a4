import { randomUUID } from 'node:crypto';
import type { ResultsPayload, Twin } from '../../domain/procurement/documents.ts';
import { base64 } from '../../trust/bytes.ts';
import { type OfferWindow, sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { sealFile } from '../../trust/sealed-file.ts';
import { eventually, same } from './expect.ts';
import { embeddedJson, hiddenField, type Visitor } from './visitor.ts';
import { keyOf, statusOf } from './walk.ts';

/** The single source that the portal made of the demo data's № 1000003-1: one lot of 435 000.00, supplier1 is invited. */
const PAGE = '/procurements/1000011-1';

const PAPERS = [
  { kind: 'technical-specification', lot: '1' },
  { kind: 'participation-agreement' },
  { kind: 'price-justification' },
] as const;

/** Seals documents and price as the page of the invited supplier does, and hands the application in. */
export async function apply(supplier: Visitor, dataDir: string, price: string): Promise<void> {
  const page = await supplier.get(`${PAGE}/application`);
  const documents: object[] = [];
  for (const paper of PAPERS) {
    const { sealed, address, key, sha256, size } = await sealFile(Buffer.from(`%PDF-1.4\n% ${paper.kind}\n`));
    const answer = await supplier.postBytes('/sealed-files', sealed);
    same('address of a sealed file', answer.json<{ sha256?: string }>().sha256, address);
    documents.push({ ...paper, name: `${paper.kind}.pdf`, size, sha256, sealed: address, key });
  }
  const window = embeddedJson<OfferWindow>(page, 'data-window');
  const content = { prices: [{ lot: '1', price }], documents };
  const { post } = await sealAndSign(window, content, await keyOf(dataDir, 'supplier1'));
  const answer = await supplier.postJson(`${PAGE}/application`, { ...post, commandId: randomUUID() });
  same('answer to the application', answer.status, 201);
}

/** Opened by hand, admitted for all lots and for lot 1, voted on: the organizer is the representative too. */
export async function decide(organizer: Visitor): Promise<void> {
  await act(organizer, 'open-applications-by-hand');
  await reaches(organizer, 'Рассмотрение заявок');
  const decisions: Record<string, string>[] = [
    { section: 'restrictions', restrictions: 'admitted' },
    { section: 'specifications', 'lot-1': 'admitted' },
  ];
  for (const decision of decisions) await consider(organizer, 'save-consideration', decision);
  await consider(organizer, 'vote', {});
}

/** Formed, signed over its stored bytes, published; the twin states the result. */
export async function conclude(
  organizer: Visitor,
  dataDir: string,
  expected: { contract: string; saving: string },
): Promise<void> {
  await act(organizer, 'form-results-protocol');
  const original = await eventually('the protocol is formed', async () => {
    const answer = await organizer.get(`${PAGE}/results-protocol.pdf`, '*/*');
    return answer.status === 200 ? answer.bytes : undefined;
  });
  const commandId = hiddenField(await organizer.get(`${PAGE}/results-protocol`), 'commandId');
  const signature = base64(await signDetached(original, await keyOf(dataDir, 'organizer')));
  same('answer to the signature', (await organizer.post(`${PAGE}/results-protocol`, { commandId, signature })).status, 303);
  await eventually('the protocol is signed', async () =>
    (await organizer.get(`${PAGE}/results-protocol`)).text.includes('Подписан') ? true : undefined,
  );
  await act(organizer, 'publish-results-protocol');
  await reaches(organizer, 'Завершено');
  const twin = await organizer.get(`${PAGE}/protocols/results/1.json`, '*/*');
  const { payload, execution } = twin.json<Twin<ResultsPayload>>();
  same('who signed', [execution.signatures.map(({ role }) => role), execution.seal], [['organizer-representative'], null]);
  const [lot] = payload.lots;
  same(
    'result of lot 1',
    lot?.decision.outcome === 'held' ? { contract: lot.decision.contractAmount, saving: lot.decision.saving.amount } : null,
    expected,
  );
}

async function act(organizer: Visitor, action: string): Promise<void> {
  const page = await organizer.get(`${PAGE}/actions/${action}`);
  const answer = await organizer.post(`${PAGE}/actions/${action}`, { commandId: hiddenField(page, 'commandId') });
  same(`answer to ${action}`, answer.status, 303);
  const outcome = await eventually(`outcome of ${action}`, async () => {
    const { status } = await organizer.get(answer.headers.get('location') ?? '');
    return status === 202 ? undefined : status;
  });
  same(`page of the outcome of ${action}`, outcome, 200);
}

async function consider(organizer: Visitor, action: string, fields: Record<string, string>): Promise<void> {
  await organizer.get(`${PAGE}/applications`);
  const answer = await organizer.post(`${PAGE}/applications/${action}`, { ...fields, commandId: randomUUID() });
  same(`answer to ${action}`, answer.headers.get('location'), `${PAGE}/applications`);
}

const reaches = (visitor: Visitor, status: string): Promise<true> =>
  eventually(`status ${status}`, async () => ((await statusOf(visitor, PAGE)) === status ? true : undefined));
