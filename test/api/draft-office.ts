import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { printWaiting } from '../../activities/print-documents.ts';
import { createPrinter } from '../../activities/print/printer.ts';
import { createApp } from '../../api/app.ts';
import { createAssets } from '../../api/assets.ts';
import { hashPassword } from '../../api/passwords.ts';
import { createLog } from '../../watch/log.ts';
import { readSettings } from '../../api/settings.ts';
import type { Database } from '../../db/client.ts';
import { legalOffset, stopLegalClock } from '../../db/clock.ts';
import { fileStore } from '../../db/file-store.ts';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import { addPlanItem } from '../../db/plan-items.ts';
import type { PlanItemBody } from '../../domain/procurement/draft.ts';
import type { SubjectKind } from '../../domain/procurement/file.ts';
import { bundleBrowserScripts } from '../../trust/browser/bundle.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { connectEngine } from '../../workflows/engine.ts';
import { aDatabase } from '../support/database.ts';
import { at } from '../support/draft-file.ts';
import { organization } from '../support/people.ts';
import { signingKeyOf } from '../support/signing-keys.ts';
import { settle } from '../support/townsfolk.ts';
import { aVisitor, type Visitor } from './visitor.ts';

const PASSWORD = 'Тулпар-2026';

const paper: PlanItemBody = {
  name: { kk: 'Қағаз', ru: 'Бумага' },
  description: { kk: 'А4 форматы', ru: 'Формат А4' },
  catalogueCode: '172314.500.000002',
  quantity: '240',
  unit: { code: '5111', kk: 'Бір бума', ru: 'Одна пачка' },
  unitPrice: '1950.00',
  term: { kk: '15 күн', ru: '15 дней' },
  place: { kk: 'Астана қ.', ru: 'г. Астана' },
  kato: '711210000',
  disability: false,
};

/** A line in the plan of an organization, bought by C1. */
export const planned = (
  { pool }: Database,
  more: { customer?: string; subjectKind?: SubjectKind; body?: Partial<PlanItemBody> } = {},
): Promise<string> =>
  addPlanItem(pool, {
    customer: organization(more.customer ?? 'C1').bin,
    organizer: organization('C1').bin,
    method: 'price-quotations',
    subjectKind: more.subjectKind ?? 'goods',
    body: { ...paper, ...more.body },
  });

/** What the browser makes of a stored document with a person's key: base64 of the CMS. */
export async function signedDocument(baseUrl: string, by: Visitor, documentId: string, key: string): Promise<string> {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${baseUrl}/files/${documentId}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`no bytes of ${documentId}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return Buffer.from(await signDetached(bytes, await signingKeyOf(inject('keys'), key))).toString('base64');
}

/** The portal with the townspeople, real keys and a real printer; the engine is away. Legal time stands at `today`. */
export async function aDraftOffice(today: string) {
  const dir = mkdtempSync(join(tmpdir(), 'zakup-drafts-'));
  const database = await aDatabase();
  const { db, url } = database;
  await settle(db.pool);
  await db.pool.query(`update organization set iban = 'KZ55070101KSN9900001', bik = 'KKMFKZ2A'`);
  await db.pool.query('update app_user set password_hash = $1', [await hashPassword(PASSWORD)]);
  await stopLegalClock(db.pool, at(today));
  const files = fileStore(join(dir, 'files'));
  const settings = readSettings({ DATABASE_URL: url, ZAKUP_DATA_DIR: dir, PORT: '0' });
  const waiters = outcomeWaiters(db, url);
  const engine = connectEngine({ address: '127.0.0.1:1' }, () => legalOffset(db.pool));
  const printer = createPrinter();
  const app = createApp({
    ...{ db, settings, waiters, engine, files },
    log: createLog('web', 'silent'),
    assets: createAssets(await bundleBrowserScripts()),
    signatures: fileSignatureProvider(join(inject('keys'), 'trust')),
    blindKey: Buffer.alloc(32, 9),
    receiptKey: generateKeyPairSync('ed25519').privateKey,
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    db,
    baseUrl,
    async person(key: string, role?: string): Promise<Visitor> {
      const visitor = aVisitor(baseUrl, { 'accept-language': 'ru' });
      await visitor.signIn(key, PASSWORD);
      await visitor.get('/my');
      if (role) await visitor.post('/role', { role, back: '/my' });
      return visitor;
    },
    planned: (more: Parameters<typeof planned>[1] = {}) => planned(db, more),
    /** The worker's round at the printer. */
    print: () => printWaiting({ db, files, print: (html) => printer.print(html) }),
    signed: (by: Visitor, documentId: string, key: string) => signedDocument(baseUrl, by, documentId, key),
    async upload(by: Visitor, path: string, token: string, uploads: { name: string; bytes: Uint8Array<ArrayBuffer> }[]) {
      const form = new FormData();
      form.set('_csrf', token);
      for (const { name, bytes } of uploads) form.append('file', new Blob([bytes]), name);
      const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(baseUrl + path, {
        method: 'POST',
        body: form,
        headers: { cookie, 'accept-language': 'ru' },
        redirect: 'manual',
      });
      return { status: answer.status, text: await answer.text() };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([waiters.close(), engine.close(), printer.close()]);
      await database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type DraftOffice = Awaited<ReturnType<typeof aDraftOffice>>;
/** What a draft needs to be filled in and signed. */
export type DraftDesk = Pick<DraftOffice, 'db' | 'planned' | 'print' | 'signed'>;
