import type { ActionTable } from '../../actions.ts';
import type { ProcurementFact } from '../facts.ts';
import type { ProcurementFile } from '../file.ts';
import { rolesOf } from '../roles.ts';
import { cancel, refuseProcurement } from './cancellation.ts';
import {
  closeApplications,
  declineParticipation,
  openApplication,
  openApplicationsByHand,
  startTakingApplications,
  submitApplication,
  withdrawApplication,
} from './applications.ts';
import { recallVote, saveConsideration, vote } from './consideration.ts';
import { downloadAll } from './documents.ts';
import { declareKeyLost } from './key-loss.ts';
import { changeCreator, changeRepresentative } from './people.ts';
import { publish } from './publication.ts';
import { closeQuotations, openAndCompare, startTakingQuotations, submitQuotation, withdrawQuotation } from './quotations.ts';
import {
  formResultsProtocol,
  presentProtocol,
  publishProtocol,
  publishResultsProtocol,
  signResultsProtocol,
} from './results-protocol.ts';
import { noteSingleSource } from './single-source.ts';
import { resume, suspend } from './suspension.ts';

/** The table: what anyone may do in a procurement. Menu, route, workflow, tests and documentation read it. */
export const procurementActions: ActionTable<ProcurementFile, ProcurementFact> = {
  rolesOf,
  methodOf: (file) => file.method,
  suspension: suspend.source,
  rows: [
    publish,
    startTakingQuotations,
    submitQuotation,
    withdrawQuotation,
    closeQuotations,
    openAndCompare,
    startTakingApplications,
    submitApplication,
    withdrawApplication,
    declineParticipation,
    openApplicationsByHand,
    closeApplications,
    openApplication,
    saveConsideration,
    vote,
    recallVote,
    formResultsProtocol,
    presentProtocol,
    signResultsProtocol,
    publishResultsProtocol,
    publishProtocol,
    noteSingleSource,
    suspend,
    resume,
    cancel,
    refuseProcurement,
    changeRepresentative,
    changeCreator,
    declareKeyLost,
    downloadAll,
  ],
};
