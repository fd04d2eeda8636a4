import { canonical } from '../domain/canonical.ts';
import { type Database, transaction, type Tx } from './client.ts';

/** A public key that checks what the portal signs. */
export interface PublicKey {
  keyId: string;
  purpose: 'receipts';
  algorithm: 'Ed25519';
  pem: string;
}

/** Puts a key into the list; the one that served this purpose before ends now. Repeating it changes nothing. */
export async function publishKey(db: Database, { keyId, purpose, algorithm, pem }: PublicKey): Promise<void> {
  await transaction(db, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into published_key (key_id, purpose, algorithm, pem, "from") values ($1, $2, $3, $4, legal_now()) on conflict do nothing`,
      [keyId, purpose, algorithm, pem],
    );
    if (!rowCount) return;
    await tx.query('update published_key set until = legal_now() where purpose = $1 and key_id <> $2 and until is null', [
      purpose,
      keyId,
    ]);
  });
}

/** The list as it is to be signed: canonical JSON, keys by their beginning. Instants in UTC. */
export async function keyListBody(tx: Tx): Promise<string> {
  const { rows } = await tx.query<PublicKey & { from: Date; until: Date | null }>(
    `select key_id as "keyId", purpose, algorithm, pem, "from", until from published_key order by "from", key_id`,
  );
  const keys = rows.map(({ from, until, ...key }) => ({
    ...key,
    from: from.toISOString(),
    until: until?.toISOString() ?? null,
  }));
  return canonical({ v: 1, keys });
}

/** The signed list: bytes and the detached CMS over them. Null before the first signing. */
export async function signedKeyList(tx: Tx): Promise<{ body: string; cms: Buffer } | null> {
  const { rows } = await tx.query<{ body: string; cms: Buffer }>('select body, cms from key_list');
  return rows[0] ?? null;
}

export async function storeKeyList(tx: Tx, body: string, cms: Buffer): Promise<void> {
  await tx.query(
    'insert into key_list (one, body, cms) values (1, $1, $2) on conflict (one) do update set body = excluded.body, cms = excluded.cms',
    [body, cms],
  );
}
