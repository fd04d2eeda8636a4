/** Kinds of processes that operators run. */
export type ProcessKind = 'web' | 'worker' | 'opener';
