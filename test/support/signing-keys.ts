import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEVELOPMENT_PASSWORD } from '../../tools/certificate-authority/issue.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';

const opened = new Map<string, Promise<SigningKey>>();

async function open(file: string): Promise<SigningKey> {
  const result = await openP12(await readFile(file), DEVELOPMENT_PASSWORD);
  if (!result.ok) throw new Error(`${file}: ${result.reason}`);
  return result.key;
}

/** The signing key of a townsperson, from the run's key folder. */
export function signingKeyOf(keys: string, person: string): Promise<SigningKey> {
  const file = join(keys, 'keys', `${person}.p12`);
  const known = opened.get(file) ?? open(file);
  opened.set(file, known);
  return known;
}
