import { loadCase } from '../db/cases.ts';
import type { Step } from '../domain/case.ts';
import type { ProcurementFact } from '../domain/procurement/facts.ts';
import { recordStep } from '../db/record.ts';
import { consult, type ConsultRequest } from '../db/consult.ts';
import { formCopies } from './form-copies.ts';
import { formProtocol, type Forming } from './form-protocol.ts';

/** What a case may ask of the world; every activity is safe to repeat. */
export const createCaseActivities = (world: Forming) => ({
  recordStep: (step: Step<ProcurementFact>) => recordStep(world.db, step),
  consult: (request: ConsultRequest) => consult(world.db, request),
  loadFile: (caseId: string) => loadCase(world.db.pool, caseId),
  formCopies: (caseId: string) => formCopies(world, caseId),
  formProtocol: (due: Parameters<typeof formProtocol>[1]) => formProtocol(world, due),
});

export type CaseActivities = ReturnType<typeof createCaseActivities>;
