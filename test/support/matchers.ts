import { expect } from 'vitest';
import type { Checked } from '../../domain/actions.ts';
import type { Actor } from '../../domain/parties.ts';
import type { ProcurementFact } from '../../domain/procurement/facts.ts';
import type { ProcurementFile } from '../../domain/procurement/file.ts';
import type { Refusal, RefusalCode } from '../../domain/refusals.ts';
import { menuOf } from './builders.ts';

interface ProcurementMatchers<R> {
  /** The whole set of actions that the actor may take in this file: no more, no less. */
  canOnly: (actor: Actor, actions: readonly string[]) => R;
  /** The guard says no with this code, and with these facts where they are given. */
  refusesWith: (code: RefusalCode, facts?: Refusal['facts']) => R;
}

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- vitest's way to name more matchers
  interface Matchers<T> extends ProcurementMatchers<T> {}
}

expect.extend({
  canOnly(file: ProcurementFile, actor: Actor, actions: readonly string[]) {
    const actual = menuOf(file, actor).sort();
    const expected = [...actions].sort();
    return {
      pass: this.equals(actual, expected),
      message: () => `${actor.role} ${actor.name.ru} in «${file.status}»${file.suspension ? ', suspended' : ''}`,
      actual,
      expected,
    };
  },
  refusesWith(answer: Checked<ProcurementFile, ProcurementFact> | Refusal | null, code: RefusalCode, facts?: Refusal['facts']) {
    const refusal = answer === null || 'code' in answer ? answer : answer.ok ? null : answer.refusal;
    const expected = { code, facts: facts ?? refusal?.facts };
    const actual = refusal && { code: refusal.code, facts: refusal.facts };
    return {
      pass: this.equals(actual, expected),
      message: () => `expected the refusal ${code}, got ${refusal?.code ?? 'none'}`,
      actual,
      expected,
    };
  },
});
