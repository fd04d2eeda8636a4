import { type Derivations, together } from '../../derivation.ts';
import { cite, S1 } from '../../regulation.ts';
import type { CommonPayload, ResultsLot, ResultsPayload } from '../documents.ts';
import { windowDeadlines } from '../windows.ts';
import { asPublished, asReceived, each, headerDerivations, type Made, recorded, versionOf } from './payload.ts';

type Stated = Omit<ResultsPayload, 'derivations'>;
type Derive = (made: Made, stated: Stated) => Derivations;

const PLANNED = ['number', 'name', 'catalogueCode', 'quantity', 'unit', 'unitPrice', 'amount', 'customer'] as const;
const LINE = ['order', 'supplier', 'total', 'receivedAt', 'unitPrice', 'dumpingAmount'] as const;

/** A lot by its index in the payload: what its decision recorded, under the places where the protocol states it. */
function decided(made: Made, lot: ResultsLot, index: number): Derivations {
  const [at, of] = [`/lots/${index}`, `lots/${lot.number}`];
  const rejected = lot.rejected.map((line, place) => [`${at}/rejected/${place}`, `${of}/rejected/${line.order}`]);
  return recorded(made, {
    [`${at}/amount`]: `${of}/amount`,
    ...(Object.fromEntries(rejected) as Record<string, string>),
    [`${at}/decision`]: `${of}/decision`,
    [`${at}/decision/contractAmount`]: `${of}/price`,
    [`${at}/decision/saving`]: `${of}/saving`,
    [`${at}/decision/singleSource`]: `${of}/single-source`,
  });
}

const lots: Derive = (made, stated) => ({
  ...each('lots/*', PLANNED, (field) => asPublished(made, field)),
  '/lots/*/quotations': asReceived(made, 'lots/*/quotations'),
  '/lots/*/rejected': asReceived(made, 'lots/*/rejected'),
  ...each('lots/*/rejected/*', LINE, (field) => asReceived(made, field)),
  '/lots/*/decision/customer': asPublished(made, 'lots/*/customer'),
  ...together(stated.lots.map((lot, index) => decided(made, lot, index))),
});

const RESULTS = {
  form: (made) => recorded(made, { '/form': versionOf(made) }),
  replaces: (made) => recorded(made, { '/replaces': versionOf(made) }),
  changeReason: (made) => recorded(made, { '/changeReason': versionOf(made) }),
  singleSource: (made, { singleSource }) =>
    singleSource
      ? {
          '/singleSource': asPublished(made, 'origin'),
          ...recorded(made, { '/singleSource/opening': 'opening', '/singleSource/review': 'consideration' }),
        }
      : {},
  lots,
  unreadable: (made, stated) => ({
    '/unreadable': asReceived(made, 'unreadable'),
    ...recorded(
      made,
      Object.fromEntries(stated.unreadable.map(({ order }, index) => [`/unreadable/${index}/reason`, `quotations/${order}`])),
    ),
  }),
  acts: (made, stated) => ({
    '/acts': { rule: 'recorded-act', article: cite(S1('1.3.3')), inputs: {}, steps: [] },
    ...recorded(made, Object.fromEntries(stated.acts.map((_act, index) => [`/acts/${index}`, `acts/${index}`]))),
  }),
  changes: ({ protocol }) => ({
    '/changes': {
      rule: 'differs-from-earlier-version',
      article: cite(S1('1.4.17')),
      inputs: { version: protocol.version },
      steps: [],
    },
  }),
} satisfies Record<Exclude<keyof Stated, keyof CommonPayload>, Derive>;

/** Derivations of every field that ПИ-ЗЦП and ПИ-ИОИ state, by JSON pointer with `*` for any index; a field without one does not compile. */
export const resultsDerivations = (made: Made, stated: Stated): Derivations => ({
  ...headerDerivations(made, windowDeadlines(made.file.method)),
  ...together(Object.values(RESULTS).map((derive: Derive) => derive(made, stated))),
});
