import { loadTrustStore } from '../trust/verify.ts';
import { verifyLedger } from '../tools/verify/run.ts';
import type { Portal } from './portal.ts';

/** The ledger of everything this run has made, verified while the portal stands beside it. */
export interface Verifying {
  cases: number;
  seconds: number;
  /** Time for 10,000 such cases, s. */
  tenThousand: number;
  findings: number;
}

export async function measureVerifying({ services: { db, files, settings } }: Portal): Promise<Verifying> {
  const { cases, seconds, findings } = await verifyLedger(db, { files, trust: await loadTrustStore(settings.trustDir) });
  return {
    ...{ cases, seconds: Math.round(seconds * 10) / 10, tenThousand: Math.round((seconds / cases) * 10_000) },
    findings: findings.length,
  };
}
