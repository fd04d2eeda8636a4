import { legalNow } from '../db/clock.ts';
import { dateOf } from '../domain/calendar.ts';
import type { ActOfAuthority } from '../domain/procurement/file.ts';
import { fileCalled } from './announcements.ts';
import { smallPdf, storePaper } from './papers.ts';
import type { Portal } from './portal.ts';

/** One act to be sent: a court suspends a procurement, the next one lets it go on. */
export interface Act {
  number: string;
  action: 'suspend' | 'resume';
  input: { act: ActOfAuthority };
}

/** Acts in turn on published announcements; each caller goes round its own, so that no two meet at one case. */
export async function actsOn(portal: Portal, numbers: string[]): Promise<{ next(caller: number, callers: number): Act }> {
  const scans = new Map<string, ActOfAuthority['scan']>();
  for (const number of numbers) scans.set(number, await storeScan(portal, number));
  const date = dateOf(portal.calendar, (await legalNow(portal.services.db.pool)).ms);
  const suspended = new Set<string>();
  const turns = new Map<number, number>();
  return {
    next(caller, callers) {
      const turn = turns.get(caller) ?? 0;
      turns.set(caller, turn + 1);
      const own = Math.max(1, Math.floor(numbers.length / callers));
      const number = numbers[(caller + callers * (turn % own)) % numbers.length]!;
      const action = suspended.delete(number) ? 'resume' : 'suspend';
      if (action === 'suspend') suspended.add(number);
      const act: ActOfAuthority = {
        ...{ number: '7119-26-00-2/418', date, kind: 'ruling', bodyKind: 'court', scan: scans.get(number)! },
        body: 'Специализированный межрайонный экономический суд города Астаны',
      };
      return { number, action, input: { act } };
    },
  };
}

/** The scan of an act, stored for the case as an upload of its creator. */
async function storeScan(portal: Portal, number: string): Promise<ActOfAuthority['scan']> {
  const { db, files } = portal.services;
  const { id: caseId } = await fileCalled(portal, number);
  const paper = { kind: 'act-scan', name: `${number}.pdf` };
  const { id, sha256, name } = await storePaper({ tx: db.pool, files }, { caseId, paper, bytes: smallPdf(number) });
  return { documentId: id, sha256, name };
}
