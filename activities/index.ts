import { loadCase } from '../db/cases.ts';
import type { Step } from '../domain/case.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import { receivedAmong } from '../db/receive.ts';
import { recordStep } from '../db/record.ts';
import { consult, type ConsultRequest } from '../db/consult.ts';
import { protocolSubject } from '../db/print-queue.ts';
import { formCopies } from './form-copies.ts';
import { formProtocol, type Forming } from './form-protocol.ts';
import { giveWayToOpenings } from './give-way.ts';
import { judgeProtocolSignature, type Judging } from './judge-protocol-signature.ts';
import { startSingleSources, type Starting } from './start-single-sources.ts';
import { notingFailures } from './noting-failures.ts';

/** What a case has printed: two at a time, and windows that have just ended are opened first. */
export const createPrintingActivities = (world: Forming) => ({
  formCopies: async (caseId: string) => {
    await giveWayToOpenings(world.db, world.ending);
    return formCopies(world, caseId);
  },
  formProtocol: async (due: Parameters<typeof formProtocol>[1]) => {
    await giveWayToOpenings(world.db, world.ending);
    return notingFailures(world.db, { subject: protocolSubject(due), caseId: due.caseId }, () => formProtocol(world, due));
  },
});

/** What a case may ask of the world; every activity is safe to repeat. Printing asked for before it had a queue of its own is done too. */
export const createCaseActivities = (world: Forming & Judging & Starting) => ({
  ...createPrintingActivities(world),
  recordStep: (step: Step<ProcurementFact>) => recordStep(world.db, step),
  consult: (request: ConsultRequest) => consult(world.db, request),
  loadFile: (caseId: string) => loadCase(world.db.pool, caseId),
  receivedAmong: (of: { caseId: string; commandIds: string[] }) => receivedAmong(world.db.pool, of),
  judgeProtocolSignature: (request: Parameters<typeof judgeProtocolSignature>[1]) => judgeProtocolSignature(world, request),
  startSingleSources: (caseId: string) => startSingleSources(world, caseId),
});

export type PrintingActivities = ReturnType<typeof createPrintingActivities>;
export type CaseActivities = ReturnType<typeof createCaseActivities>;
