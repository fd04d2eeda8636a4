import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { connectEngine } from '../../workflows/engine.ts';
import { aDraftFile } from '../support/draft-file.ts';
import { actor } from '../support/people.ts';

/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1';

test('a connection to the engine is closed after the last message is given up, not under it', async () => {
  const engine = connectEngine({ address: NOWHERE }, () => Promise.resolve(0));
  const file = aDraftFile();
  const command = { commandId: randomUUID(), action: 'publish', actor: actor('creator'), input: {}, receivedAt: 0 };
  const happened: string[] = [];
  const note = (what: string) => () => happened.push(what);
  const messages = [
    engine.carry(command, file).catch(note('not carried')),
    engine.wake(file).catch(note('not woken')),
    engine.moveClock('procurement', file.number, 0).catch(note('clock not moved')),
  ];
  await engine.close().then(note('closed'));
  await Promise.all(messages);
  expect(happened).toHaveLength(4);
  expect(happened.at(-1)).toBe('closed');
});
