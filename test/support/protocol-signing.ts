import type { Outcome } from '../../domain/case.ts';
import { signDetached } from '../../trust/browser/sign.ts';
import type { TownRequest } from './town-request.ts';

/** Signs the protocol that waits, in the name of one person with the key of another, or over other bytes. */
export async function sign(
  request: TownRequest,
  { by, withKeyOf = by, bytes }: { by: string; withKeyOf?: string; bytes?: string },
): Promise<Outcome> {
  const { files, signingKey } = request.town;
  const sha256 = (await request.file()).protocols.find((each) => each.state === 'formed')?.sha256 ?? '';
  const signed = bytes === undefined ? await files.get(sha256) : Buffer.from(bytes);
  const cms = await signDetached(signed, await signingKey(withKeyOf));
  return request.as(by).send('sign-results-protocol', await request.store(cms, 'подпись.p7s'));
}
