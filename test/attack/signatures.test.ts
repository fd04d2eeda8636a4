import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { judgeProtocolSignature } from '../../activities/judge-protocol-signature.ts';
import { addDocument } from '../../db/documents.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import { base64, utf8 } from '../../trust/bytes.ts';
import type { SigningKey } from '../../trust/browser/p12.ts';
import { sealAndSign } from '../../trust/browser/seal-and-sign.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import { fileSignatureProvider } from '../../trust/signature-provider.ts';
import { aMarket, type Market } from '../api/quotation-market.ts';
import { aPortalOver, postSealed } from '../api/quotation-portal.ts';
import type { Visitor } from '../api/visitor.ts';
import { at } from '../support/draft-file.ts';
import { actor, organization, townsperson } from '../support/people.ts';
import { badCertificatesOf } from './own-certificates.ts';
import { windowOf } from './sealed-by-hand.ts';

/** Legal time of every attempt; a list of revoked certificates begins to speak one second before it. */
const NOW = '2026-11-24T10:00:01';
const REVOKED = '2026-11-24T10:00:00';
const BEFORE = '2026-11-24T09:59:59';

let market: Market;
let portal: Awaited<ReturnType<typeof aPortalOver>>;
let keys: Awaited<ReturnType<typeof badCertificatesOf<'supplier1' | 'creator'>>>;
let supplier: Visitor;
let number = 1000900;

beforeAll(async () => {
  const made = await aMarket();
  const { trustDir } = made.keys;
  keys = await badCertificatesOf(trustDir, ['supplier1', 'creator'], at(REVOKED));
  market = { ...made, desk: { ...made.desk, signatures: fileSignatureProvider(trustDir) } };
  portal = await aPortalOver(market);
  await market.setClock(NOW);
  supplier = await portal.person('supplier1');
});
afterAll(async () => {
  await portal.stop();
  await market.close();
});
beforeEach(() => market.setClock(NOW));

const PRICES = { prices: [{ lot: '1', price: '950000.00' }] };
const METHODS = ['quotation', 'application'] as const;
type Method = (typeof METHODS)[number];

const request = (method: Method): Promise<ProcurementFile> =>
  market.request(`${(number += 1)}-1`, {
    changes:
      method === 'quotation'
        ? {}
        : {
            method: 'single-source',
            invited: organization('S1'),
            origin: {
              ...{ number: '1000001-1', caseId: randomUUID(), method: 'price-quotations', ground: 'one-submitted' },
              lots: { '1': '1', '2': '2' },
            },
          },
  });

/** Sealed and signed as the page does, by this key. */
const signed = async (file: ProcurementFile, key: SigningKey, content: object = PRICES) =>
  (await sealAndSign({ ...windowOf(file), supplier: townsperson('supplier1').bin }, content, key)).post;

async function post(method: Method, file: ProcurementFile, body: object) {
  const page = `/procurements/${file.number}/${method}`;
  const { text } = await supplier.get(page);
  return postSealed(portal.baseUrl, supplier, text, page, { commandId: randomUUID(), ...body });
}

/** What is kept of offers and documents. */
async function kept(): Promise<number[]> {
  const count = async (table: string) => (await market.db.pool.query(`select 1 from ${table}`)).rowCount ?? 0;
  return Promise.all(['sealed_offer', 'document', 'document_signature', 'command', 'journal'].map(count));
}

/** What a refusal says of the certificate's term: of one that was over a second ago, of one that begins a day later. */
const TERM: Record<string, object> = {
  'eds-expired': { validTo: at(REVOKED) - 1000 },
  'eds-not-yet-valid': { validFrom: at(REVOKED) + 86_400_000 },
};

const BY_CERTIFICATE: [Exclude<keyof (typeof keys)['creator'], 'good'>, number, string, string][] = [
  ['revoked', 422, 'eds-revoked', 'Сертификат отозван.'],
  ['expired', 422, 'eds-expired', 'Срок сертификата истёк.'],
  ['not yet valid', 422, 'eds-not-yet-valid', 'Срок сертификата ещё не начался.'],
  ['of another authority', 422, 'eds-foreign-issuer', 'Сертификат выдан центром, который портал не признаёт.'],
  ['of a colleague', 403, 'eds-wrong-person', 'Сертификат выдан другому человеку.'],
  ['of another organization', 403, 'eds-wrong-organization', 'Сертификат выдан на другую организацию.'],
];

