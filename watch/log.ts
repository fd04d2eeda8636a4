import { pino, type Logger } from 'pino';
import type { ProcessKind } from './process-kind.ts';

export type { Logger } from 'pino';

/** Values under these names never reach the log, wherever they stand. */
const SECRET = ['password', 'signature', 'envelope', '_csrf', 'cookie', 'authorization', 'passwordHash', 'password_hash'];

/**
 * Lines of JSON that carry the kind of process. Lines about a command carry `command`, those about a case `case` (announcement
 * number), those about a request `request`; a line about an offer before its opening carries neither case nor person.
 */
export function createLog(process: ProcessKind, level: string): Logger {
  const paths = SECRET.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);
  return pino({ level, base: { process }, redact: { paths, censor: '[hidden]' } });
}
