import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address, type Email } from 'postal-mime';

export interface Letter {
  id: string;
  from: string;
  to: string[];
  subject: string;
  /** When it came, ISO 8601 UTC. */
  receivedAt: string;
  text: string;
  attachments: { name: string; type: string; content: Buffer }[];
}

export interface Mailbox {
  keep(eml: Buffer, recipients: string[]): Promise<void>;
  /** Newest first; at most `limit`, those to `recipient` only if given. */
  list(limit: number, recipient?: string): Promise<Letter[]>;
  find(id: string): Promise<Letter | null>;
  /** The letter as it came, or null. */
  source(id: string): Promise<Buffer | null>;
}

/** Names sort by time of arrival: milliseconds, a counter for the same millisecond, a random end. */
const ID = /^\d{15}-\d{4}-[0-9a-f]{8}$/;

/** Letters kept as .eml files in a folder; made if missing. */
export function openMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let counter = 0;
  const ids = async () => (await readdir(folder)).map((name) => name.slice(0, -4)).filter((id) => ID.test(id));
  const source = async (id: string) => (ID.test(id) ? readFile(join(folder, `${id}.eml`)).catch(() => null) : null);
  const find = async (id: string) => {
    const eml = await source(id);
    return eml === null ? null : letter(id, eml);
  };
  return {
    source,
    find,
    async keep(eml, recipients) {
      const count = String(counter++ % 10_000).padStart(4, '0');
      const id = `${String(Date.now()).padStart(15, '0')}-${count}-${randomBytes(4).toString('hex')}`;
      const envelope = recipients.map((address) => `X-Envelope-To: ${address.replace(/[\r\n]/g, '')}\r\n`).join('');
      await writeFile(join(folder, `${id}.part`), Buffer.concat([Buffer.from(envelope), eml]));
      await rename(join(folder, `${id}.part`), join(folder, `${id}.eml`));
    },
    async list(limit, recipient) {
      const letters: Letter[] = [];
      for (const id of (await ids()).sort().reverse()) {
        if (letters.length >= limit) break;
        const found = await find(id);
        if (found && (recipient === undefined || found.to.includes(recipient))) letters.push(found);
      }
      return letters;
    },
  };
}

async function letter(id: string, eml: Buffer): Promise<Letter> {
  const parsed: Email = await PostalMime.parse(eml, { attachmentEncoding: 'arraybuffer' });
  const envelope = parsed.headers.filter(({ key }) => key === 'x-envelope-to').map(({ value }) => value);
  return {
    id,
    from: written(parsed.from),
    to: envelope,
    subject: parsed.subject ?? '',
    receivedAt: new Date(Number(id.slice(0, 15))).toISOString(),
    text: parsed.text ?? parsed.html ?? '',
    attachments: parsed.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'unnamed',
      type: mimeType,
      content: Buffer.from(content as ArrayBuffer),
    })),
  };
}

const written = (address: Address | undefined): string =>
  address?.address === undefined ? '' : address.name ? `${address.name} <${address.address}>` : address.address;
