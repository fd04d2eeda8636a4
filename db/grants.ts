import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type * as schema from './schema/index.ts';

/** Database users, one per kind of process: none owns a table, each may do what its work needs and no more. */
export const DATABASE_ROLES = ['zakup_web', 'zakup_worker', 'zakup_opener'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

type Tables = { [Name in keyof typeof schema as (typeof schema)[Name] extends { _: { name: infer T } } ? T & string : never]: 0 };

/** What a process may do to a table; `(column, …)` narrows a privilege to columns. */
type Grants = Partial<Record<'web' | 'worker' | 'opener', string>>;

const READ = 'select';
const KEEP = 'select, insert, update';
const OWN = 'select, insert, update, delete';

/**
 * Table by table. Only the migrating owner may change or remove what is history: journal, receipts of commands, receipts of offers.
 * A new table does not compile until it is named here.
 */
const TABLES: Record<keyof Tables, Grants> = {
  // Drafts are the web's; what was published is written by the record of a step.
  procurement_case: { web: OWN, worker: KEEP, opener: READ },
  draft: { web: OWN, worker: READ },
  lot: { web: READ, worker: KEEP },
  plan_item: { web: KEEP, worker: KEEP },
  // The worker receives the portal's own commands: it publishes the announcements that follow a failed one.
  command: { web: 'select, insert', worker: 'select, insert, update (outcome, decided_at, carries, next_carry_at)' },
  journal: { web: READ, worker: 'select, insert' },
  // The opener stores the documents of an opened application.
  document: { web: OWN, worker: KEEP, opener: 'select, insert' },
  document_signature: { web: 'select, insert, delete', worker: 'select, insert' },
  notification: { web: 'select, update (read_at)', worker: 'select, insert' },
  outbox: { web: READ, worker: KEEP },
  working_calendar: { web: 'select, insert', worker: READ, opener: READ },
  organization: { web: READ, worker: READ, opener: READ },
  restriction: { web: READ, worker: READ, opener: READ },
  app_user: { web: 'select, update (language)', worker: READ },
  session: { web: OWN },
  rate_limit: { web: OWN },
  // A shared lock (`for share`) asks for the right to update a column: `kind` is written once and read by no gate.
  intake_window: { web: 'select, update (kind)', worker: KEEP, opener: 'select, update (kind)' },
  // Offers and keys: the worker, which talks to the engine, sees neither, only whether a key was used; the web never reads a key.
  sealed_offer: { web: 'select, insert', opener: 'select, update (envelope)' },
  window_key: { worker: 'select (window_id, released_at)', opener: 'select, insert, update (record, released_at)' },
  opened_offer: { web: READ, opener: 'select, insert' },
  canary: { web: READ, worker: READ, opener: 'select, insert' },
  key_fingerprint: { web: 'select, insert', opener: 'select, insert' },
  // The web names the key that signs its receipts; the seal under the list is the worker's.
  published_key: { web: 'select, insert, update (until)', worker: READ },
  key_list: { web: READ, worker: KEEP },
  // The feed is numbered by a function of the owner; nobody else can put a step into it or leave one out.
  change: { web: READ },
  unnumbered_change: { web: READ },
  api_token: { web: 'select, insert, update (revoked_at, revoked_by, last_used_on)' },
  process_heartbeat: { web: OWN, worker: OWN, opener: OWN },
  print_failure: { web: READ, worker: OWN },
  // Written by whoever may read everything, the owner.
  ledger_check: { web: READ },
};

/** Sequences and the legal clock, which have no table of the schema. */
const BESIDE = [
  'grant usage on schema public to zakup_web, zakup_worker, zakup_opener',
  'grant usage on sequence announcement_number to zakup_web, zakup_worker',
  'grant select on legal_clock to zakup_web, zakup_worker, zakup_opener',
  'grant execute on function number_changes() to zakup_web',
];

const PROCESSES = { web: 'zakup_web', worker: 'zakup_worker', opener: 'zakup_opener' } as const;

/** The grants of one table as statements. */
const statementsFor = (table: string, grants: Grants): string[] =>
  Object.entries(grants).map(([process, rights]) => `grant ${rights} on "${table}" to ${PROCESSES[process as keyof Grants]}`);

/**
 * Makes the roles that are missing (without the right to sign in) and gives them exactly the rights above, in one transaction.
 * `movableClock`: the training portal's operator moves the legal clock from the web; in production nobody but the owner may.
 * @throws Error when a role is missing and the migrating user may not make it.
 */
export async function grantRights(client: pg.ClientBase, { movableClock }: { movableClock: boolean }): Promise<void> {
  for (const role of DATABASE_ROLES) await makeRole(client, role);
  const all = DATABASE_ROLES.join(', ');
  const statements = [
    `revoke all on all tables in schema public from ${all}`,
    `revoke all on all sequences in schema public from ${all}`,
    'revoke create on schema public from public',
    'revoke execute on function number_changes(), tell_of_step() from public',
    ...BESIDE,
    ...(movableClock ? ['grant update on legal_clock to zakup_web'] : []),
    ...Object.entries(TABLES).flatMap(([table, grants]) => statementsFor(table, grants)),
  ];
  await client.query(['begin', ...statements, 'commit'].join(';\n'));
}

async function makeRole(client: pg.ClientBase, role: DatabaseRole): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  try {
    await client.query(`create role ${role} nologin`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Two databases of one server may be migrated at once: roles belong to the server.
    if (code === '42710' || code === '23505') return;
    throw new Error(`the role ${role} is missing and cannot be made: an administrator runs "create role ${role}"`, {
      cause: error,
    });
  }
}

/**
 * Lets each role sign in with a fresh password and returns their addresses of this database: for a server of one's own. Elsewhere an
 * administrator gives the roles their passwords (docs/operations.md).
 */
export async function letRolesSignIn(databaseUrl: string): Promise<Record<DatabaseRole, string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const entries = [];
    for (const role of DATABASE_ROLES) {
      const password = randomBytes(24).toString('base64url');
      await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`);
      const url = Object.assign(new URL(databaseUrl), { username: role, password });
      entries.push([role, url.href] as const);
    }
    return Object.fromEntries(entries) as Record<DatabaseRole, string>;
  } finally {
    await client.end();
  }
}
