import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printWaiting } from '../../activities/print-documents.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { signedIn } from './board.ts';
import { planned, signedDocument } from './draft-office.ts';
import { aWizard, C1 } from './draft-wizard.ts';
import { asker, tokenOf } from './token.ts';
import { portalOver } from './town-portal.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

test('a draft that its author has signed is published by a program: once, with the outcome of the case (S1 §1.3.1.4)', async () => {
  await inTown(room, { today: '2026-11-20T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const { db, files } = town;
      await db.pool.query(`update organization set iban = 'KZ55070101KSN9900001', bik = 'KKMFKZ2A'`);
      const creator = await signedIn(portal.visitor(), 'creator');
      await creator.get('/my');
      await creator.post('/role', { role: 'organizer' });
      const office = {
        db,
        planned: (more = {}) => planned(db, more),
        print: () => printWaiting({ db, files, print: (html: string) => room.printer.print(html) }),
        signed: (...[by, id, key]: [typeof creator, string, string]) => signedDocument(portal.baseUrl, by, id, key),
      };
      const wizard = await aWizard(office, creator);
      await wizard.fillIn();
      for (const paper of ['specification-1', `contract-${C1}`]) await wizard.sign(await wizard.approved(paper));

      const scopes = ['drafts:read', 'actions:publish', 'procurements:read'];
      const program = asker(portal.baseUrl, await tokenOf(creator, { scopes }));
      const [draft, key] = [`/api/v1/drafts/${wizard.number}`, randomUUID()];
      expect((await program.ask(draft)).body).toMatchObject({ ready: true, missing: [] });
      const outcome = { commandId: key, state: 'done', status: 'published', facts: ['ProcurementPublished'] };
      let answer = await program.send('POST', `${draft}/publish`, undefined, key);
      while (answer.status === 202) answer = await program.ask(String(answer.headers.get('location')));
      expect([answer.status, answer.body]).toMatchObject([200, outcome]);
      expect((await program.send('POST', `${draft}/publish`, undefined, key)).body).toMatchObject(outcome);
      const other = await program.send('POST', `${draft}/publish`);
      expect([other.status, other.body]).toMatchObject([409, { code: 'not-in-this-status' }]);
      expect((await program.ask(draft)).status).toBe(404);
      expect((await program.ask(`/api/v1/procurements/${wizard.number}`)).body).toMatchObject({ status: 'published' });
    } finally {
      await portal.stop();
    }
  });
}, 240_000);
