import { availableActions, checkAction, type Checked } from '../../domain/actions.ts';
import { dateOf, instantOf } from '../../domain/calendar.ts';
import type { Actor } from '../../domain/parties.ts';
import { PORTAL } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { Consulted } from '../../domain/procurement/consulted.ts';
import { evolve } from '../../domain/procurement/evolve.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ActOfAuthority, IntakeKeys, OpenedQuotation, ProcurementFile, Restriction } from '../../domain/procurement/file.ts';
import { documentInstant } from '../../domain/procurement/documents.ts';
import { actors, type LotWish, someDraft, suppliers } from './people-and-lots.ts';
import { kazakhCalendar } from './seeds.ts';

export { actors, suppliers } from './people-and-lots.ts';

export const calendar = kazakhCalendar();

/** Instant of a date and time of day in Kazakhstan, ms: `at('2026-03-20', '09:00')`. */
export const at = (date: string, time: string): number => instantOf(calendar, date, time);

const HEX = '0123456789abcdef';
const KEY = (name: string) => ({ key: `${name}-1`, publicKey: Buffer.from(name).toString('base64') });
const KEYS: IntakeKeys = {
  windowId: 'f2ab0f2c-9a38-4a53-8f19-5f0f6f1d7c11',
  generation: 1,
  price: KEY('price'),
  documents: KEY('documents'),
};
export const PROTOCOL = {
  documentId: '3b4dfa1e-52a5-4ea8-9d3a-7a1f4bb8b2aa',
  sha256: HEX.repeat(4),
  payloadSha256: HEX.repeat(4),
};

/** Look-ups that find nothing against anyone; the candidate and what was opened are named by the test. */
export const nothingFound: Consulted = {
  calendar,
  takenPlanItems: [],
  intakeKeys: KEYS,
  nextIntakeKeys: { ...KEYS, windowId: '6e2d8f0a-6b1c-4a57-9c1e-2f7f3d1b5a90', generation: 2, price: KEY('price-again') },
  lotsInUse: {},
  candidate: null,
  creatorBlocked: false,
  keyReleased: false,
  opened: { quotations: [], restrictions: [] },
  applicationIn: false,
  openedApplication: { application: null, restrictions: [] },
  protocolSignature: { ok: false, reason: 'eds-malformed' },
};

export interface Attempt {
  by: Actor;
  at: number;
  input?: unknown;
  consulted?: Partial<Consulted>;
}

/** Asks the guard; nothing changes. */
export const attempt = (
  file: ProcurementFile,
  action: string,
  { by, at, input = {}, consulted = {} }: Attempt,
): Checked<ProcurementFile, ProcurementFact> =>
  checkAction(procurementActions, file, { action, actor: by, receivedAt: at, input }, { ...nothingFound, ...consulted });

/** Facts of an action that must be possible. */
export function factsOf(file: ProcurementFile, action: string, how: Attempt): ProcurementFact[] {
  const checked = attempt(file, action, how);
  if (!checked.ok) throw new Error(`${action} is refused: ${checked.refusal.code} ${JSON.stringify(checked.refusal.facts)}`);
  return checked.row.decide(checked.occasion);
}

/** A decision of an authority with every required field (S1 §1.3.3). */
export const anAct = (changes: Partial<ActOfAuthority> = {}): ActOfAuthority => ({
  number: '7119-26-00-2э/184',
  date: '2026-02-02',
  kind: 'ruling',
  bodyKind: 'court',
  body: 'Специализированный межрайонный экономический суд города Астаны',
  scan: { documentId: '6f7f8c0a-43c7-4b62-a80a-3c1c7a3f5a10', sha256: HEX.repeat(4), name: 'определение.pdf' },
  ...changes,
});

/** Supplier by place in the seeds (1–15), price per lot number, instant of receipt in ms. */
export interface QuotationWish {
  supplier?: number;
  prices?: Record<string, string>;
  at?: number;
  unreadable?: string;
}

