import { randomUUID } from 'node:crypto';
import { addDocument } from '../../db/documents.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { sealFile } from '../../trust/sealed-file.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { type Crowd, type Diary, fileOf, handIn, uploadOf } from './people-at-work.ts';
import { OFFICIALS } from './crowd.ts';
import type { CrowdedPortal } from './crowded-portal.ts';
import { answered, command, persistently } from './persistence.ts';
import { townsperson } from '../support/people.ts';

/** Documents that the invited supplier hands in with its prices (S1 §1.7.2). */
const PAPERS = [
  { kind: 'technical-specification', lot: '1' },
  { kind: 'technical-specification', lot: '2' },
  { kind: 'participation-agreement' },
  { kind: 'price-justification' },
] as const;

/** What follows a request with one quotation (S1 §1.7.1): the invited supplier applies or declines, people bring it to its end. */
export async function aSingleSource(
  portal: CrowdedPortal,
  crowd: Crowd,
  of: { failed: string; declines: boolean },
  diary: Diary,
): Promise<void> {
  const number = await persistently(`what follows ${of.failed}`, async () => {
    const [successor] = (await fileOf(portal, of.failed)).successors ?? [];
    if (!successor) throw new Error('nothing follows yet');
    return successor.number;
  });
  const file = await waitFor(portal, number, ({ status }) => status === 'taking-applications');
  diary.requests.push(number);
  const from = crowd.sellers.find(({ seller }) => seller.bin === file.invited?.bin)!;
  const by = OFFICIALS.find((login) => townsperson(login).userId === file.creator.userId)!;
  const official = crowd.officials[by];
  const act = async (action: string, input: object = {}) => {
    const told = await command(official, number, action, input);
    diary.told.push(told);
    if (!told.accepted) throw new Error(`${action} ${number}: ${told.code}`);
  };
  if (of.declines) {
    diary.told.push(await command(from.visitor, number, 'decline-participation', { reason: 'Нет товара' }));
  } else {
    const documents = await Promise.all(
      PAPERS.map(async (paper) => {
        const { sealed, address, key, sha256, size } = await sealFile(Buffer.from(`%PDF-1.4\n% ${paper.kind}\n`));
        await answered('a sealed file', () => from.visitor.postBytes('/sealed-files', sealed));
        return { ...paper, name: `${paper.kind}.pdf`, size, sha256, sealed: address, key };
      }),
    );
    await handIn(portal, file, from, { documents }, diary);
    await act('open-applications-by-hand');
    await waitFor(portal, number, ({ status }) => status === 'considering-applications');
    const specifications = file.lots.map((lot) => ({ lot: lot.number, verdict: 'admitted' }));
    await act('save-consideration', { restrictions: { verdict: 'admitted' }, specifications });
    await act('vote');
    await act('form-results-protocol');
  }
  const { protocols } = await waitFor(portal, number, (now) => now.protocols.some(({ state }) => state === 'formed'));
  const original = await portal.services.files.get(protocols.find(({ state }) => state === 'formed')!.sha256!);
  const cms = Buffer.from(await signDetached(original, await portal.keyOf(by)));
  const signature = { documentId: randomUUID(), sha256: await portal.services.files.put(cms), name: 'signature.p7s' };
  const { documentId: id, sha256, name } = signature;
  await persistently('a signature', () =>
    addDocument(portal.services.db.pool, { ...uploadOf(file, cms), id, kind: 'attachment', lot: null, sha256, name }),
  );
  await act('sign-results-protocol', signature);
  await act('publish-results-protocol');
  await waitFor(portal, number, ({ status }) => status === 'completed');
}

const waitFor = (portal: CrowdedPortal, number: string, holds: (file: ProcurementFile) => boolean): Promise<ProcurementFile> =>
  persistently(`progress of ${number}`, async () => {
    const file = await fileOf(portal, number);
    if (!holds(file)) throw new Error(`${number} is ${file.status}, ${JSON.stringify(file.protocols.map(({ state }) => state))}`);
    return file;
  });
