import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Certificate, certificatesOfPem } from './certificate.ts';
import { readRevocationList, type RevocationList } from './revocation-list.ts';

/** Whom the portal believes: roots it holds, issuing authorities it knows, and their revocation lists. */
export interface TrustStore {
  roots: Certificate[];
  issuers: Certificate[];
  lists: RevocationList[];
}

/**
 * Reads `roots/*.pem`, `issuers/*.pem`, `crl/*.crl` (DER) below `dir`. Lists whose signature does not fit any held authority are
 * left out: a list that is missing refuses signatures, a forged one must not admit them.
 */
export async function loadTrustStore(dir: string): Promise<TrustStore> {
  const roots = (await texts(dir, 'roots')).flatMap(certificatesOfPem);
  const issuers = (await texts(dir, 'issuers')).flatMap(certificatesOfPem);
  const read = (await contents(join(dir, 'crl'), '.crl')).map(readRevocationList);
  const lists = read.filter((list): list is RevocationList => list !== null);
  return { roots, issuers, lists: lists.filter((list) => isGenuine(list, [...roots, ...issuers])) };
}

const isGenuine = (list: RevocationList, authorities: Certificate[]): boolean =>
  authorities.some((authority) => authority.subject.equals(list.issuer) && list.isSignedBy(authority));

const texts = async (dir: string, folder: string): Promise<string[]> =>
  (await contents(join(dir, folder), '.pem')).map((bytes) => bytes.toString('utf8'));

/** Contents of the files of a folder by name; none when the folder does not exist. */
async function contents(folder: string, ending: string): Promise<Buffer[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(ending)).sort();
  return Promise.all(files.map((name) => readFile(join(folder, name))));
}
