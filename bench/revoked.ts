import { randomBytes, type webcrypto } from 'node:crypto';
import { children, elementAt, sequence, TAG } from '../trust/der.ts';
import { type Issued, revocationList } from '../tools/certificate-authority/authority.ts';

/** Bytes of the serial numbers in the lists of the development authority. */
const SERIAL = 16;

/** A revocation list of `count` certificates that nobody has: one entry as the authority writes it, under other numbers. */
export async function longRevocationList(authority: Issued, count: number): Promise<Buffer> {
  const short = await revocationList(authority, ['41'.padEnd(2 * SERIAL, '0')]);
  const [signed, algorithm] = sequence(elementAt(short));
  const parts = children(signed!);
  const entries = parts.find((part, at) => at > 2 && part.tag === TAG.sequence && part.content[0] === TAG.sequence)!;
  const entry = children(entries)[0]!;
  const at = entry.bytes.indexOf(Buffer.from('41'.padEnd(2 * SERIAL, '0'), 'hex'));
  const many = Buffer.concat(
    Array.from({ length: count }, () => {
      const other = Buffer.from(entry.bytes);
      randomBytes(SERIAL - 1).copy(other, at + 1);
      return other;
    }),
  );
  const list = element(
    TAG.sequence,
    Buffer.concat(parts.map((part) => (part === entries ? element(part.tag, many) : part.bytes))),
  );
  const signature = Buffer.from(await sign(authority.privateKey, list));
  return element(
    TAG.sequence,
    Buffer.concat([list, algorithm!.bytes, element(TAG.bitString, Buffer.concat([Buffer.of(0), signature]))]),
  );
}

const sign = (key: webcrypto.CryptoKey, bytes: Buffer) => crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new Uint8Array(bytes));

/** DER of a tag with its content; lengths up to 2³² − 1. */
function element(tag: number, content: Buffer): Buffer {
  const length = Buffer.alloc(5);
  length.writeUInt32BE(content.length, 1);
  const used =
    content.length < 0x80 ? 1 : content.length < 0x100 ? 2 : content.length < 0x10000 ? 3 : content.length < 0x1000000 ? 4 : 5;
  const head = used === 1 ? length.subarray(4) : Buffer.concat([Buffer.of(0x80 + used - 1), length.subarray(5 - (used - 1))]);
  return Buffer.concat([Buffer.of(tag), head, content]);
}
