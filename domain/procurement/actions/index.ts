import type { ActionTable } from '../../actions.ts';
import type { ProcurementFact } from '../facts.ts';
import type { ProcurementFile } from '../file.ts';
import { rolesOf } from '../roles.ts';
import { cancel, refuseProcurement } from './cancellation.ts';
import { downloadAll } from './documents.ts';
import { declareKeyLost } from './key-loss.ts';
import { changeCreator, changeRepresentative } from './people.ts';
import { publish } from './publication.ts';
import {
  closeQuotations,
  openAndCompare,
  publishProtocol,
  startTakingQuotations,
  submitQuotation,
  withdrawQuotation,
} from './quotations.ts';
import { resume, suspend } from './suspension.ts';

/** The table: what anyone may do in a procurement. Menu, route, workflow, tests and documentation read it. */
export const procurementActions: ActionTable<ProcurementFile, ProcurementFact> = {
  rolesOf,
  rows: [
    publish,
    startTakingQuotations,
    submitQuotation,
    withdrawQuotation,
    closeQuotations,
    openAndCompare,
    publishProtocol,
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
