import { connect } from 'node:net';
import { expect, test } from 'vitest';
import type { Stand } from '../stand.ts';

/** Bytes as they are, on a connection of their own; what came back until it was closed, or after a second of silence. */
function raw(baseUrl: string, text: string): Promise<string> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(answer) : reject(error)));
    socket.on('close', () => resolve(answer));
  });
}

const HOST = 'Host: portal\r\n';
const INNER = 'GET /my HTTP/1.1\r\nHost: portal\r\n\r\n';

/** A request that two readers in a row could end at different places (RFC 9112 §6.3, §11.2): never two answers. */
const SMUGGLED: [string, string][] = [
  [
    'both a length and chunks',
    `POST /language HTTP/1.1\r\n${HOST}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${INNER}`,
  ],
  ['two lengths', `POST /language HTTP/1.1\r\n${HOST}Content-Length: 0\r\nContent-Length: ${INNER.length}\r\n\r\n${INNER}`],
  ['a list of lengths', `POST /language HTTP/1.1\r\n${HOST}Content-Length: 0, ${INNER.length}\r\n\r\n${INNER}`],
  ['a length with a sign', `POST /language HTTP/1.1\r\n${HOST}Content-Length: +${INNER.length}\r\n\r\n${INNER}`],
  ['a length below nothing', `POST /language HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n${INNER}`],
  ['a space before the colon', `POST /language HTTP/1.1\r\n${HOST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${INNER}`],
  [
    'an encoding that is not the last',
    `POST /language HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${INNER}`,
  ],
  ['an encoding nobody knows', `POST /language HTTP/1.1\r\n${HOST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${INNER}`],
  ['a chunk whose size is none', `POST /language HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${INNER}`],
  ['a folded header', `GET / HTTP/1.1\r\n${HOST}X: a\r\n Content-Length: 5\r\nContent-Length: 0\r\n\r\n${INNER}`],
  ['a line that ends with a bare CR', `GET / HTTP/1.1\r\n${HOST}X: a\rContent-Length: 5\r\n\r\n${INNER}`],
  ['U+0000 in a header', `GET / HTTP/1.1\r\n${HOST}X: a\u0000b\r\n\r\n${INNER}`],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['a version that is none', `GET / HTTP/9.9\r\n${HOST}\r\n`],
  ['no request at all', '\u0016\u0003\u0001\u0002\u0000\r\n\r\n'],
];

export function wire(stand: () => Stand): void {
  test.each(SMUGGLED)('a request with %s is answered 400 once, and nothing behind it is read', async (_what, text) => {
    const answer = await raw(stand().ground.baseUrl, text);
    expect(answer.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
    expect(answer).toMatch(/^Connection: close/im);
  });

  test.each([
    ['a header of 64 KiB', `GET / HTTP/1.1\r\n${HOST}X: ${'x'.repeat(65_536)}\r\n\r\n`],
    ['cookies of 64 KiB', `GET / HTTP/1.1\r\n${HOST}Cookie: ${'a=b; '.repeat(13_000)}\r\n\r\n`],
    ['20,000 headers', `GET / HTTP/1.1\r\n${HOST}${'X: x\r\n'.repeat(20_000)}\r\n`],
    ['an address of 64 KiB', `GET /lots?q=${'x'.repeat(65_536)} HTTP/1.1\r\n${HOST}\r\n`],
  ])('%s is answered 431', async (_what, text) => {
    expect(await raw(stand().ground.baseUrl, text)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('the portal is nobody’s tunnel: CONNECT and an address of another site give nothing of theirs', async () => {
    const { baseUrl } = stand().ground;
    expect(await raw(baseUrl, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).not.toMatch(/^HTTP\/1\.1 2/);
    const answer = await raw(baseUrl, 'GET http://evil.example/lots HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    expect(answer).not.toContain('evil.example/lots" ');
    expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400|404) /);
  });

  test.each([
    'zakup=%zz',
    'zakup=s%3Aforged.signature',
    'zakup=; zakup=; zakup=',
    `zakup=${'x'.repeat(8_000)}`,
    '=; ;;=',
    'zakup-language=<script>',
  ])('a cookie that is none signs nobody in: %s', async (cookie) => {
    const answer = await raw(stand().ground.baseUrl, `GET /my HTTP/1.1\r\n${HOST}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 303 /);
    expect(answer).toMatch(/^Location: \/sign-in\?next=%2Fmy\r$/im);
    expect(answer).not.toContain('<script>');
  });
}
