import type { ContentBlock } from '../content.ts';
import type { Tag } from '../components.ts';
import { duration } from '../formats.ts';
import { PROCESSES } from '../texts/operator-processes.ts';
import { inLanguage, type Language } from '../texts/texts.ts';

/** A process that says every few seconds that it lives. Ages in seconds. */
export interface ProcessFacts {
  kind: string;
  host: string;
  version: string;
  runsSeconds: number;
  seenSeconds: number;
}

/** A process that has been silent for longer is away, seconds; it speaks every five. */
const ALIVE_WITHIN = 20;

const isAlive = ({ seenSeconds }: ProcessFacts): boolean => seenSeconds <= ALIVE_WITHIN;

/** What to say of a kind of process of which none runs; null when one does. */
export function processAway(
  processes: ProcessFacts[],
  kind: 'worker' | 'opener',
  language: Language,
): { tag: Tag; lines: string[] } | null {
  if (processes.some((process) => process.kind === kind && isAlive(process))) return null;
  const t = inLanguage(PROCESSES, language);
  return { tag: { text: t.noneRuns, colour: 'red' }, lines: [kind === 'worker' ? t.workerAwayNow : t.openerAwayNow] };
}

/** The processes of the portal, with the time since each was last heard of. */
export function processesSection(processes: ProcessFacts[], language: Language): ContentBlock {
  const t = inLanguage(PROCESSES, language);
  const kinds: Record<string, string> = { web: t.web, worker: t.worker, opener: t.opener };
  if (processes.length === 0) return { heading: t.heading, paragraphs: [t.none] };
  const rows = processes.map((process) => ({
    cells: [
      { text: kinds[process.kind] ?? process.kind, rowHeader: true },
      { text: process.host },
      { text: process.version },
      { text: duration(process.runsSeconds * 1000, language) },
      {
        tag: isAlive(process) ? ({ text: t.alive, colour: 'green' } as const) : ({ text: t.silent, colour: 'red' } as const),
        lines: [duration(process.seenSeconds * 1000, language)],
      },
    ],
  }));
  const columns = [t.kind, t.host, t.version, t.runs, t.seen].map((text) => ({ text }));
  return { heading: t.heading, table: { id: 'processes', caption: t.heading, captionHidden: true, columns, rows, empty: '' } };
}
