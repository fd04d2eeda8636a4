import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setLegalOffset } from '../../db/clock.ts';
import { openCases } from '../../db/cases.ts';
import type { Services } from '../../api/services.ts';
import { DEVELOPMENT_PASSWORD, issueDevelopmentKeys } from '../../tools/certificate-authority/issue.ts';
import { openServices } from '../../tools/demo/world.ts';
import { Visitor } from '../../tools/smoke/visitor.ts';
import { startStack, type Stack } from '../../tools/stack.ts';
import { openP12, type SigningKey } from '../../trust/browser/p12.ts';
import { settle } from '../support/townsfolk.ts';
import { keyOwners, settleCrowd } from './crowd.ts';
import { persistently } from './persistence.ts';

/** A process that was killed is started again after at most so long, ms. */
const LONGEST_WAIT = 300;

/** The whole product in processes of its own, with twenty suppliers and three officials. */
export interface CrowdedPortal {
  stack: Stack;
  services: Services;
  /** `place` chooses one of the web processes. */
  signIn: (login: string, place?: number) => Promise<Visitor>;
  keyOf: (login: string) => Promise<SigningKey>;
  /** Sets the legal clock to an instant (ms) from which it runs on, and tells the running cases. */
  goTo(instant: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param said takes what the launcher says */
export async function openCrowdedPortal(said: (line: string) => void): Promise<CrowdedPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zakup-faults-'));
  const stack = await startStack({
    ...{ dataDir, ports: 'free', demo: false, longestWait: LONGEST_WAIT, counts: { web: 2, worker: 2 } },
    log: { line: said },
  });
  const { databaseUrl, temporalAddress, baseUrl } = stack;
  const inside = await openServices({ databaseUrl, temporalAddress, dataDir, baseUrl });
  const { services } = inside;
  await settle(services.db.pool);
  await settleCrowd(services.db.pool);
  const keys = await issueDevelopmentKeys({ dir: join(dataDir, 'ca'), people: keyOwners() });
  const opened = new Map<string, Promise<SigningKey>>();
  const open = async (login: string) => {
    const opening = await openP12(readFileSync(keys.files[login]!), DEVELOPMENT_PASSWORD);
    if (!opening.ok) throw new Error(`key of ${login}: ${opening.reason}`);
    return opening.key;
  };
  return {
    ...{ stack, services },
    signIn: (login, place = 0) =>
      persistently(`${login} signs in`, () => new Visitor(stack.webs[place % stack.webs.length]!).signIn(login)),
    keyOf(login) {
      const key = opened.get(login) ?? open(login);
      opened.set(login, key);
      return key;
    },
    async goTo(instant) {
      const offset = instant - Date.now();
      await persistently('the clock is set', () => setLegalOffset(services.db.pool, offset));
      const cases = await persistently('open cases', () => openCases(services.db.pool));
      for (const { kind, number } of cases)
        await persistently(`${number} is told of the clock`, () => services.engine.moveClock(kind, number, offset));
    },
    async stop() {
      await inside.close();
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
