import { type Caller, type Reply, type Sent, sendAs } from './client.ts';
import { aGround, type CallerName, type Ground } from './ground.ts';

/** A ground with everybody signed in: what the themes of `named.test.ts` share. */
export interface Stand {
  ground: Ground;
  caller: (name: CallerName) => Caller;
  /** Sends as this caller, with cookie and form token. */
  as: (name: CallerName, sent: Sent) => Promise<Reply>;
  stop: () => Promise<void>;
}

export async function aStand(): Promise<Stand> {
  const ground = await aGround();
  const callers = await ground.callers();
  const caller = (name: CallerName) => callers.get(name)!;
  return { ground, caller, as: (name, sent) => sendAs(ground.baseUrl, caller(name), sent), stop: () => ground.stop() };
}
