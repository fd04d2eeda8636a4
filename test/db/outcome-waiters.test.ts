import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomeWaiters } from '../../db/outcome-waiters.ts';
import { aDatabase, type TestDatabase } from '../support/database.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await aDatabase();
});
afterAll(() => own.drop());

test('a connection that is taken and never answered keeps no person waiting longer than told, and is given up', async () => {
  // As the kernel of a machine whose PostgreSQL stands still: the pool's connections of before may work on.
  const taken = new Set<Socket>();
  const silent = createServer((socket) => void taken.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const waiters = outcomeWaiters(own.db, `postgres://zakup@127.0.0.1:${(silent.address() as AddressInfo).port}/zakup`);
  try {
    const began = performance.now();
    expect(await waiters.wait(randomUUID(), 300)).toBeNull();
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(taken.size).toBe(1);
    // It ends by itself: nobody closes it at the other end.
    await waiters.close();
  } finally {
    for (const socket of taken) socket.destroy();
    silent.close();
  }
});
