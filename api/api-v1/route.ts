import type { Request } from 'express';
import { z } from 'zod';
import type { Scope } from '../../domain/api-tokens.ts';
import type { Actor, Role } from '../../domain/parties.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { API_OPERATIONS, type ApiOperation, type ApiTag } from '../../templates/texts/api.ts';
import type { Words } from '../../templates/texts/texts.ts';
import type { Services } from '../services.ts';

/** What a route works with: its address and question as their schemas read them. */
export interface Call<Params = unknown, Query = unknown> {
  req: Request;
  services: Services;
  params: Params;
  query: Query;
  /** The `Idempotency-Key` of an act, a UUID; empty elsewhere. */
  commandId: string;
  /** Who asks; null only on routes that are open to everyone. */
  actor: Actor | null;
}

/** Whether an answer may be kept: `public` by everyone, asked again before each use; `never` what is one person's. */
export type Keeping = 'public' | 'never';

export interface Reply {
  status: number;
  body: unknown;
  keeping: Keeping;
  location?: string;
  /** Name of the file when `body` is its bytes: it is handed over as a file, of no type that a browser would show. */
  file?: string;
}

/** A "no" with what the person may do instead. */
export interface Denial {
  refusal: Refusal;
  availableActions?: string[];
  commandId?: string;
}

export type Answer = Reply | Denial;

/** One answer of a route in the document. */
export interface Said {
  description: string;
  schema: z.ZodType;
  /** Media type; JSON unless said. */
  type?: string;
  /** Carries `Location`. */
  located?: boolean;
}

/** One route: the router, the document and the page about the API are made from a list of these. */
export interface ApiRoute {
  /** Name of the operation, as generated clients call it. */
  operation: string;
  words: Words;
  tag: ApiTag;
  method: 'get' | 'post' | 'put' | 'delete';
  /** Path with `{name}` for parameters. */
  path: string;
  access: 'everyone' | Scope;
  /** The role that alone has anything there; whoever has another is told so before a body is read. */
  role?: Role;
  params: z.ZodObject;
  query: z.ZodObject;
  /** JSON body, the file part of a form, or bytes as they are. */
  body?: { type: 'application/json' | 'multipart/form-data' | 'application/octet-stream'; schema: z.ZodType };
  /** Article of the act that the route performs. */
  source?: string;
  /** Needs an `Idempotency-Key`. */
  once: boolean;
  answers: Partial<Record<number, Said>>;
  /** Statuses of refusals beyond those that every route may give. */
  refuses: readonly number[];
  /** Answers conditional reads by entity tag. */
  conditional: boolean;
  serve: (call: Call) => Promise<Answer> | Answer;
}

type Named = { operation: ApiOperation } | { operation: string; words: Words };

type Given<Params extends z.ZodObject, Query extends z.ZodObject> = Omit<
  ApiRoute,
  'params' | 'query' | 'serve' | 'words' | 'once' | 'refuses' | 'conditional' | 'operation'
> & {
  params: Params;
  query: Query;
  once?: boolean;
  refuses?: readonly number[];
  conditional?: boolean;
  serve: (call: Call<z.infer<Params>, z.infer<Query>>) => Promise<Answer> | Answer;
};

const wordsOf = (named: Named): Words => ('words' in named ? named.words : API_OPERATIONS[named.operation]);

/** A row of the list. The one cast of the list lives here, where schemas and function are joined. */
export function route<Params extends z.ZodObject, Query extends z.ZodObject>(given: Given<Params, Query> & Named): ApiRoute {
  return {
    ...given,
    words: wordsOf(given),
    once: given.once ?? false,
    refuses: given.refuses ?? [],
    conditional: given.conditional ?? (given.method === 'get' && given.access === 'everyone'),
    serve: given.serve as ApiRoute['serve'],
  };
}

/** Nothing in the address besides its place, nothing asked. */
export const NOTHING = z.strictObject({});
