import type { Text } from '../../../parties.ts';
import { CONTRACT_KINDS } from '../../documents/annexes.ts';
import { customersOf, type ContractForm, type DraftBody } from '../body.ts';
import { textValues, typed, typedText, type Typed } from './typed.ts';

const TEXTS = ['region', 'subject', 'paymentTerms', 'term', 'basis'] as const satisfies readonly (keyof ContractForm)[];

/** Empty places offered for further clauses («Добавить пункт»). */
const SPARE_CLAUSES = 1;

/** How many clauses the form shows: those written and room for one more. */
export const clausePlaces = ({ contract }: DraftBody): number => contract.clauses.length + SPARE_CLAUSES;

/** Form of the draft contract in both languages (S1 §1.3.1.3). */
export function contractValues(body: DraftBody): Typed {
  const { contract } = body;
  const { kind, expenditureCode, securityPercent, warrantyMonths, signatories, clauses } = contract;
  return Object.assign(
    { kind: kind ?? '', expenditureCode, securityPercent, warrantyMonths },
    ...TEXTS.map((name) => textValues(name, contract[name])),
    ...customersOf(body).map((bin) => ({ [`signatory-${bin}`]: signatories[bin] ?? '' })),
    ...clauses.map((clause, index) => textValues(`clause-${index + 1}`, clause)),
  ) as Typed;
}

function clausesFrom(values: Typed): Text[] {
  const numbers = Object.keys(values).flatMap((name) => /^clause-(\d{1,3})-(?:kk|ru)$/.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))]
    .sort((a, b) => a - b)
    .map((number) => typedText(values, `clause-${number}`))
    .filter((clause) => clause.kk || clause.ru);
}

export function withContract(body: DraftBody, values: Typed): DraftBody {
  const fits = CONTRACT_KINDS.filter((kind) =>
    body.head.subjectKind === 'works' ? kind.startsWith('works') : kind === body.head.subjectKind,
  );
  return {
    ...body,
    contract: {
      kind: fits.find((kind) => kind === typed(values, 'kind')) ?? (fits.length === 1 ? fits[0]! : null),
      region: typedText(values, 'region'),
      subject: typedText(values, 'subject'),
      paymentTerms: typedText(values, 'paymentTerms'),
      term: typedText(values, 'term'),
      basis: typedText(values, 'basis'),
      expenditureCode: typed(values, 'expenditureCode'),
      securityPercent: typed(values, 'securityPercent'),
      warrantyMonths: typed(values, 'warrantyMonths'),
      signatories: Object.fromEntries(customersOf(body).map((bin) => [bin, typed(values, `signatory-${bin}`)])),
      clauses: clausesFrom(values),
    },
  };
}
