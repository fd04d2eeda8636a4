import type { PoolClient } from 'pg';
import { connect, type Database } from '../../db/client.ts';

/** Where a process dies: at this statement of all it sends, before or after the database has done it. */
interface Death {
  statement: number;
  when: 'before' | 'after';
}

/** A database whose connection breaks at one statement and stays broken. `url`: of the process that dies. */
function mortal(url: string, { statement, when }: Death): { db: Database; died: () => boolean } {
  const db = connect(url, 2);
  let sent = 0;
  db.pool.on('connect', (client: PoolClient) => {
    const really = client.query.bind(client);
    const ask = async (given: unknown[]): Promise<unknown> => {
      sent += 1;
      const dies = sent === statement;
      const end = () => Reflect.apply(Reflect.get(client, 'end') as () => void, client, []);
      if (dies && when === 'before') end();
      const answer: unknown = await Reflect.apply(really, client, given);
      if (!dies) return answer;
      end();
      throw new Error('the connection broke before its answer came');
    };
    const query = (...given: unknown[]): unknown => {
      const told = given.at(-1);
      if (typeof told !== 'function') return ask(given);
      const tell = told as (error: unknown, answer?: unknown) => void;
      return ask(given.slice(0, -1)).then(
        (answer) => tell(null, answer),
        (error: unknown) => tell(error),
      );
    };
    Object.assign(client, { query });
  });
  return { db, died: () => sent >= statement };
}

/** Something that a process does for a case, repeated by the engine until it succeeds. */
interface Repeated<Of> {
  /** A case of its own for every death. */
  prepare: () => Promise<Of>;
  act: (db: Database, of: Of) => Promise<unknown>;
  /** What stands once the act was repeated. */
  left: (of: Of) => Promise<unknown>;
}

/**
 * A process dies at each statement of an act in turn, and another one with the same rights (`db`) repeats the act.
 * @returns how often it died, and what was left after each death: the same every time, each different state once
 */
export async function dieEverywhere<Of>(
  { db, url }: { db: Database; url: string },
  when: Death['when'],
  { prepare, act, left }: Repeated<Of>,
): Promise<{ deaths: number; left: unknown[] }> {
  const states = new Map<string, unknown>();
  for (let statement = 1; ; statement += 1) {
    const of = await prepare();
    const dying = mortal(url, { statement, when });
    const fell = await act(dying.db, of).then(
      () => false,
      () => true,
    );
    await dying.db.close();
    const died = dying.died();
    const state = await act(db, of).then(
      () => left(of),
      (error: unknown) => `statement ${statement}: ${String(error)}`,
    );
    if (fell !== died) states.set(`statement ${statement}`, `fell ${fell}, its connection broke ${died}`);
    states.set(JSON.stringify(state), state);
    if (!died) return { deaths: statement - 1, left: [...states.values()] };
  }
}
