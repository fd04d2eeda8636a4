import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printWaiting } from '../../activities/print-documents.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { type EngineRoom, openEngineRoom } from '../support/engine-room.ts';
import { inTown } from '../support/town.ts';
import { signedIn } from './board.ts';
import { planned, signedDocument } from './draft-office.ts';
import { aWizard, C1 } from './draft-wizard.ts';
import { asker, tokenOf } from './token.ts';
import { portalOver } from './town-portal.ts';
import type { Visitor } from './visitor.ts';

let room: EngineRoom;
beforeAll(async () => {
  room = await openEngineRoom();
}, 120_000);
afterAll(() => room.close());

test('a draft is approved, signed and published by a program of its author: once, with the outcome of the case (S1 §1.3.1.4)', async () => {
  await inTown(room, { today: '2026-11-20T10:00' }, async (town) => {
    const portal = await portalOver(town);
    try {
      const { db, files } = town;
      await db.pool.query(`update organization set iban = 'KZ55070101KSN9900001', bik = 'KKMFKZ2A'`);
      const creator = await signedIn(portal.visitor(), 'creator');
      await creator.get('/my');
      await creator.post('/role', { role: 'organizer' });
      const print = () => printWaiting({ db, files, print: (html: string) => room.printer.print(html) });
      const signed = (by: Visitor, id: string, of: string) => signedDocument(portal.baseUrl, by, id, of);
      const office = { db, print, signed, planned: () => planned(db) };
      const wizard = await aWizard(office, creator);
      await wizard.fillIn();
      const scopes = ['drafts:read', 'drafts:write', 'actions:publish', 'procurements:read'];
      const token = await tokenOf(creator, { scopes });
      const program = asker(portal.baseUrl, token);
      const [draft, key] = [`/api/v1/drafts/${wizard.number}`, randomUUID()];
      for (const paper of ['specification-1', `contract-${C1}`]) {
        const { body } = await program.send<{ documents: { id: string }[] }>('POST', `${draft}/papers/${paper}/approve`);
        await print();
        const document = `${draft}/documents/${body.documents[0]!.id}`;
        const read = await fetch(portal.baseUrl + document, { headers: { authorization: `Bearer ${token}` } });
        const cms = await signDetached(new Uint8Array(await read.arrayBuffer()), await town.signingKey('creator'));
        const signature = Buffer.from(cms).toString('base64');
        expect((await program.send('POST', `${document}/signature`, { signature })).status).toBe(200);
      }
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
