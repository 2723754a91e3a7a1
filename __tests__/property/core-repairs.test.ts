import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, DecisionKind, Plan } from '../../src/core/decision.ts';
import { reasons } from '../../src/core/reasons.ts';
import { isRepair } from '../../src/core/repair.ts';
import { checkPlan } from '../builders/check-plan.ts';
import { driveBacklog } from '../builders/model-loop.ts';
import { type ModelWorld, newWorld } from '../builders/model-world.ts';
import { aPolicy } from '../builders/policy.ts';
import { insistOn, playTape, rollDice } from '../builders/tape.ts';

const policies = fc
  .record({
    concurrency: fc.integer({ min: 1, max: 3 }),
    base: fc.record({
      start: fc.constantFrom('proven' as const, 'last-proven' as const),
      unprotected: fc.constant('refuse' as const),
      revert: fc.boolean(),
    }),
  })
  .map(aPolicy);

const tapes = fc.tuple(fc.nat(), fc.nat(500)).map(([seed, length]) => rollDice(seed, length));
const waitsFor = { '1.1': [], '1.2': [], '1.3': ['1.1'], '1.4': [] };

/** What the whole line waits for, or the repair of the base, is a person's to do. */
function isLineHeld({ line, holds }: Plan): boolean {
  const waits = [line, ...[...holds].flatMap(([number, hold]) => (isRepair(number) ? [hold] : []))];
  return waits.some((hold) => hold !== null && reasons[hold.code].who === 'person');
}

function isSettled(number: string, plan: Plan): boolean {
  const hold = plan.holds.get(number);
  if (hold === undefined) return false;
  if (hold.code === 'project_done' || reasons[hold.code].who === 'person') return true;
  return hold.code === 'blocked' && (hold.stories ?? []).some((other) => isSettled(other, plan));
}

describe('a base that nobody mends but the loop', () => {
  it('comes to be proven, or is handed to a person, and nothing merges into it that does not mend it', () => {
    const seen = new Set<DecisionKind>();
    let mended = 0;
    fc.assert(
      fc.property(policies, tapes, (policy, numbers) => {
        const world = newWorld(waitsFor);
        const inspect = (plan: Plan, _: ModelWorld, before: readonly Decision[]): void => {
          checkPlan(plan, world, policy, before);
          expect(plan.ledger.repair.tries).toBeLessThanOrEqual(policy.limits.repairs + 1);
          for (const { kind } of plan.decisions) seen.add(kind);
        };
        const last = driveBacklog({ world, policy, tape: playTape(numbers), isAlone: true, inspect });
        const left = world.stories.map(({ number }) => number).filter((number) => !isSettled(number, last));
        if (left.length > 0) expect(isLineHeld(last), `${left} at ${world.base.check}`).toBe(true);
        if (left.length === 0) mended += 1;
      }),
      { numRuns: 150 },
    );
    expect(mended, 'bases that were mended').toBeGreaterThan(30);
    const wanted: readonly DecisionKind[] = [
      'accept_repair',
      'drop_repair',
      'revert',
      'adopt',
      'reject',
      'start_base_ci',
    ];
    expect([...seen]).toEqual(expect.arrayContaining([...wanted]));
  });

  it('is mended where all goes well but the first merge', () => {
    let fails = 1;
    const world = newWorld(waitsFor);
    const seen: DecisionKind[] = [];
    driveBacklog({
      world,
      policy: aPolicy(),
      isAlone: true,
      tape: playTape([]),
      inspect: (plan) => {
        seen.push(...plan.decisions.map(({ kind }) => kind));
        if (world.base.check !== 'pending' || fails === 0) return;
        world.base.check = 'failure';
        fails -= 1;
      },
    });
    expect(world.stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified')).toEqual([]);
    expect(seen.filter((kind) => kind === 'accept_repair')).toHaveLength(1);
  });

  it('is handed to a person where repairs never help', () => {
    const world = newWorld(waitsFor);
    world.base = { ...world.base, check: 'failure' };
    const last = driveBacklog({ world, policy: aPolicy(), tape: insistOn('failed'), isAlone: true, inspect: () => {} });
    expect([...last.holds.values()].map(({ code }) => code)).toContain('repairs_exhausted');
  });
});
