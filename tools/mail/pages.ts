import type { RequestListener, ServerResponse } from 'node:http';
import type { Letter, Mailbox } from './mailbox.ts';

const SHOWN = 200;
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#0b0c0c}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #b1b4b6;vertical-align:top}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;border-top:2px solid #0b0c0c;padding-top:1rem}a{color:#1a65a6}`;

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** List, letter, attachment, source, and the list as JSON. Everything that came by mail is escaped: it is other people's text. */
export function mailPages(mailbox: Mailbox): RequestListener {
  return (request, response) => {
    answer(mailbox, request.url ?? '/').then(
      (found) => send(response, found),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: String(error) }),
    );
  };
}

async function answer(mailbox: Mailbox, path: string): Promise<Answer> {
  const url = new URL(path, 'http://mail.invalid');
  const recipient = url.searchParams.get('to') ?? undefined;
  if (url.pathname === '/style.css') return { status: 200, type: 'text/css', body: STYLE };
  if (url.pathname === '/messages.json') return json(await mailbox.list(SHOWN, recipient));
  if (url.pathname === '/') return page('Mail', listOf(await mailbox.list(SHOWN, recipient)));
  const [, id = '', part = '', index = ''] = url.pathname.split('/');
  const letter = await mailbox.find(id);
  if (letter === null)
    return { ...page('Not found', '<p>There is no such letter. <a href="/">All letters</a></p>'), status: 404 };
  if (part === '') return page(letter.subject, whole(letter));
  if (part === 'source') return { status: 200, type: 'text/plain', body: (await mailbox.source(id)) ?? '' };
  const attachment = part === 'attachment' ? letter.attachments[Number(index)] : undefined;
  if (attachment === undefined) return { ...page('Not found', '<p>There is no such attachment.</p>'), status: 404 };
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`;
  return {
    status: 200,
    type: 'application/octet-stream',
    body: attachment.content,
    headers: { 'Content-Disposition': disposition },
  };
}

function listOf(letters: Letter[]): string {
  if (letters.length === 0)
    return '<h1>Mail</h1><p>No letter has been sent yet. Nothing leaves this machine: every letter of the portal comes here.</p>';
  const rows = letters.map(
    (each) =>
      `<tr><td><time>${moment(each)}</time></td><td>${escape(each.to.join(', '))}</td><td><a href="/${each.id}">${escape(each.subject)}</a></td></tr>`,
  );
  const head = '<tr><th scope="col">Received, UTC</th><th scope="col">To</th><th scope="col">Subject</th></tr>';
  return `<h1>Mail</h1><table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
}

function whole(letter: Letter): string {
  const files = letter.attachments.map(
    ({ name, content }, index) =>
      `<li><a href="/${letter.id}/attachment/${index}">${escape(name)}</a> (${content.length} bytes)</li>`,
  );
  return `<p><a href="/">All letters</a></p><h1>${escape(letter.subject)}</h1>
<p>From: ${escape(letter.from)}<br>To: ${escape(letter.to.join(', '))}<br>Received: <time>${moment(letter)}</time> UTC<br>
<a href="/${letter.id}/source">Source</a></p>${files.length > 0 ? `<ul>${files.join('')}</ul>` : ''}<pre>${linked(letter.text)}</pre>`;
}

const moment = ({ receivedAt }: Letter): string => receivedAt.slice(0, 19).replace('T', ' ');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** Escaped text in which web addresses can be followed. */
const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:)])/)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${escape(piece)}" rel="noreferrer">${escape(piece)}</a>` : escape(piece)))
    .join('');

const json = (letters: Letter[]): Answer => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(
    letters.map(({ attachments, ...rest }) => ({ ...rest, attachments: attachments.map(({ name }) => name) })),
  ),
});

const page = (title: string, body: string): Answer => ({
  status: 200,
  type: 'text/html',
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><link rel="stylesheet" href="/style.css"></head><body>${body}</body></html>`,
});

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(body);
}
