import type { Refusal } from '../../domain/refusals.ts';
import type { SummaryCard, SummaryRow } from '../components.ts';
import { edsKeyView } from '../eds-key.ts';
import { countdown, date } from '../formats.ts';
import { refusalPanel } from '../refusal-panel.ts';
import { EDS_CHECK, edsMessages } from '../texts/eds.ts';
import { inLanguage, type Language } from '../texts/texts.ts';

/** What a certificate says of its holder. Instants in ms. */
export interface ShownHolder {
  iin?: string;
  bin?: string;
  name: string;
  organization?: string;
  serial: string;
  issuer: string;
  validFrom: number;
  validTo: number;
}

export type EdsAnswer = { kind: 'stale' } | { kind: 'judged'; holder: ShownHolder | null; refusal: Refusal | null };

export interface EdsCheckFacts {
  language: Language;
  csrf: string;
  answer: EdsAnswer | null;
  legalNow: number;
  script: string;
}

type Texts = Record<keyof typeof EDS_CHECK, string>;

const DAY = 86_400_000;
/** A certificate with so many days left is asked to be renewed. Our decision. */
const SOON_DAYS = 30;

export function edsCheckView({ language, csrf, answer, legalNow, script }: EdsCheckFacts) {
  const t = inLanguage(EDS_CHECK, language);
  const judged = answer?.kind === 'judged' ? answer : null;
  const holder = judged?.holder ?? null;
  const good = judged !== null && judged.refusal === null;
  const soon = good && holder !== null && holder.validTo - legalNow < SOON_DAYS * DAY;
  return {
    t,
    csrf,
    hidden: [],
    script,
    stale: answer?.kind === 'stale' ? t.stale : '',
    accepted: good ? t.accepted : '',
    soon: soon ? t.endsSoon : '',
    refusal: judged?.refusal ? refusalPanel(judged.refusal, language) : null,
    holder: holder && holderCard(holder, legalNow, language, t),
    formTitle: judged ? t.again : '',
    eds: edsKeyView(language),
    messages: edsMessages(language),
  };
}

function holderCard(holder: ShownHolder, now: number, language: Language, t: Texts): SummaryCard {
  const { iin, bin, name, organization, issuer, serial, validFrom, validTo } = holder;
  const row = (key: string, text: string | undefined): SummaryRow[] => (text ? [{ key, text }] : []);
  return {
    title: t.certificate,
    rows: [
      ...row(t.holder, name),
      ...row(t.iin, iin),
      ...row(t.organization, organization ?? (bin ? undefined : t.ownOrganization)),
      ...row(t.bin, bin),
      ...row(t.validFrom, date(validFrom, language)),
      ...row(t.validTo, date(validTo, language)),
      ...(validTo > now ? row(t.left, countdown(validTo - now, language)) : []),
      ...row(t.issuer, issuer),
      ...row(t.serial, serial),
    ],
  };
}
