import type { Chance } from './chance.ts';
import type { Sent } from './client.ts';
import { type Attached, type Encoded, json, multipart, spoilt, urlencoded } from './encoding.ts';
import { anything, text } from './rubbish.ts';
import { valueOf } from './schema.ts';
import type { Target } from './targets.ts';

/** Names that readers of forms trip over, and those that fields of this portal have. */
const NAMES = [
  '__proto__',
  'constructor',
  'then',
  'seen',
  'lots',
  'chosen',
  'file',
  'of',
  'back',
  'q',
  'commandId',
  '',
  'a[b][c]',
];
const FILES = ['%PDF-1.7', 'PK\u0003\u0004', '<svg onload=alert(1)>', '', '\u0000'];

/** What a page leaves for its script to fill in: base64 that is no signature. */
const SCRIPTED: Record<string, string> = { signature: 'AAAA' };

const anId = (chance: Chance): string => `10000000-0000-4000-8000-${String(chance.below(1e9)).padStart(12, '0')}`;

function fieldsOf({ fields }: Target, chance: Chance): [string, string][] {
  const sent: [string, string][] = [];
  const spoil = chance.oneOf([0.05, 0.2, 0.6]);
  for (const [name, values] of fields) {
    if (name === '_csrf' || chance.happens(0.08)) continue;
    // An id that was used before would end the request at its reception.
    const valid = /^command(?:Id|-.*)?$/.test(name)
      ? [anId(chance)]
      : [...values, SCRIPTED[name] ?? ''].filter((value) => value !== '');
    const value = chance.happens(spoil) || valid.length === 0 ? text(chance) : chance.oneOf(valid);
    sent.push([name, value]);
    if (chance.happens(0.08)) sent.push([name, text(chance)]);
  }
  if (fields.size === 0 || chance.happens(0.15)) sent.push([chance.oneOf([...NAMES, text(chance)]), text(chance)]);
  return sent;
}

function attachedTo(fields: [string, string][], chance: Chance): Attached[] {
  return Array.from({ length: chance.below(3) }, () => ({
    field: chance.oneOf(['file', 'scan', 'order-file', ...fields.map(([name]) => name)]),
    name: text(chance),
    type: chance.oneOf(['application/pdf', 'text/html', 'image/svg+xml', text(chance).replace(/[^\w/]/g, '')]),
    bytes: Buffer.from(chance.oneOf(FILES)),
  }));
}

function bodyOf(target: Target, chance: Chance): Encoded {
  const { schema } = target;
  if (schema && chance.happens(0.7)) return json(valueOf(schema, chance, chance.oneOf([0, 0.05, 0.3])));
  const fields = fieldsOf(target, chance);
  if (chance.happens(0.15))
    return json(chance.happens(0.5) ? Object.fromEntries(fields.map(([name]) => [name, anything(chance)])) : anything(chance));
  return target.multipart || chance.happens(0.1) ? multipart(fields, attachedTo(fields, chance)) : urlencoded(fields);
}

const query = (target: Target, chance: Chance): string => {
  const offered = [...target.parameters].filter(() => chance.happens(0.4));
  const given = offered.map(([name, values]): [string, string] => [
    name,
    chance.happens(0.5) ? text(chance) : chance.oneOf(values),
  ]);
  if (given.length === 0 || chance.happens(0.3))
    given.push([chance.oneOf([...NAMES, ...target.parameters.keys()]), text(chance)]);
  if (chance.happens(0.1)) given.push(...given);
  const encoded = given.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
  return chance.happens(0.05) ? `${encoded}&%zz=%` : encoded;
};

/** Percent-encoded; what UTF-8 has no bytes for goes as the bytes that old programs would send. */
const escaped = (value: string): string => encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')).slice(0, 6_000);

/** The address with one part of it replaced, now and then. */
function pathOf({ path, route }: Target, chance: Chance): string {
  if (route.parameters.length === 0 || !chance.happens(0.15)) return path;
  const parts = path.split('/');
  parts[1 + chance.below(parts.length - 1)] = chance.happens(0.2)
    ? chance.oneOf(['%zz', '%00', '%ff', '%ed%a0%80', '..%2f', '%c0%ae'])
    : escaped(text(chance));
  return parts.join('/');
}

/** One request of rubbish for this target. */
export function rubbishFor(target: Target, chance: Chance): Sent {
  const { route } = target;
  const { method } = route;
  const path = pathOf(target, chance);
  const headers: Record<string, string> = {};
  if (chance.happens(0.2)) headers['accept'] = chance.oneOf(['application/json', '*/*', 'text/html;q=x', ',,,']);
  if (chance.happens(0.2)) headers['accept-language'] = chance.oneOf(['kk', 'en', 'xx-YY;q=9', '*', 'kk;q=a']);
  if (chance.happens(0.2)) headers['idempotency-key'] = chance.oneOf(['10000000-0000-4000-8000-00000000000a', 'x', '__proto__']);
  if (chance.happens(0.1)) headers['hx-request'] = 'true';
  if (route.pattern.startsWith('/api/') && chance.happens(0.05))
    headers['authorization'] = `Bearer ${escaped(text(chance)).slice(0, 300)}`;
  if (chance.happens(0.1)) headers['referer'] = chance.oneOf(['http://evil.example/x', 'not an address', '//']);
  if (method === 'GET' || method === 'HEAD') return { method, path: `${path}?${query(target, chance)}`, headers };
  const made = bodyOf(target, chance);
  const { headers: own, body } = chance.happens(0.15) ? spoilt(made, chance) : made;
  if (!headers['idempotency-key'] && route.pattern.startsWith('/api/')) headers['idempotency-key'] = anId(chance);
  return { method, path, headers: { ...headers, ...own, 'content-length': String(Buffer.byteLength(body)) }, body };
}
