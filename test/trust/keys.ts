import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DevelopmentKeys, issueDevelopmentKeys } from '../../tools/certificate-authority/issue.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';
import { loadTrustStore, type TrustStore } from '../../trust/verify.ts';

export const NOW = new Date('2026-03-18T09:00:00Z');
export const DOCUMENT = Buffer.from('Протокол итогов № 1234567-1\n');

/** Development keys of a test file: a person of an organization (RSA), a private entrepreneur (EC), and the store to judge by. */
export interface TestKeys extends DevelopmentKeys {
  dir: string;
  trust: TrustStore;
  open: (key: string) => Promise<SigningKey>;
}

export async function testKeys(): Promise<TestKeys> {
  const dir = await mkdtemp(join(tmpdir(), 'zakup-keys-'));
  const keys = await issueDevelopmentKeys({
    dir,
    people: [
      {
        key: 'asel',
        name: 'Өтегенова Әсел Ғабитқызы',
        iin: '901105499037',
        bin: '230940990011',
        organization: 'ГУ «Отдел образования»',
      },
      { key: 'daniyar', name: 'Сүлейменұлы Данияр', iin: '840229399029', algorithm: 'ec' },
    ],
  });
  const open = async (key: string): Promise<SigningKey> => {
    const opened = await openP12(await readFile(keys.files[key]!), keys.password);
    if (!opened.ok) throw new Error(opened.reason);
    return opened.key;
  };
  return { ...keys, dir, trust: await loadTrustStore(keys.trustDir), open };
}
