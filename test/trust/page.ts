import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { bundleBrowserScripts } from '../../trust/browser/bundle.ts';
import { DOCUMENT } from './keys.ts';

/** The policy of the portal's pages: nothing inline, nothing from elsewhere. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'";

const MESSAGES = {
  title: 'Ошибка',
  'wrong-password': 'Пароль неверен',
  'eds-file-missing': 'Выберите файл ключа',
  'eds-password-missing': 'Введите пароль',
  'price-above-lot': 'Цена выше суммы лота',
  'try-succeeded': 'Проба удалась',
  'document-missing': 'Выберите документ',
  'document-empty': 'Файл пуст: {name}',
};

/** What the server was sent. */
export interface Posting {
  path: string;
  token: string | undefined;
  body: string;
  bytes: Buffer;
}

/** A web server with one page that signs and one that seals, as the portal writes them; keeps what it is sent. */
export async function pageServer(window: object): Promise<{ url: string; postings: Posting[]; server: Server }> {
  const scripts = await bundleBrowserScripts();
  const postings: Posting[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('content-security-policy', POLICY);
    if (request.method === 'POST') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const bytes = Buffer.concat(parts);
        postings.push({ path, token: request.headers['x-csrf-token']?.toString(), body: bytes.toString(), bytes });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ receipt: 'r', signature: 's', keyId: 'k' }));
      });
      return;
    }
    const script = scripts.get(path.slice(1));
    if (script) response.setHeader('content-type', 'text/javascript').end(script);
    else if (path === '/document') response.end(DOCUMENT);
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(pageAt(path, window));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, postings, server };
}

const pageAt = (path: string, window: object): string =>
  path === '/sign' ? signPage() : sealPage(window, path === '/application' ? DOCUMENTS : '');

const page = (script: string, form: string): string =>
  `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="csrf-token" content="token-1"><title>Форма</title>
  <script type="module" src="/${script}"></script><div id="live-status" role="status"></div>${form}</html>`;

const json = (name: string, value: object): string =>
  `<script type="application/json" ${name}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

const KEY_FIELDS = `<input type="file" name="key" data-eds-file><input type="password" name="password" data-eds-password>`;

const signPage = (): string =>
  page(
    'eds.js',
    `<form method="post" action="/signed" data-eds data-eds-bytes="/document">${json('data-messages', MESSAGES)}
     <input type="hidden" name="_csrf" value="token-1"><input type="hidden" name="signature">${KEY_FIELDS}
     <button name="choice" value="approve">Подписать</button></form>`,
  );

const DOCUMENTS = `<input type="file" multiple id="d1" data-document="technical-specification" data-lot="1" data-required data-label="Спецификация">
  <input type="file" multiple id="d2" data-document="price-justification" data-required data-label="Обоснование">
  <input type="file" multiple id="d3" data-document="subcontractors" data-label="Субподрядчики">`;

const sealPage = (window: object, documents: string): string =>
  page(
    'offer.js',
    `<form action="/quotations" data-offer data-done="/done">${json('data-window', window)}${json('data-messages', MESSAGES)}
     <input id="price-1" data-price="1" data-label="Лот 1">${documents}${KEY_FIELDS}
     <button type="button" data-try>Проба</button><p data-try-result></p><button>Подать</button></form>`,
  );
