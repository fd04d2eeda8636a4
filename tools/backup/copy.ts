import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from '../../db/client.ts';
import { copyIn, copyOut } from '../../db/copies.ts';
import { sha256Hex } from '../../db/file-store.ts';
import { VERSION } from '../../watch/version.ts';

/** What a copy says of itself, in `copy.json`; without it a copy was not finished. */
interface Manifest {
  version: string;
  schema: string;
  madeAt: string;
  sequences: Record<string, string>;
  /** Rows by table. */
  rows: Record<string, number>;
  files: number;
}

export interface Place {
  databaseUrl: string;
  dataDir: string;
}

const tableFile = (folder: string, table: string): string => join(folder, 'database', `${table}.jsonl`);
const manifestFile = (folder: string): string => join(folder, 'copy.json');

/** Folders of the data folder that hold secrets; they are copied only where they are asked to be, apart from the database. */
const SECRETS = ['keys', 'ca'];

/**
 * Copies a portal, running or stopped: the database as of one instant, then the files, which are only ever added. `keys`: another folder,
 * for keys and seal. @throws Error when the folder holds something
 */
export async function makeCopy({ databaseUrl, dataDir }: Place, folder: string, keys?: string): Promise<Manifest> {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);
  await mkdir(join(folder, 'database'), { recursive: true, mode: 0o700 });
  const rows: Record<string, number> = {};
  const db = connect(databaseUrl, 1);
  try {
    const { schema, sequences } = await copyOut(db, async (table, lines) => {
      rows[table] = (rows[table] ?? 0) + lines.length;
      await appendFile(tableFile(folder, table), lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    });
    const files = await copyFiles(join(dataDir, 'files'), join(folder, 'files'));
    if (keys)
      for (const name of SECRETS)
        if (existsSync(join(dataDir, name))) await cp(join(dataDir, name), join(keys, name), { recursive: true });
    const manifest: Manifest = { version: VERSION, schema, madeAt: new Date().toISOString(), sequences, rows, files };
    await writeFile(manifestFile(folder), JSON.stringify(manifest, null, 2));
    return manifest;
  } finally {
    await db.close();
  }
}

/** Brings a copy back into an empty, migrated database and an empty data folder; every file is compared with its digest. */
export async function bringBack({ databaseUrl, dataDir }: Place, folder: string, keys?: string): Promise<Manifest> {
  if (!existsSync(manifestFile(folder))) throw new Error(`${folder} holds no finished copy: copy.json is missing`);
  const manifest = JSON.parse(readFileSync(manifestFile(folder), 'utf8')) as Manifest;
  const db = connect(databaseUrl, 1);
  try {
    await copyIn(db, { ...manifest, lines: (table) => linesOf(tableFile(folder, table)) });
  } finally {
    await db.close();
  }
  const files = await copyFiles(join(folder, 'files'), join(dataDir, 'files'));
  if (files !== manifest.files) throw new Error(`${manifest.files} files were copied, ${files} are there`);
  if (keys) for (const name of SECRETS) await cp(join(keys, name), join(dataDir, name), { recursive: true });
  return manifest;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line !== '') yield JSON.parse(line) as string;
}

/** Copies files by their digest, two letters to a folder. @returns how many @throws Error when one is not what its name says */
async function copyFiles(from: string, to: string): Promise<number> {
  if (!existsSync(from)) return 0;
  let copied = 0;
  for (const part of readdirSync(from).sort()) {
    await mkdir(join(to, part), { recursive: true });
    // A name that is not a digest is a file that was being written.
    for (const name of readdirSync(join(from, part)).filter((each) => /^[0-9a-f]{64}$/.test(each))) {
      const bytes = await readFile(join(from, part, name));
      if (sha256Hex(bytes) !== name) throw new Error(`the bytes of file ${name} were changed`);
      await writeFile(join(to, part, name), bytes, { mode: 0o640 });
      copied += 1;
    }
  }
  return copied;
}
