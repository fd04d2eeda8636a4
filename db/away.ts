/**
 * Errors by which something outside the process says that it is away or full, not that a program is wrong. PostgreSQL by SQLSTATE
 * (appendix A of its manual): class 08 connection, 53 resources, 57P01–57P03 shutting down and starting up, 55P03 and 57014 locks
 * and statements that took too long. Node by name: connections, and storage without room.
 */
const SQLSTATES = /^(08...|53...|57P0[1-5]|55P03|57014)$/;
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
]);
/** The driver gives these no code. */
const SENTENCES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
];

/** True when the database or the file store is away or full: the same request may succeed later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (SQLSTATES.test(code) || SYSTEM.has(code) || SENTENCES.some((sentence) => error.message.startsWith(sentence))) return true;
  const within = error instanceof AggregateError ? (error.errors as unknown[]) : [error.cause];
  return within.some(isAway);
}