/** A quotation as the opening gives it; `order` is set by `opened` from the order of the list. */
export function aQuotation({
  supplier = 1,
  prices = {},
  at: received = at('2026-02-04', '10:00'),
  unreadable,
}: QuotationWish = {}): OpenedQuotation {
  const { bin, name } = suppliers(supplier);
  return {
    order: supplier,
    supplier: { bin, name },
    receivedAt: documentInstant(received),
    receipt: `1000007-${String(supplier).padStart(4, '0')}`,
    prices: Object.entries(prices).map(([lot, price]) => ({ lot, price })),
    ...(unreadable ? { unreadable } : {}),
  };
}

/** Supplier (1–15) stands in a register of restrictions, checked at the opening. */
export const aRestriction = (supplier: number): Restriction => ({
  supplier: suppliers(supplier).bin,
  article: '7',
  subParagraph: '3',
  ground: { kk: 'жосықсыз қатысушылар тізілімінде тұр', ru: 'состоит в реестре недобросовестных участников' },
  register: { kk: 'Жосықсыз қатысушылар тізілімі', ru: 'Реестр недобросовестных участников' },
  entry: '2025-118',
  checkedAt: at('2026-02-11', '18:00'),
});

/**
 * A procurement in any state, built only by commands of the table and the folding of their facts. Immutable. What every method has;
 * how a method gets from one state to the next is told by its own builder.
 */
export abstract class ProcurementInTest {
  readonly file: ProcurementFile;
  /** By how much everything happens earlier than told here, ms: under a sheet of another year. */
  protected readonly earlier: number;

  constructor(file: ProcurementFile, earlier = 0) {
    this.file = file;
    this.earlier = earlier;
  }

  protected at(date: string, time: string): number {
    return at(date, time) - this.earlier;
  }

  protected act(changes: Partial<ActOfAuthority>): ActOfAuthority {
    return anAct({ date: dateOf(calendar, this.at('2026-02-02', '12:00')), ...changes });
  }

  protected abstract with(file: ProcurementFile): this;

  /** Offers are taken. */
  abstract taking(): this;
  /** Формирование протокола итогов: the results stand, their protocol is not published. */
  abstract forming(): this;
  /** Завершено. */
  abstract completed(): this;

  /** Folds facts into the file as they are. */
  after(...facts: ProcurementFact[]): this {
    return this.with({ ...facts.reduce(evolve, this.file), seq: this.file.seq + 1 });
  }

  /** Performs an action that must be possible. */
  do(action: string, how: Attempt): this {
    return this.after(...factsOf(this.file, action, how));
  }

  /** Changes the draft. */
  draft(changes: Partial<ProcurementFile>): this {
    return this.with({ ...this.file, ...changes });
  }

  /** The protocol that is due is published under the portal's seal. */
  protocolPublished(on: number = this.at('2026-02-11', '18:01')): this {
    const due = this.file.protocols.find((protocol) => protocol.state === 'due');
    const input = { type: 'results', version: due?.version ?? 0, ...PROTOCOL };
    return this.do('publish-protocol', { by: PORTAL, at: on, input });
  }

  suspended(on: number, act: Partial<ActOfAuthority> = {}): this {
    return this.do('suspend', { by: actors.creator, at: on, input: { act: this.act(act) } });
  }

  resumed(on: number, act: Partial<ActOfAuthority> = {}): this {
    return this.do('resume', { by: actors.creator, at: on, input: { act: this.act(act) } });
  }

  /** By the act of an authority; every lot unless named. */
  cancelled({ lots, on, act = {} }: { lots?: string[]; on?: number; act?: Partial<ActOfAuthority> } = {}): this {
    return this.do('cancel', {
      by: actors.creator,
      at: on ?? this.at('2026-02-02', '15:00'),
      input: { lots: lots ?? this.liveLots(), act: this.act(act) },
    });
  }

  /** By the customer whose lots these are. */
  refused({ lots, on, ground = 'потребность отпала' }: { lots: string[]; on?: number; ground?: string }): this {
    const lot = this.file.lots.find((each) => each.number === lots[0]);
    const by = { ...actors.customer, bin: lot?.customer ?? actors.customer.bin };
    return this.do('refuse', { by, at: on ?? this.at('2026-02-02', '15:00'), input: { lots, ground } });
  }

