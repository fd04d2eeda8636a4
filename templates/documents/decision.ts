import type { DocumentDecision, ResultsPayload, SingleSource } from '../../domain/procurement/documents.ts';
import { field, type Field, type Fields } from './blocks.ts';
import type { LanguagePart } from './language-part.ts';
import { FAILURE_GROUNDS, NO_SINGLE_SOURCE, OUTCOMES } from './texts/dictionaries.ts';

type Said = Pick<ResultsPayload, 'customers' | 'acts' | 'singleSource'>;

/** Block B12, the decision on a lot, one wording per outcome (spec 17 §3). */
export function decisionFields(part: LanguagePart, payload: Said, decision: DocumentDecision): Fields {
  return {
    heading: part.label('decision'),
    fields: [field(part.label('outcome'), part.text(OUTCOMES[decision.outcome])), ...grounds(part, payload, decision)],
  };
}

function grounds(part: LanguagePart, payload: Said, decision: DocumentDecision): Field[] {
  switch (decision.outcome) {
    case 'held': {
      const supplier = ({ name, bin }: { name: { kk: string; ru: string }; bin: string }): [string, string] => [
        part.text(name),
        `${part.label('bin')}: ${bin}`,
      ];
      const customer = payload.customers.find((each) => each.bin === decision.customer);
      return [
        field(part.label('winner'), ...supplier(decision.winner)),
        // Of one invited supplier there is no second place.
        ...(payload.singleSource ? [] : [secondPlace(part, decision.secondPlace && supplier(decision.secondPlace))]),
        ...(customer ? [field(part.label('contractCustomer'), part.text(customer.name))] : []),
        field(part.label('contractWith'), part.text(decision.winner.name)),
        field(part.label('contractTerm'), part.label('termOfTheLaw')),
        field(part.label('contractAmount'), part.money(decision.contractAmount)),
        field(part.label('saving'), part.money(decision.saving.amount)),
        field(part.label('savingPercent'), part.decimal(decision.saving.percent)),
      ];
    }
    case 'failed':
      // Label and ground in the nominative: no text has to be declined (spec 17 §3 B12).
      return [
        field(part.label('ground'), part.text(FAILURE_GROUNDS[decision.groundCode])),
        whatFollows(part, decision.singleSource),
      ];
    case 'cancelled': {
      const { number, date } = decision.act;
      return [field(part.label('ground'), `${part.label('act')} № ${number}, ${part.date(date)}`)];
    }
    case 'refused': {
      const { law, text, at } = decision.refusal;
      return [
        ...(law ? [field(part.label('lawGround'), part.text(law))] : []),
        field(part.label('statedReason'), text),
        field(part.label('refusedAt'), part.instant(at)),
      ];
    }
  }
}

const secondPlace = (part: LanguagePart, second: [string, string] | null): Field =>
  second ? field(part.label('secondPlace'), ...second) : field(part.label('secondPlace'), part.label('noOne'));

function whatFollows(part: LanguagePart, next: SingleSource | undefined): Field {
  if (!next) return field(part.label('next'), part.label('repeatOrSingleSource'));
  if ('announcement' in next) return field(part.label('singleSource'), `№ ${next.announcement}`);
  return field(part.label('singleSource'), part.label('notCreated'), part.text(NO_SINGLE_SOURCE[next.none]));
}
