import { derivationOf } from '../../domain/derivation.ts';
import type { ResultsPayload } from '../../domain/procurement/documents.ts';
import type { Explained } from '../components.ts';
import { namedByOrder, why } from '../derivation.ts';
import type { Language } from '../texts/texts.ts';

/** Suppliers by place of receipt, as the protocol names them. */
const whoQuoted = ({ lots, unreadable }: ResultsPayload) =>
  namedByOrder([...lots.flatMap((lot) => [...lot.quotations, ...lot.rejected]), ...unreadable]);

/** «Почему?» of a place in the protocol (JSON pointer), as its payload carries it. */
export function whyStated(payload: ResultsPayload, pointer: string, of: string, language: Language): Explained[] {
  const derivation = derivationOf(payload.derivations, pointer);
  const names = derivation && (derivation.steps.length > 0 || derivation.inputs.quotation !== undefined);
  return why(derivation, of, language, names ? { suppliers: whoQuoted(payload) } : {});
}
