import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import { protocolPayload } from '../../domain/procurement/protocol-payload.ts';
import { at } from './builders.ts';
import { type SingleSource, twoLotsTaking } from './single-source.ts';

export { admittedByHand } from './single-source.ts';

/** The invited supplier declined on Friday 13 February 2026 at noon, with a reason (S1 §1.7.3). */
export const declinedOutright = (): SingleSource =>
  twoLotsTaking().declined(at('2026-02-13', '12:00'), 'нет 2 позиций на складе');

/** Neither an application nor a refusal by the end, Tuesday 17 February 2026 at 10:00 (S1 §1.7.3). */
export const leftUnanswered = (): SingleSource => twoLotsTaking().opened(null);

/** What the latest results protocol of a single source states. */
export const statedBy = ({ file }: SingleSource): ResultsPayload =>
  protocolPayload(file, file.protocols.at(-1)!, 'https://zakup.example', null);
