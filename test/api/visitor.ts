/** A browser without a screen: keeps cookies, does not follow redirects, knows the form token of the last page. */
export interface Visitor {
  cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form with the token of the last page, unless `fields` says otherwise. */
  post(path: string, fields: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Answer>;
  signIn(login: string, password: string, next?: string): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: Headers;
  location: string | null;
  text: string;
}

export function aVisitor(baseUrl: string, always: Record<string, string> = {}): Visitor {
  const cookies = new Map<string, string>();
  let token = '';

  async function send(path: string, request: RequestInit): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...always, ...(cookie ? { cookie } : {}), ...(request.headers as Record<string, string>) };
    const answer = await fetch(baseUrl + path, { redirect: 'manual', ...request, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const text = await answer.text();
    token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? token;
    return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), text };
  }

  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post(path, fields, headers = {}) {
      const pairs = Object.entries({ _csrf: token, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      );
      return send(path, { method: 'POST', headers, body: new URLSearchParams(pairs) });
    },
    async signIn(login, password, next = '/') {
      await visitor.get('/sign-in');
      return visitor.post('/sign-in', { login, password, next });
    },
  };
  return visitor;
}
