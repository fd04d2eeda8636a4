import { seedDemo } from './demo/index.ts';

/** Lays the demo data in a process of its own, with the environment of the portal. Prints what is being done; the last line sums up. */
const { DATABASE_URL: databaseUrl, ZAKUP_DATA_DIR: dataDir, ZAKUP_BASE_URL: baseUrl } = process.env;
if (!databaseUrl || !dataDir) throw new Error('DATABASE_URL and ZAKUP_DATA_DIR are not set');
await seedDemo({ databaseUrl, dataDir, baseUrl, log: (line: string) => console.log(line) });
process.exit(0);