  protected deadline(key: string): number {
    const found = this.file.deadlines.find((each) => each.key === key);
    if (!found) throw new Error(`no deadline ${key}`);
    return found.at;
  }

  protected liveLots(): string[] {
    return this.file.lots.filter((lot) => lot.status !== 'cancelled' && lot.status !== 'refused').map((lot) => lot.number);
  }
}

/**
 * Request for price quotations in any state, built only by commands of the table and the folding of their facts. Immutable.
 * Unless told otherwise: published Monday 2 February 2026 at 10:00, quotations from 3 February 9:00 to 11 February 18:00.
 */
export class RequestForQuotations extends ProcurementInTest {
  protected with(file: ProcurementFile): this {
    return new RequestForQuotations(file, this.earlier) as this;
  }

  taking(): this {
    return this.takingQuotations() as this;
  }

  forming(): this {
    return this.decided() as this;
  }

  lots(wish: number | LotWish[]): RequestForQuotations {
    return new RequestForQuotations(
      someDraft(typeof wish === 'number' ? Array.from({ length: wish }, () => ({})) : wish, this.file.window),
      this.earlier,
    );
  }

  published({ opensAt, closesAt, on }: { opensAt?: number; closesAt?: number; on?: number } = {}): RequestForQuotations {
    const window = {
      opensAt: opensAt ?? this.at('2026-02-03', '09:00'),
      closesAt: closesAt ?? this.at('2026-02-11', '18:00'),
    };
    return this.draft({ window }).do('publish', {
      by: actors.creator,
      at: on ?? Math.min(this.at('2026-02-02', '10:00'), window.opensAt),
    });
  }

  takingQuotations(): RequestForQuotations {
    const before = this.file.status === 'draft' ? this.published() : this;
    return before.do('start-taking-quotations', { by: PORTAL, at: before.deadline('quotations-start') });
  }

  /** Window closed, nothing opened yet. */
  closed(): RequestForQuotations {
    const before = this.file.status === 'taking-quotations' ? this : this.takingQuotations();
    return before.do('close-quotations', { by: PORTAL, at: before.deadline('quotations-end') });
  }

  /** Opened, compared and decided; the results protocol is due. Without a list: two quotations, suppliers 1 and 2, for every lot. */
  decided(quotations?: OpenedQuotation[], restrictions: Restriction[] = []): RequestForQuotations {
    const before = this.file.status === 'forming-results-protocol' ? this : this.closed();
    const opened = (quotations ?? before.twoQuotations()).map((each, index) => ({ ...each, order: index + 1 }));
    return before.do('open-and-compare', {
      by: PORTAL,
      at: this.at('2026-02-11', '18:00:05'),
      consulted: { opened: { quotations: opened, restrictions } },
    });
  }

  completed(quotations?: OpenedQuotation[], restrictions: Restriction[] = []): this {
    return this.decided(quotations, restrictions).protocolPublished() as this;
  }

  private twoQuotations(): OpenedQuotation[] {
    const prices = (share: number) =>
      Object.fromEntries(this.file.lots.map((lot) => [lot.number, `${Math.floor((Number(lot.amount) * share) / 100)}.00`]));
    const received = this.at('2026-02-04', '10:00');
    return [
      aQuotation({ supplier: 1, prices: prices(90), at: received }),
      aQuotation({ supplier: 2, prices: prices(80), at: received }),
    ];
  }
}

/** A complete draft with one lot; see {@link RequestForQuotations}. `earlier` in ms. */
export const aRequestForQuotations = (earlier = 0): RequestForQuotations =>
  new RequestForQuotations(
    someDraft([{}], { opensAt: at('2026-02-03', '09:00') - earlier, closesAt: at('2026-02-11', '18:00') - earlier }),
    earlier,
  );

/** Names of the actions that an actor may take now, in the order of the table. */
export const menuOf = (file: ProcurementFile, actor: Actor): string[] =>
  availableActions(procurementActions, file, actor).map((row) => row.name);
