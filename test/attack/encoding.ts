import type { Chance } from './chance.ts';
import { poisoned, text } from './rubbish.ts';

export interface Encoded {
  headers: Record<string, string>;
  body: Buffer | string;
}

const percent = (value: string): string =>
  [...Buffer.from(value, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** Fields as a browser sends them; lone surrogates become what UTF-8 makes of them. */
export const urlencoded = (fields: [string, string][]): Encoded => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: fields.map(([name, value]) => `${percent(name)}=${percent(value)}`).join('&'),
});

export interface Attached {
  field: string;
  name: string;
  type: string;
  bytes: Buffer;
}

/** A form with files; names go raw into their headers, quotes as browsers write them. */
export function multipart(fields: [string, string][], files: Attached[] = []): Encoded {
  const boundary = '----zakup-boundary';
  const quoted = (name: string) => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const parts = [
    ...fields.map(([name, value]) =>
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`),
    ),
    ...files.map(({ field, name, type, bytes }) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(field)}"; filename="${quoted(name)}"\r\nContent-Type: ${type}\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
    ),
  ];
  const body = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}

export const json = (value: unknown): Encoded => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value) ?? '',
});

/** The same body, spoilt on its way: cut, of another type, with another length of text, compressed by name only. */
export function spoilt({ headers, body }: Encoded, chance: Chance): Encoded {
  const bytes = Buffer.from(body);
  const cut = bytes.subarray(0, chance.below(bytes.length + 1));
  const other = (type: string): Encoded => ({ headers: { ...headers, 'content-type': type }, body });
  return chance.oneOf<() => Encoded>([
    () => ({ headers, body: cut }),
    () => ({ headers, body: Buffer.concat([bytes, bytes]) }),
    () => ({ headers, body: poisoned(bytes.toString()) }),
    () => ({ headers: { ...headers, 'content-encoding': 'gzip' }, body }),
    () => ({ headers: { ...headers, 'content-encoding': text(chance).replace(/[^\w ]/g, '') || 'br' }, body }),
    () => other('application/json'),
    () => other('application/json; charset=utf-16'),
    () => other('application/x-www-form-urlencoded; charset=koi8-r'),
    () => other('multipart/form-data'),
    () => other('multipart/form-data; boundary=another'),
    () => other('text/plain'),
    () => other('application/octet-stream'),
    () => ({
      headers: { 'content-type': 'application/json' },
      body: chance.oneOf(['', 'null', '[]', '"text"', '{', '\u0000', '1']),
    }),
  ])();
}
