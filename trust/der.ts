/** One DER element: its tag, its content, and all of its bytes. */
export interface Der {
  tag: number;
  content: Buffer;
  bytes: Buffer;
}

/** The bytes are not strict DER, or not the structure they should be. Thrown inside the readers of trust/, never out of them. */
export class DerFault extends Error {}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

/** Tag of `[n] EXPLICIT`, or of an `[n] IMPLICIT` structure. */
export const context = (n: number): number => 0xa0 + n;

/** Reads the element at `at`; one-byte tags, definite lengths in their shortest form only. */
export function elementAt(bytes: Buffer, at = 0): Der {
  const tag = byteAt(bytes, at);
  if ((tag & 0x1f) === 0x1f) throw new DerFault('long tag');
  let length = byteAt(bytes, at + 1);
  let start = at + 2;
  if (length >= 0x80) {
    const size = length - 0x80;
    if (size === 0 || size > 4) throw new DerFault('length form');
    length = 0;
    for (let i = 0; i < size; i++) length = length * 256 + byteAt(bytes, start + i);
    if (length < 0x80 || length < 256 ** (size - 1)) throw new DerFault('length is not minimal');
    start += size;
  }
  if (start + length > bytes.length) throw new DerFault('truncated');
  return { tag, content: bytes.subarray(start, start + length), bytes: bytes.subarray(at, start + length) };
}

/** The one element that fills `bytes`, with this tag. */
export function whole(bytes: Buffer, tag: number): Der {
  const element = elementAt(bytes);
  if (element.bytes.length !== bytes.length) throw new DerFault('trailing bytes');
  return expectTag(element, tag);
}

/** The elements inside a structure, which they fill. */
export function children(parent: Der): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < parent.content.length;) {
    const element = elementAt(parent.content, at);
    found.push(element);
    at += element.bytes.length;
  }
  return found;
}

/** The elements of a SEQUENCE, checked to be one. */
export const sequence = (element: Der | undefined): Der[] => children(expectTag(element, TAG.sequence));

export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new DerFault(`tag ${element?.tag ?? 'missing'} instead of ${tag}`);
  return element;
}

/** Dotted text of an OBJECT IDENTIFIER. */
export function oid(element: Der | undefined): string {
  const { content } = expectTag(element, TAG.oid);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (!Number.isSafeInteger(value)) throw new DerFault('object identifier');
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const [first] = arcs;
  if (first === undefined || content.at(-1)! >= 0x80) throw new DerFault('object identifier');
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** A small INTEGER (0 to 2³¹ − 1). */
export function integer(element: Der | undefined): number {
  const { content } = expectTag(element, TAG.integer);
  if (content.length === 0 || content.length > 4 || content[0]! >= 0x80) throw new DerFault('integer');
  return content.readUIntBE(0, content.length);
}

/** Content of a BIT STRING of whole bytes. */
export function bits(element: Der | undefined): Buffer {
  const { content } = expectTag(element, TAG.bitString);
  if (content[0] !== 0) throw new DerFault('bit string');
  return content.subarray(1);
}

/** A UTCTime or GeneralizedTime in UTC with seconds, ms since the epoch. */
export function time(element: Der | undefined): number {
  const text = element?.content.toString('latin1') ?? '';
  const long = element?.tag === TAG.generalizedTime ? text : element?.tag === TAG.utcTime ? century(text) : '';
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(long);
  if (!parts) throw new DerFault('time');
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** RFC 5280 §4.1.2.5.1: 50 to 99 are of the twentieth century. */
const century = (text: string): string => (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text;

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DerFault('truncated');
  return byte;
}

/** What `read` returns, or null when the bytes are not what it reads. */
export function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerFault) return null;
    throw error;
  }
}
