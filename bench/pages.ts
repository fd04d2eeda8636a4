import { publishMany } from './announcements.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

const LOTS = 50;
const VISITS = 200;

/** Pages of a published procurement with 50 lots, one visit at a time. */
export async function measurePages(portal: Portal): Promise<Record<'overview' | 'lots', Measured>> {
  const window = { opensAt: portal.instant(20, '09:00'), closesAt: portal.instant(30, '18:00') };
  const [number] = await publishMany(portal, { count: 1, lots: LOTS, window });
  const visitor = portal.visitor();
  const visits = async (address: string): Promise<Measured> => {
    const visit = async () => {
      const { status } = await visitor.get(address);
      if (status !== 200) throw new Error(`${address}: ${status}`);
    };
    await measure({ callers: 1, count: 20 }, visit, () => null);
    return measure({ callers: 1, count: VISITS }, visit, () => null);
  };
  return { overview: await visits(`/procurements/${number}`), lots: await visits(`/procurements/${number}/lots`) };
}
