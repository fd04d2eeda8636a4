import { z } from 'zod';

/** Settings by which every process is watched; part of its environment. */
export const WATCH_ENVIRONMENT = {
  ZAKUP_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  ZAKUP_METRICS_HOST: z.string().default('127.0.0.1'),
  ZAKUP_METRICS_TOKEN: z.string().min(16).optional(),
  ZAKUP_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
};

/** Where a process answers its operators. */
export interface WatchSettings {
  /** Absent: `/metrics` is not served. 0: any free port. */
  port?: number;
  host: string;
  /** Asked of whoever reads `/metrics`, as `Authorization: Bearer …`; needed on an address that is not the machine's own. */
  token?: string;
}

const OWN = new Set(['127.0.0.1', '::1', 'localhost']);

/** @throws Error when metrics would be open to other machines without a token */
export function watchSettings(e: {
  ZAKUP_METRICS_PORT?: number | undefined;
  ZAKUP_METRICS_HOST: string;
  ZAKUP_METRICS_TOKEN?: string | undefined;
}): WatchSettings {
  const { ZAKUP_METRICS_PORT: port, ZAKUP_METRICS_HOST: host, ZAKUP_METRICS_TOKEN: token } = e;
  if (port !== undefined && !OWN.has(host) && token === undefined)
    throw new Error(`Settings: ZAKUP_METRICS_HOST=${host} needs ZAKUP_METRICS_TOKEN, at least 16 characters`);
  return { port, host, token };
}
