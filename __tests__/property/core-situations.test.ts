import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentSchema } from '../../src/core/assignment.ts';
import { decide } from '../../src/core/decide.ts';
import { ledgerSchema } from '../../src/core/ledger.ts';
import { reasons } from '../../src/core/reasons.ts';
import { rememberApplied } from '../../src/core/remember.ts';
import { type Situation, situations } from '../builders/arbitrary-snapshot.ts';
import { whatForbids } from '../builders/forbidden-merge.ts';
import { noon } from '../builders/ledger.ts';

function planOf({ world, ledger, policy }: Situation): ReturnType<typeof decide> {
  return decide(world, ledger, policy, noon);
}

describe('whatever the situation', () => {
  it('nothing merges unless every clause of the gate holds, and one at most', () => {
    let merges = 0;
    fc.assert(
      fc.property(situations, (situation) => {
        const found = planOf(situation).decisions.filter((decision) => decision.kind === 'merge');
        expect(found.length).toBeLessThanOrEqual(1);
        for (const merge of found) expect(whatForbids(merge, situation)).toEqual([]);
        merges += found.length;
      }),
      { numRuns: 4000 },
    );
    expect(merges, 'situations in which something merges').toBeGreaterThan(20);
  });

  it('every story moves or is held with a reason and a remedy', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { decisions, holds } = planOf(situation);
        const moving = decisions.flatMap((decision) => ('story' in decision ? decision.story.number : []));
        const accounted = [...moving, ...holds.keys()];
        expect(new Set(accounted)).toEqual(new Set(situation.world.stories.map(({ number }) => number)));
        expect(accounted).toHaveLength(situation.world.stories.length);
        for (const { code } of holds.values()) expect(reasons[code].remedy).not.toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  it('the same situation gives the same plan, and is not touched by it', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const before = structuredClone(situation);
        expect(planOf(situation)).toEqual(planOf(before));
        expect(situation).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('agents get what their schema says, and no more of them than there is room for', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const { decisions } = planOf(situation);
        const dispatches = decisions.filter((decision) => decision.kind === 'dispatch');
        for (const { assignment } of dispatches) expect(assignmentSchema.safeParse(assignment).error).toBeUndefined();
        const free = situation.policy.concurrency - Object.keys(situation.ledger.flights).length;
        expect(dispatches.length).toBeLessThanOrEqual(situation.world.pass.canDispatch ? Math.max(0, free) : 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('what is remembered of a plan can be read again', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const plan = planOf(situation);
        const after = plan.decisions.reduce(
          (ledger, decision) => rememberApplied(ledger, decision, {}, noon),
          plan.ledger,
        );
        expect(ledgerSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});