/** A good signature, spoilt or put to another use. */
const SPOILT: [string, (post: { signature: string }, file: ProcurementFile) => Promise<string> | string, string][] = [
  ['stripped', () => '', 'bad-input'],
  ['cut in half', ({ signature }) => signature.slice(0, 1000), 'eds-malformed'],
  [
    'of another quotation of one’s own',
    async (_post, file) => (await signed(file, keys.supplier1.good)).signature,
    'eds-altered-bytes',
  ],
  ['of another document', async () => base64(await signDetached(utf8('договор'), keys.supplier1.good)), 'eds-altered-bytes'],
  [
    'of the prices themselves, without what is sealed',
    async () => base64(await signDetached(utf8(JSON.stringify(PRICES)), keys.supplier1.good)),
    'eds-altered-bytes',
  ],
  ['with its claim of time changed', ({ signature }) => withOtherTime(signature), 'eds-altered-bytes'],
  ['with its last byte changed', ({ signature }) => flippedLast(signature), 'eds-altered-bytes'],
];

/** The signing time is a signed attribute: UTCTime, 13 characters that end with Z. */
function withOtherTime(signature: string): string {
  const der = Buffer.from(signature, 'base64');
  const place = der.indexOf(Buffer.from('2a864886f70d010905', 'hex'));
  const year = der.indexOf(Buffer.from([0x17, 0x0d]), place) + 2;
  der[year + 1]! ^= 1;
  return der.toString('base64');
}

function flippedLast(signature: string): string {
  const der = Buffer.from(signature, 'base64');
  der[der.length - 1]! ^= 1;
  return der.toString('base64');
}

describe.each(METHODS)('a signature over a %s', (method) => {
  test.each(BY_CERTIFICATE)('by a certificate that is %s is refused, and nothing is kept', async (kind, status, code, title) => {
    const file = await request(method);
    const before = await kept();
    const answer = await post(method, file, await signed(file, keys.supplier1[kind]));
    expect([answer.status, answer.body]).toMatchObject([status, { code, title, facts: TERM[code] ?? {} }]);
    expect(await kept()).toEqual(before);
  });

  test.each(SPOILT)('%s is refused, and nothing is kept', async (_what, spoil, code) => {
    const file = await request(method);
    const body = await signed(file, keys.supplier1.good);
    const before = await kept();
    const answer = await post(method, file, { ...body, signature: await spoil(body, file) });
    expect([answer.status, answer.body]).toMatchObject([422, { code }]);
    expect(await kept()).toEqual(before);
  });

  test('of two quotations swapped fits neither; each with its own is taken', async () => {
    const [one, other] = [await request(method), await request(method)];
    const [first, second] = [await signed(one, keys.supplier1.good), await signed(other, keys.supplier1.good)];
    const before = await kept();
    for (const [file, body, { signature }] of [
      [one, first, second],
      [other, second, first],
    ] as const)
      expect((await post(method, file, { ...body, signature })).body).toMatchObject({ code: 'eds-altered-bytes' });
    expect(await kept()).toEqual(before);
    expect([(await post(method, one, first)).status, (await post(method, other, second)).status]).toEqual([201, 201]);
  });

  test('holds until the second of the revocation, by the legal clock, and not from it on', async () => {
    const file = await request(method);
    const statusAt = async (local: string) => {
      await market.setClock(local);
      return (await post(method, file, await signed(file, keys.supplier1.revoked))).status;
    };
    expect([await statusAt(BEFORE), await statusAt(REVOKED), await statusAt(NOW)]).toEqual([201, 422, 422]);
  });
});

