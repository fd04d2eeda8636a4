import { afterAll, beforeAll, describe } from 'vitest';
import { aStand, type Stand } from './stand.ts';
import { planAmounts } from './themes/plan-amounts.ts';
import { probing } from './themes/probing.ts';
import { queries } from './themes/queries.ts';
import { replays } from './themes/replays.ts';
import { requests } from './themes/requests.ts';
import { scopes } from './themes/scopes.ts';
import { script } from './themes/script.ts';
import { uploads } from './themes/uploads.ts';
import { wire } from './themes/wire.ts';

let stand: Stand;
beforeAll(async () => {
  stand = await aStand();
});
afterAll(() => stand.stop());

// Themes share one ground, which takes long to build.
describe('probing numbers', () => probing(() => stand));
describe('requests', () => requests(() => stand));
describe('bytes on the wire', () => wire(() => stand));
describe('queries', () => queries(() => stand));
describe('amounts of the plan', () => planAmounts(() => stand));
describe('uploads', () => uploads(() => stand));
describe('tokens and their scopes', () => scopes(() => stand));
describe('requests sent again', () => replays(() => stand));
// The last one: it plants its text in everything that is kept.
describe('stored script', () => script(() => stand));
