import { randomUUID } from 'node:crypto';
import { availableActions } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import { procurementActions } from '../../domain/procurement/actions/index.ts';
import type { ProcurementFile, ProtocolVersion } from '../../domain/procurement/file.ts';
import type { SummaryRow } from '../components.ts';
import { edsKeyView } from '../eds-key.ts';
import { edsMessages } from '../texts/eds.ts';
import { PROTOCOL_TO_SIGN } from '../texts/single-source.ts';
import { inLanguage, ofBoth, type Language } from '../texts/texts.ts';
import { signersTable, type SignerView } from './protocol.view.ts';

export interface ResultsProtocolFacts {
  language: Language;
  file: ProcurementFile;
  csrf: string;
  actor: Actor;
  /** The version that is formed or signed; null while it is being printed. */
  protocol: ProtocolVersion | null;
  signers: SignerView[];
  script: string;
}

/** The protocol that is not published yet: what it is, its file, «Подписать» for the representative, then its publication. */
export function resultsProtocolView(facts: ResultsProtocolFacts) {
  const { language, file, actor, protocol, signers } = facts;
  const t = inLanguage(PROTOCOL_TO_SIGN, language);
  const here = `/procurements/${file.number}/results-protocol`;
  if (!protocol) return { blocks: [{ paragraphs: [t.forming], links: [{ href: here, text: t.refresh }] }], sign: null };
  const may = new Set(availableActions(procurementActions, file, actor).map(({ name }) => name));
  const publish = { href: `/procurements/${file.number}/actions/publish-results-protocol`, text: t.publish };
  return {
    blocks: [
      { summary: stateRows(facts, protocol) },
      ...(signers.length > 0 ? [{ heading: t.signedBy, table: signersTable(signers, language) }] : []),
      { links: [{ href: `${here}.pdf`, text: t.view }, ...(may.has('publish-results-protocol') ? [publish] : [])] },
    ],
    sign: may.has('sign-results-protocol') ? signForm(facts, here) : null,
  };
}

function stateRows({ file, language }: ResultsProtocolFacts, { state, sha256 }: ProtocolVersion): SummaryRow[] {
  const t = inLanguage(PROTOCOL_TO_SIGN, language);
  const representative = file.organizerRepresentative;
  const tag = state === 'signed' ? { text: t.signed, colour: 'green' as const } : { text: t.formed, colour: 'yellow' as const };
  return [
    { key: t.state, tag },
    ...(representative
      ? [{ key: t.whoSigns, text: ofBoth(representative.name, language), lines: [ofBoth(representative.position, language)] }]
      : []),
    { key: t.digest, text: sha256 ?? '' },
  ];
}

function signForm({ language, csrf, script }: ResultsProtocolFacts, here: string) {
  const t = inLanguage(PROTOCOL_TO_SIGN, language);
  return {
    heading: t.sign,
    what: t.signWhat,
    action: here,
    csrf,
    hidden: [{ name: 'commandId', value: randomUUID() }],
    bytes: `${here}.pdf`,
    messages: edsMessages(language),
    eds: edsKeyView(language),
    button: t.sign,
    script,
  };
}
