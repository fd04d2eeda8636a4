import { randomInt } from 'node:crypto';
import { createServer, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOOPBACK = '127.0.0.1';
const taken = new Set<number>();

/**
 * Where "any port" is looked for: below the ports that systems give to outgoing connections (Linux from 32768, others from 49152), so
 * that nobody gets the port of a service while it is being started again.
 */
const ANY = { from: 20_000, to: 32_000 };

/**
 * The first free TCP port at `from` or above it; `from = 0`: any.
 * A port is given out once per process, so two services that have not started yet never get the same one.
 */
export async function freePort(from: number): Promise<number> {
  for (let port = from || randomInt(ANY.from, ANY.to); port < 65_536; port += 1) {
    // Asked as well as bound: some systems let a wildcard listener in beside a loopback one.
    if (taken.has(port) || (await portAnswers(port)) || !(await isFree(port)) || taken.has(port)) continue;
    taken.add(port);
    return port;
  }
  throw new Error(`No free TCP port from ${from} on`);
}

/** Gives a port back that `freePort` handed out. */
export function releasePort(port: number): void {
  taken.delete(port);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    // Exclusive on the wildcard address: a service that listens on all addresses occupies the port too.
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether something accepts connections on the loopback port. */
export function portAnswers(port: number, host = LOOPBACK): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}

/** Waits until `ready` holds, asking every 50 ms; false after `timeoutMs` or as soon as `givenUp` holds. */
export async function waitUntil(
  ready: () => Promise<boolean>,
  timeoutMs: number,
  givenUp: () => boolean = () => false,
): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (performance.now() < end) {
    if (await ready()) return true;
    if (givenUp()) return false;
    await pause(50);
  }
  return false;
}
