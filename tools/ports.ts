import { createServer, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const LOOPBACK = '127.0.0.1';
const taken = new Set<number>();

/**
 * The first free TCP port at `from` or above it; `from = 0` lets the system choose.
 * A port is given out once per process, so two services that have not started yet never get the same one.
 */
export async function freePort(from: number): Promise<number> {
  for (let port = from; port < 65_536; port += from === 0 ? 0 : 1) {
    // Asked as well as bound: some systems let a wildcard listener in beside a loopback one.
    const found = taken.has(port) || (port !== 0 && (await portAnswers(port))) ? null : await tryPort(port);
    if (found === null || taken.has(found)) continue;
    taken.add(found);
    return found;
  }
  throw new Error(`No free TCP port from ${from} on`);
}

/** Gives a port back that `freePort` handed out. */
export function releasePort(port: number): void {
  taken.delete(port);
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    // Exclusive on the wildcard address: a service that listens on all addresses occupies the port too.
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
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
