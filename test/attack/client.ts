import { Agent, request } from 'node:http';

/** What came back; `ms` from the first byte sent to the last one read. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  ms: number;
}

export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends what no browser would: any method, body and type. Follows nothing. Throws when the server cuts the connection. */
export function send(baseUrl: string, { method, path, headers = {}, body }: Sent): Promise<Reply> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(baseUrl + path, { method, agent, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - started,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Someone with a cookie and the form token of their session; nobody signed in has a token too. */
export interface Caller {
  name: string;
  cookie: string;
  token: string;
}

/** Sends as this caller: cookie always, form token with what changes something. */
export const sendAs = (baseUrl: string, caller: Caller, sent: Sent): Promise<Reply> =>
  send(baseUrl, {
    ...sent,
    headers: {
      ...(caller.cookie ? { cookie: caller.cookie } : {}),
      ...(sent.method === 'GET' || !caller.token ? {} : { 'x-csrf-token': caller.token }),
      ...sent.headers,
    },
  });
