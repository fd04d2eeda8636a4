import type { PageError } from './messages.ts';

const headersOf = (type: string): Record<string, string> => ({
  'content-type': type,
  accept: 'application/json',
  'x-csrf-token': document.querySelector<HTMLMetaElement>('meta[name=csrf-token]')?.content ?? '',
});

/** Null: no answer came. */
export const postJson = (address: string, body: object): Promise<Response | null> =>
  fetch(address, { method: 'POST', headers: headersOf('application/json'), body: JSON.stringify(body) }).catch(() => null);

export const postBytes = (address: string, bytes: Uint8Array<ArrayBuffer>): Promise<Response | null> =>
  fetch(address, { method: 'POST', headers: headersOf('application/octet-stream'), body: bytes }).catch(() => null);

/** The session is over: only after a new sign-in can it be sent. */
export const needsSignIn = (problem: Record<string, unknown> | null): boolean =>
  problem?.code === 'sign-in-required' || problem?.code === 'form-expired';

/** The server's own sentence (RFC 9457), already in the language of the page. */
export function sentenceOf(problem: Record<string, unknown> | null): PageError {
  const text = [problem?.title, problem?.detail].filter((part) => typeof part === 'string' && part !== '').join(' ');
  return text ? { text } : { code: 'not-accepted' };
}

export const bodyOf = async (response: Response): Promise<Record<string, unknown> | null> =>
  (await response.json().catch(() => null)) as Record<string, unknown> | null;
