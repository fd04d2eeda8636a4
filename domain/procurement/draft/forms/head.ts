import { METHODS, SUBJECT_KINDS } from '../../file.ts';
import type { DraftBody, DraftHead } from '../body.ts';
import { isTicked, textValues, typed, typedText, type Typed } from './typed.ts';

const oneOf = <T extends string>(value: string, of: readonly T[]): T | undefined => of.find((each) => each === value);

export const PURCHASE_TYPES = ['first', 'repeat'] as const;

/** The head as typed (S1 §1.3.1.1). What is chosen from a list falls back to the first value of the list. */
export const headFrom = (values: Typed): DraftHead => ({
  method: oneOf(typed(values, 'method'), METHODS) ?? METHODS[0],
  purchaseType: oneOf(typed(values, 'purchaseType'), PURCHASE_TYPES) ?? 'first',
  subjectKind: oneOf(typed(values, 'subjectKind'), SUBJECT_KINDS) ?? SUBJECT_KINDS[0],
  name: typedText(values, 'name'),
  disability: isTicked(values, 'disability'),
  // Only for organizations of the single-organizer register, which the portal does not keep (S1 §1.3.1.1).
  singleOrganizer: false,
});

/** Languages in which the name is missing: without it there is nothing to save. */
export const unnamedIn = ({ name }: DraftHead): ('kk' | 'ru')[] => (['kk', 'ru'] as const).filter((each) => !name[each]);

export const headValues = ({ head }: DraftBody): Typed => ({
  method: head.method,
  purchaseType: head.purchaseType,
  subjectKind: head.subjectKind,
  ...textValues('name', head.name),
  ...(head.disability ? { disability: 'yes' } : {}),
});

/** The lots were chosen by method, type, subject kind and flag: with lots in the draft these stay as they are. */
export function withHead(body: DraftBody, values: Typed): DraftBody {
  const head = headFrom(values);
  const chosenBy = ({ method, purchaseType, subjectKind, disability }: DraftHead) => ({
    method,
    purchaseType,
    subjectKind,
    disability,
  });
  const kept = body.lots.length > 0 ? { ...head, ...chosenBy(body.head) } : head;
  const { contract } = body;
  const sameName = contract.subject.kk === body.head.name.kk && contract.subject.ru === body.head.name.ru;
  const kind =
    kept.subjectKind === body.head.subjectKind ? contract.kind : kept.subjectKind === 'works' ? null : kept.subjectKind;
  // Until someone writes a subject of the contract it is the name of the announcement.
  return { ...body, head: kept, contract: { ...contract, kind, subject: sameName ? kept.name : contract.subject } };
}
