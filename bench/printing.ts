import { readdirSync, readFileSync } from 'node:fs';
import { createPrinter } from '../activities/print/printer.ts';
import type { ResultsPayload } from '../domain/procurement/documents.ts';
import { printDocument } from '../templates/documents/index.ts';
import { measure, type Measured } from './measure.ts';
import type { Portal } from './portal.ts';

/** Protocols printed by one browser, and the memory it holds (MiB, without what its processes share counted twice). */
export interface PrintingSpeed {
  printed: Measured;
  memoryAtFirst: number | null;
  memoryAtLast: number | null;
}

const AT_ONCE = 2;
const WARM_UP = 20;

/** Prints the published protocol of a procurement again and again, each time under another number. */
export async function measurePrinting({ services: { db } }: Portal, number: string, protocols: number): Promise<PrintingSpeed> {
  const { rows } = await db.pool.query<{ payload: ResultsPayload }>(
    `select d.payload from document d join procurement_case c on c.id = d.case_id
     where c.number = $1 and d.payload->>'type' = 'results' limit 1`,
    [number],
  );
  const [found] = rows;
  if (!found) throw new Error(`${number} has no protocol`);
  const printer = createPrinter();
  const print = (index: number) =>
    printer.print(printDocument({ ...found.payload, documentId: `${number}/results/${index + 1}` }).html);
  try {
    await measure({ callers: AT_ONCE, count: WARM_UP }, print, (index) => index);
    const memoryAtFirst = browserMemory();
    const printed = await measure({ callers: AT_ONCE, count: protocols }, print, (index) => index + WARM_UP);
    return { printed, memoryAtFirst, memoryAtLast: browserMemory() };
  } finally {
    await printer.close();
  }
}

/** Memory of the browser started by this process, MiB; null where the system has no /proc. */
function browserMemory(): number | null {
  const processes = processTable();
  if (processes === null) return null;
  const browsers = processes.filter(({ parent, command }) => parent === process.pid && /chrom/i.test(command));
  const family = new Set(browsers.map(({ pid }) => pid));
  for (let grown = true; grown;) {
    const children = processes.filter(({ pid, parent }) => family.has(parent) && !family.has(pid));
    for (const { pid } of children) family.add(pid);
    grown = children.length > 0;
  }
  const kilobytes = [...family].reduce((all, pid) => all + proportionalSize(pid), 0);
  return Math.round(kilobytes / 1024);
}

interface Running {
  pid: number;
  parent: number;
  command: string;
}

function processTable(): Running[] | null {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name): Running[] => {
        const status = read(`/proc/${name}/status`);
        const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
        return parent ? [{ pid: Number(name), parent: Number(parent), command: read(`/proc/${name}/cmdline`) }] : [];
      });
  } catch {
    return null;
  }
}

const proportionalSize = (pid: number): number => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);

/** A process may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
