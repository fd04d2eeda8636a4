import type { Chance } from './chance.ts';
import { anything, text } from './rubbish.ts';

/** The part of JSON Schema that the portal's own schemas use. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** Resolves `#/components/schemas/X` of a document. */
export type Resolve = (ref: string) => Schema;

const FORMATS: Record<string, string> = {
  uuid: '10000000-0000-4000-8000-000000000001',
  date: '2026-11-16',
  'date-time': '2026-11-16T10:00:00Z',
  email: 'a@town.example',
  uri: 'https://zakup.example/',
  base64: 'AAAA',
};

/** Texts of the forms that patterns ask for: base64, numbers of an announcement and a lot, amounts, organizations, digests. */
const FITTING = ['AAAA', '1', '1000001-1', '1000.00', '123456789012', 'ab'.repeat(32), 'specification-1', '2026-11-16'];

const NO_REFS: Resolve = (ref) => {
  throw new Error(`a reference without a document: ${ref}`);
};

/** A value that the schema accepts as far as it says; now and then one it does not. `spoil`: how often a part is wrong, 0–1. */
export function valueOf(schema: Schema, chance: Chance, spoil: number, resolve: Resolve = NO_REFS): unknown {
  if (chance.happens(spoil)) return anything(chance);
  const inner = (of: Schema) => valueOf(of, chance, spoil, resolve);
  if (schema.$ref) return inner(resolve(schema.$ref));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.oneOf(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return inner(chance.oneOf(choices));
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(inner)) as unknown;
  switch ([schema.type].flat()[0]) {
    case 'object':
      return objectOf(schema, chance, inner);
    case 'array':
      return Array.from({ length: chance.below(3) }, () => inner(schema.items ?? {}));
    case 'integer':
    case 'number':
      return chance.oneOf([schema.minimum ?? 0, schema.maximum ?? 1, (schema.minimum ?? 0) - 1, 7]);
    case 'boolean':
      return chance.happens(0.5);
    case 'string':
      return textOf(schema, chance);
    default:
      return anything(chance);
  }
}

function objectOf({ properties = {}, required = [] }: Schema, chance: Chance, inner: (of: Schema) => unknown): object {
  const kept = Object.entries(properties).filter(([name]) => required.includes(name) || chance.happens(0.7));
  const entries: [string, unknown][] = kept.map(([name, of]) => [name, inner(of)]);
  if (chance.happens(0.1)) entries.push([text(chance), anything(chance)]);
  if (chance.happens(0.1)) entries.splice(chance.below(entries.length + 1), 1);
  return Object.fromEntries(entries);
}

function textOf({ format, pattern, minLength = 0, maxLength }: Schema, chance: Chance): string {
  if (format && FORMATS[format]) return FORMATS[format];
  const fitting = pattern && FITTING.find((each) => new RegExp(pattern, 'u').test(each));
  if (fitting && chance.happens(0.8)) return fitting;
  const longest = maxLength ?? 200;
  return chance.oneOf([
    () => text(chance),
    () => 'ә'.repeat(longest),
    () => 'ә'.repeat(longest + 1),
    () => 'x'.repeat(minLength),
  ])();
}
