import { dueProtocol, isOver } from '../../domain/procurement/file.ts';
import type { RunningProcurement } from '../procurement.ts';
import { publishDueProtocols } from './publish-protocols.ts';

/** After the results the case lives on: until the contract it may be cancelled or refused, and its protocol re-formed (S1 §1.3.3). */
export async function liveUntilContracted(procurement: RunningProcurement): Promise<void> {
  while (!isOver(procurement.file)) {
    await procurement.serve(() => dueProtocol(procurement.file) !== undefined);
    await publishDueProtocols(procurement);
  }
}
