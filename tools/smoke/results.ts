import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { canonical } from '../../domain/canonical.ts';
import type { ResultsPayload, Twin } from '../../domain/procurement/documents.ts';
import { loadTrustStore, verifySeal } from '../../trust/verify.ts';
import { VERIFY } from '../../templates/texts/verify.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { readTemporalConfig } from '../temporal/config.ts';
import { eventually, holds, same } from './expect.ts';
import type { Answer, Visitor } from './visitor.ts';
import { NUMBER } from './walk.ts';

const PROTOCOL = `/procurements/${NUMBER}/protocols/results/1`;

/** What a reader can compare of a lot's decision. */
export interface LotResult {
  winner: string;
  second: string;
  contract: string;
  saving: string;
  rejected: [bin: string, ground: string][];
}

/** The protocol as everyone can download it. */
export interface Downloaded {
  pdf: Buffer;
  seal: Buffer;
  sha256: string;
}

async function downloaded(visitor: Visitor, suffix: string): Promise<Answer> {
  const answer = await visitor.get(`${PROTOCOL}.${suffix}`, '*/*');
  same(`download of the protocol's .${suffix}`, answer.status, 200);
  return answer;
}

/** Original, twin for machines and seal belong together, and the twin states these results by lot number. */
export async function checkProtocol(visitor: Visitor, results: Record<string, LotResult>): Promise<Downloaded> {
  const [pdf, json, seal] = await Promise.all(['pdf', 'json', 'p7s'].map((suffix) => downloaded(visitor, suffix)));
  const sha256 = createHash('sha256').update(pdf!.bytes).digest('hex');
  const { payload, payloadSha256, original, execution } = json!.json<Twin<ResultsPayload>>();
  holds('the protocol is a PDF', pdf!.bytes.subarray(0, 5).toString() === '%PDF-');
  same('SHA-256 of the original in the twin', original.sha256, sha256);
  same('length of the original in the twin', original.bytes, pdf!.bytes.length);
  same('SHA-256 of what the twin states', createHash('sha256').update(canonical(payload)).digest('hex'), payloadSha256);
  same('SHA-256 of the seal in the twin', execution.seal?.cmsSha256, createHash('sha256').update(seal!.bytes).digest('hex'));
  same('validity', execution.validity, 'valid');
  const lots = Object.fromEntries(payload.lots.map((lot) => [lot.number, resultOf(lot)]));
  same('results', lots, results);
  return { pdf: pdf!.bytes, seal: seal!.bytes, sha256 };
}

function resultOf({ decision, rejected }: ResultsPayload['lots'][number]): LotResult | string {
  if (decision.outcome !== 'held') return decision.outcome;
  return {
    winner: decision.winner.bin,
    second: decision.secondPlace?.bin ?? 'nobody',
    contract: decision.contractAmount,
    saving: `${decision.saving.amount}, ${decision.saving.percent} %`,
    rejected: rejected.map(({ supplier, reason }) => [supplier.bin, reason]),
  };
}

/** The portal's seal by the project's own reader and, where it is installed, by OpenSSL. @returns what has judged */
export async function checkSeal({ pdf, seal }: Downloaded, dataDir: string): Promise<string> {
  const trust = await loadTrustStore(join(dataDir, 'ca', 'trust'));
  const verdict = verifySeal({ bytes: pdf, cms: seal, at: new Date(), trust });
  same('verdict on the seal', verdict.ok || verdict.reason, true);
  const altered = Buffer.from(pdf);
  altered[altered.length - 1]! ^= 1;
  const other = verifySeal({ bytes: altered, cms: seal, at: new Date(), trust });
  same('verdict on the seal over other bytes', other.ok || other.reason, 'eds-altered-bytes');
  if (spawnSync('openssl', ['version']).error) return 'own reader';
  const folder = join(dataDir, 'smoke');
  mkdirSync(folder, { recursive: true });
  const [content, cms] = [join(folder, 'protocol.pdf'), join(folder, 'protocol.p7s')];
  writeFileSync(content, pdf);
  writeFileSync(cms, seal);
  const root = join(dataDir, 'ca', 'trust', 'roots', 'root.pem');
  const files = ['-in', cms, '-content', content, '-CAfile', root, '-out', join(folder, 'verified')];
  const judged = spawnSync('openssl', ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', ...files]);
  same('verdict of OpenSSL', judged.stderr.toString().trim(), 'CMS Verification successful');
  return 'own reader and OpenSSL';
}

/** The public page knows the file by its bytes, and does not know it with one byte changed. */
export async function checkVerification(visitor: Visitor, { pdf, sha256 }: Downloaded): Promise<void> {
  const genuine = await visitor.get(`/verify?sha256=${sha256}`);
  same('check of the genuine file', genuine.status, 200);
  holds(`the page says «${VERIFY.matches.ru}»`, genuine.text.includes(VERIFY.matches.ru));
  const altered = Buffer.from(pdf);
  altered[altered.length - 1]! ^= 1;
  const other = await visitor.get(`/verify?sha256=${createHash('sha256').update(altered).digest('hex')}`);
  same('check of a changed file', other.status, 404);
  same('check by the number of the document', (await visitor.get(`/verify/${NUMBER}/results/1`)).status, 200);
}

/** Everybody who took part is told of the results by mail. */
export async function checkMail(mailUrl: string, logins: readonly string[]): Promise<number> {
  for (const login of logins) {
    await eventually(`a letter about ${NUMBER} to ${login}`, async () => {
      const letters = await fetch(`${mailUrl}/messages.json?to=${login}@zakup.example`);
      const found = (await letters.json()) as { subject: string; text: string }[];
      return found.some(({ text }) => text.includes(PROTOCOL) || text.includes(`/procurements/${NUMBER}`)) ? true : undefined;
    });
  }
  return logins.length;
}

/** The engine knows the case as the portal does: it lives on until the contract; a cancelled one is over. */
export async function checkEngine(address: string, cancelled: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection, namespace: readTemporalConfig().namespace });
    const own = await workflow.getHandle(workflowIdOf('procurement', NUMBER)).describe();
    same('process of the procurement', own.status.name, 'RUNNING');
    const attributes = own.searchAttributes;
    same(
      'search attributes',
      [attributes['CaseStatus'], attributes['CaseOutcome'], attributes['CaseSuspended']],
      [['completed'], ['held'], [false]],
    );
    const over = await workflow.getHandle(workflowIdOf('procurement', cancelled)).describe();
    same(`process of the cancelled ${cancelled}`, over.status.name, 'COMPLETED');
  } finally {
    await connection.close();
  }
}
