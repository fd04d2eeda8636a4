import { z } from 'zod';
import { refuse, type Refusal } from '../../refusals.ts';
import { S1 } from '../../regulation.ts';
import { decideApplication } from '../consideration.ts';
import { together } from '../../derivation.ts';
import { applicationDerivations } from '../derivations/application.ts';
import type { ProcurementFact } from '../facts.ts';
import { dueProtocol, liveLots, type ProcurementFile, type ProtocolVersion } from '../file.ts';
import { isSealedByPortal, publicationDerivation, resultsProtocolDue } from '../protocols.ts';
import { isVoted } from './consideration.ts';
import { nothing, uploaded } from './input.ts';
import { action, personOf } from './row.ts';

const METHODS = ['single-source'] as const;

const formed = z.object({
  type: z.literal('results'),
  version: z.number().int().min(1),
  documentId: z.uuid(),
  sha256: z.string(),
  payloadSha256: z.string(),
});

/** The version that is due is this one, and it is sealed by the portal (or is not). */
const isDue = (name: string, bySeal: boolean) => (occasion: { file: ProcurementFile; input: z.infer<typeof formed> }) => {
  const { file, input } = occasion;
  const due = dueProtocol(file);
  return due?.version === input.version && isSealedByPortal(file) === bySeal
    ? null
    : refuse('not-in-this-status', { action: name, status: file.status });
};

/** The portal publishes a protocol it has formed and sealed. */
export const publishProtocol = action({
  name: 'publish-protocol',
  carrier: 'clock',
  who: ['portal'],
  when: ['forming-results-protocol', 'completed', 'cancelled'],
  input: formed,
  rules: [isDue('publish-protocol', true)],
  decide: ({ receivedAt, input: { type, version, ...document } }) => [
    {
      type: 'ProtocolPublished',
      at: receivedAt,
      protocol: { type, version },
      ...document,
      derivations: publicationDerivation(version, receivedAt, S1('1.3.2')),
    },
  ],
  source: S1('1.3.2'),
});

/** The portal lays a protocol it has formed before the representative: its bytes are fixed from here on (S1 §1.7.5). */
export const presentProtocol = action({
  name: 'present-protocol',
  methods: METHODS,
  carrier: 'clock',
  who: ['portal'],
  when: ['forming-results-protocol'],
  input: formed,
  rules: [isDue('present-protocol', false)],
  decide: ({ receivedAt, input: { type, version, ...document } }) => [
    { type: 'ProtocolFormed', at: receivedAt, protocol: { type, version }, ...document },
  ],
  source: S1('1.7.5'),
});

/** Сформировать протокол итогов: after the vote (S1 §1.7.5). */
export const formResultsProtocol = action({
  name: 'form-results-protocol',
  methods: METHODS,
  carrier: 'signal',
  who: ['creator'],
  when: ['considering-applications'],
  input: nothing,
  available: [isVoted],
  rules: [],
  decide: ({ file, receivedAt }) => [resultsProtocolDue(file, receivedAt, 'results')],
  source: S1('1.7.5'),
});

const inState = (file: ProcurementFile, state: ProtocolVersion['state']) => file.protocols.find((p) => p.state === state);

const waitsFor =
  (state: ProtocolVersion['state'], code: 'protocol-not-formed' | 'protocol-not-signed', place: string) =>
  (file: ProcurementFile): Refusal | null =>
    inState(file, state) ? null : refuse(code, {}, { source: S1(place) });

/** Подписать: the organizer's representative, by EDS over the stored bytes; `documentId` and `sha256` name the stored signature (S1 §1.7.6). */
export const signResultsProtocol = action({
  name: 'sign-results-protocol',
  methods: METHODS,
  carrier: 'signal',
  who: ['organizer-representative'],
  when: ['forming-results-protocol'],
  input: uploaded,
  consult: ['protocolSignature'],
  available: [waitsFor('formed', 'protocol-not-formed', '1.7.6')],
  rules: [
    ({ consulted: { protocolSignature } }) =>
      protocolSignature.ok ? null : refuse(protocolSignature.reason, protocolSignature.facts ?? {}),
  ],
  decide: ({ file, actor, receivedAt, consulted: { protocolSignature } }): ProcurementFact[] => {
    const protocol = inState(file, 'formed');
    if (!protocol?.documentId || !protocolSignature.ok) return [];
    const { type, version, documentId } = protocol;
    const { signature } = protocolSignature;
    return [{ type: 'ProtocolSigned', at: receivedAt, protocol: { type, version }, documentId, by: personOf(actor), signature }];
  },
  source: S1('1.7.6'),
});

/** Опубликовать протокол итогов: after the signature; lots and application get their results (S1 §1.7.7). */
export const publishResultsProtocol = action({
  name: 'publish-results-protocol',
  methods: METHODS,
  carrier: 'signal',
  who: ['creator'],
  when: ['forming-results-protocol'],
  input: nothing,
  available: [waitsFor('signed', 'protocol-not-signed', '1.7.7')],
  rules: [],
  decide: ({ file, receivedAt }): ProcurementFact[] => {
    const protocol = inState(file, 'signed');
    if (!protocol?.documentId || !protocol.sha256 || !protocol.payloadSha256) return [];
    const { type, version, documentId, sha256, payloadSha256 } = protocol;
    const decisions = liveLots(file).map((lot) => ({ lot: lot.number, decision: decideApplication(file, lot) }));
    return [
      {
        type: 'LotsDecided',
        at: receivedAt,
        decisions,
        derivations: together(liveLots(file).map((lot) => applicationDerivations(file, lot))),
      },
      {
        type: 'ProtocolPublished',
        at: receivedAt,
        protocol: { type, version },
        documentId,
        sha256,
        payloadSha256,
        derivations: publicationDerivation(version, receivedAt, S1('1.7.7')),
      },
    ];
  },
  source: S1('1.7.7'),
});
