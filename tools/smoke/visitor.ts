import { demoPassword } from '../../api/demo-people.ts';

/** An answer of the portal, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  /** Value of the answer as JSON. @throws SyntaxError when it is something else */
  json<T>(): T;
}

type Fields = Record<string, string | string[]>;

/**
 * Somebody at the portal over HTTP: keeps the cookie of the session, sends the form token, follows no redirection by itself.
 * Pages are asked for in Russian.
 */
export class Visitor {
  private cookies = new Map<string, string>();
  private token = '';

  constructor(private readonly baseUrl: string) {}

  /** The same person with the same session at another process of the portal. */
  at(baseUrl: string): Visitor {
    const there = new Visitor(baseUrl);
    there.cookies = this.cookies;
    there.token = this.token;
    return there;
  }

  /** Asks for a page; keeps the form token it carries. */
  async get(path: string, accept = 'text/html'): Promise<Answer> {
    const answer = await this.send(path, { headers: { accept } });
    this.token = /<meta name="csrf-token" content="([^"]+)"/.exec(answer.text)?.[1] ?? this.token;
    return answer;
  }

  /** Sends a form as a page does; `files` make it multipart. */
  post(path: string, fields: Fields, files: Record<string, File> = {}): Promise<Answer> {
    const pairs = Object.entries({ _csrf: this.token, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each] as [string, string]),
    );
    const names = Object.entries(files);
    if (names.length === 0) return this.send(path, { method: 'POST', body: new URLSearchParams(pairs) });
    const form = new FormData();
    for (const [name, value] of pairs) form.append(name, value);
    for (const [name, file] of names) form.append(name, file, file.name);
    return this.send(path, { method: 'POST', body: form });
  }

  /** Sends JSON as the scripts of the pages and other programs do. */
  postJson(path: string, body: object, more: Record<string, string> = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': this.token, ...more };
    return this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Sends bytes as they are. */
  postBytes(path: string, bytes: Uint8Array): Promise<Answer> {
    const headers = { 'content-type': 'application/octet-stream', accept: 'application/json', 'x-csrf-token': this.token };
    return this.send(path, { method: 'POST', headers, body: Buffer.from(bytes) });
  }

  /** Signs in as a person of the demo data. @throws Error when the portal does not let them in */
  async signIn(login: string): Promise<this> {
    await this.get('/sign-in');
    const answer = await this.post('/sign-in', { login, password: demoPassword(login) });
    if (answer.status !== 303) throw new Error(`${login} is not let in: ${answer.status}`);
    await this.get('/my');
    return this;
  }

  private async send(path: string, request: RequestInit): Promise<Answer> {
    const response = await fetch(new URL(path, this.baseUrl), {
      ...request,
      redirect: 'manual',
      headers: { 'accept-language': 'ru', cookie: this.cookieLine(), ...request.headers },
      signal: AbortSignal.timeout(30_000),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=', 2) as [string, string];
      this.cookies.set(name, value);
    }
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    return { status: response.status, headers: response.headers, bytes, text, json: <T>() => JSON.parse(text) as T };
  }

  private cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** Value of a hidden field of a page. @throws Error when the page has none of this name */
export function hiddenField(page: Answer, name: string): string {
  const found = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page.text)?.[1];
  if (found === undefined) throw new Error(`the page has no hidden field ${name} (${page.status})`);
  return found;
}

/** JSON that a page hands to its script in `<script … data-…>`. @throws Error when there is none */
export function embeddedJson<T>(page: Answer, attribute: string): T {
  const found = new RegExp(`<script type="application/json" ${attribute}>([^<]*)</script>`).exec(page.text)?.[1];
  if (found === undefined) throw new Error(`the page has no ${attribute} (${page.status})`);
  return JSON.parse(found) as T;
}