describe('a signature under a results protocol (S1 §1.7.6)', () => {
  let file: ProcurementFile;
  const bytes = Buffer.from('%PDF-1.7 протокол итогов');

  beforeAll(async () => {
    const sha256 = await portal.files.put(bytes);
    const drawn = await request('application');
    const [documentId, on] = [randomUUID(), at('2026-11-24T10:00')];
    await addDocument(market.db.pool, {
      ...{ id: documentId, caseId: drawn.id, kind: 'protocol', lot: null, version: 1, name: 'протокол.pdf' },
      ...{ mediaType: 'application/pdf', sha256, bytes: bytes.length, payload: null, payloadSha256: null },
      ...{ state: 'formed', createdBy: 'portal' },
    });
    const protocol = { type: 'results', version: 1 } as const;
    const due = { ...protocol, state: 'due', validity: 'valid', reason: 'results', dueAt: on } as const;
    file = await market.happen(
      drawn,
      { type: 'ProtocolDue', at: on, protocol: due },
      { type: 'ProtocolFormed', at: on, protocol, documentId, sha256, payloadSha256: sha256 },
    );
  });

  /** Judged as of the receipt of the command that names this signature. */
  async function judged(cms: Uint8Array, more: { digest?: string; of?: ProcurementFile } = {}) {
    const sha256 = await portal.files.put(Buffer.from(cms));
    const documentId = randomUUID();
    await addDocument(market.db.pool, {
      ...{ id: documentId, caseId: (more.of ?? file).id, kind: 'signature', lot: null, version: 1, name: 'подпись.p7s' },
      ...{ mediaType: 'application/pkcs7-signature', sha256, bytes: cms.length, payload: null, payloadSha256: null },
      ...{ state: 'uploaded', createdBy: actor('creator').userId },
    });
    const command = { actor: actor('creator'), receivedAt: at(NOW), input: { documentId, sha256: more.digest ?? sha256 } };
    const { signatures } = market.desk;
    return judgeProtocolSignature({ db: market.db, files: portal.files, signatures }, { caseId: file.id, command });
  }

  test('holds when it is the person’s own over these bytes', async () => {
    expect(await judged(await signDetached(bytes, keys.creator.good))).toMatchObject({
      ok: true,
      signature: { signer: { iin: townsperson('creator').iin } },
    });
  });

  test.each(BY_CERTIFICATE)('by a certificate that is %s is refused', async (kind, _status, reason) => {
    expect(await judged(await signDetached(bytes, keys.creator[kind]))).toEqual({ ok: false, reason, facts: TERM[reason] ?? {} });
  });

  test('stripped, over other bytes, spoilt, of another procurement or of another upload is refused', async () => {
    const good = await signDetached(bytes, keys.creator.good);
    const no = (reason: string) => ({ ok: false, reason, facts: {} });
    expect(await judged(new Uint8Array(0))).toEqual(no('eds-malformed'));
    expect(await judged(await signDetached(Buffer.from('%PDF-1.7 другой'), keys.creator.good))).toEqual(no('eds-altered-bytes'));
    expect(await judged(Buffer.from(withOtherTime(base64(good)), 'base64'))).toEqual(no('eds-altered-bytes'));
    expect(await judged(good, { of: await request('application') })).toEqual(no('eds-malformed'));
    expect(await judged(good, { digest: '0'.repeat(64) })).toEqual(no('eds-malformed'));
  });
});

describe('the check of one’s key', () => {
  const check = async (visitor: Visitor, cms: Uint8Array) => visitor.post('/eds', { signature: base64(cms) });
  const line = async (visitor: Visitor): Promise<Buffer> => {
    await visitor.get('/eds');
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return Buffer.from(await (await fetch(`${portal.baseUrl}/eds/challenge`, { headers: { cookie } })).arrayBuffer());
  };

  test('takes a line once, and no line of another session', async () => {
    const other = await portal.person('supplier1');
    const own = await signDetached(await line(supplier), keys.supplier1.good);
    await line(other);
    const strange = await check(other, own);
    expect([strange.status, strange.text]).toMatchObject([
      422,
      expect.stringContaining('Подпись сделана под другим содержанием.'),
    ]);
    expect((await check(supplier, own)).status).toBe(200);
    const again = await check(supplier, own);
    expect([again.status, again.text]).toMatchObject([422, expect.stringContaining('Строка для проверки устарела.')]);
  });
});

test('a manifest that was changed after signing is refused', async () => {
  const file = await request('quotation');
  const { manifest, ...rest } = await signed(file, keys.supplier1.good);
  const before = await kept();
  for (const changed of [
    { commitment: 'f'.repeat(64) },
    { envelope: 'f'.repeat(64) },
    { generation: 2 },
    { kind: 'documents' },
  ]) {
    const answer = await post('quotation', file, { ...rest, manifest: { ...manifest, ...changed } });
    expect(['eds-altered-bytes', 'envelope-malformed']).toContain(answer.body['code']);
  }
  expect(await kept()).toEqual(before);
});
