import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, DecisionKind, Plan } from '../../src/core/decision.ts';
import { reasons } from '../../src/core/reasons.ts';
import { checkAgents, checkMerge, checkPlan } from '../builders/check-plan.ts';
import { driveBacklog } from '../builders/model-loop.ts';
import type { Deed } from '../builders/model-people.ts';
import { type ModelWorld, newWorld } from '../builders/model-world.ts';
import { aPolicy } from '../builders/policy.ts';
import { insistOn, playTape, rollDice } from '../builders/tape.ts';

/** A backlog as what each story waits for: only ever stories before it, so there is no cycle. */
const backlogs = fc.array(fc.array(fc.nat(9), { maxLength: 2 }), { minLength: 1, maxLength: 7 }).map((links) => {
  const numbers = links.map((_, index) => `${1 + Math.floor(index / 3)}.${1 + (index % 3)}`);
  return Object.fromEntries(
    numbers.map((number, index) => {
      const others = (links[index] ?? []).flatMap((link) => (index === 0 ? [] : (numbers[link % index] ?? [])));
      return [number, [...new Set(others)]] as const;
    }),
  );
});

const policies = fc
  .record({ concurrency: fc.integer({ min: 1, max: 4 }), selection: fc.constantFrom('cohesion', 'critical-path') })
  .map(aPolicy);

const tapes = fc.tuple(fc.nat(), fc.nat(500)).map(([seed, length]) => rollDice(seed, length));

/** Were one of them never decided, the chances would prove less than they seem to. */
const everyKind: readonly DecisionKind[] = [
  'accept',
  'accept_repair',
  'adopt',
  'discard',
  'dispatch',
  'drop_repair',
  'escalate',
  'finish',
  'forget',
  'keep',
  'lose',
  'merge',
  'record_merge',
  'record_verdict',
  'refuse',
  'report_fail',
  'report_pass',
  'rerun_settle',
  'unclaim',
  'verify',
];

/** A head that a review rejected is never asked about a second time, and never merged. */
function checkRejected({ decisions }: Plan, rejected: Set<string>): void {
  for (const decision of decisions) {
    if (decision.kind === 'report_fail') rejected.add(decision.verdict.headSha);
    if (decision.kind === 'merge') expect(rejected).not.toContain(decision.headSha);
    if (decision.kind === 'dispatch' && decision.assignment.role === 'review') {
      expect(rejected).not.toContain(decision.assignment.startSha);
    }
  }
}

/** Verified, held for a person, or waiting for a story, or for its own revert, that is. */
function isSettled(number: string, plan: Plan): boolean {
  const hold = plan.holds.get(number);
  if (hold === undefined) return false;
  if (hold.code === 'project_done' || reasons[hold.code].who === 'person') return true;
  const isBeingReverted = hold.code === 'merged_unverified' && hold.detail === 'it is being reverted';
  return (hold.code === 'blocked' || isBeingReverted) && (hold.stories ?? []).some((other) => isSettled(other, plan));
}

describe('whole backlogs', () => {
  it('end with every story verified or held for a person, whatever fails on the way', () => {
    const seen = new Set<DecisionKind>();
    fc.assert(
      fc.property(backlogs, policies, tapes, (waitsFor, policy, numbers) => {
        const world = newWorld(waitsFor);
        const rejected = new Set<string>();
        const inspect = (plan: Plan, _: ModelWorld, before: readonly Decision[]): void => {
          checkPlan(plan, world, policy, before);
          checkRejected(plan, rejected);
          for (const { kind } of plan.decisions) seen.add(kind);
        };
        const last = driveBacklog({ world, policy, tape: playTape(numbers), inspect });
        expect(world.stories.map(({ number }) => number).filter((number) => !isSettled(number, last))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(seen).toEqual(new Set(everyKind));
  });

  it.each([
    'failed',
    'lost',
    'protected',
    'no files',
    'declined',
    'expired',
    'unusable',
    'fail',
    'incomplete',
    'failure',
  ])('are held for a person where the same trouble never ends: %s', (trouble) => {
    const world = newWorld({ '1.1': [], '1.2': [], '1.3': ['1.1'] });
    const policy = aPolicy();
    const inspect = (plan: Plan, _: ModelWorld, before: readonly Decision[]): void =>
      checkPlan(plan, world, policy, before);
    const last = driveBacklog({ world, policy, tape: insistOn(trouble), inspect });
    expect(world.stories.map(({ number }) => `${number} ${isSettled(number, last)}`)).toEqual([
      '1.1 true',
      '1.2 true',
      '1.3 true',
    ]);
    expect([...last.holds.values()].filter(({ code }) => reasons[code].who === 'person')).toHaveLength(2);
  });

  const sayings: readonly Deed[] = [
    'cancel',
    'release',
    'escalate',
    'reject',
    'rerun review',
    'rerun ci',
    'backfill',
    'revert',
  ];
  const everyDeed: readonly Deed[] = [
    ...(['merge', 'close', 'push', 'approve', 'retry', 'reset', 'change', 'delete', 'add'] as const),
    ...sayings,
  ];

  it('end in the same way whatever people do beside the loop', () => {
    const seen = new Set<DecisionKind>();
    fc.assert(
      fc.property(backlogs, policies, tapes, (waitsFor, policy, numbers) => {
        const world = newWorld(waitsFor);
        const inspect = (plan: Plan, _: ModelWorld, before: readonly Decision[]): void => {
          checkPlan(plan, world, policy, before);
          for (const { kind } of plan.decisions) seen.add(kind);
        };
        const last = driveBacklog({ world, policy, tape: playTape(numbers), deeds: everyDeed, inspect });
        expect(world.stories.map(({ number }) => number).filter((number) => !isSettled(number, last))).toEqual([]);
        expect(Object.keys(world.ledger.flights), 'nobody is forgotten in flight').toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['adopt', 'forget', 'keep', 'record_human_merge', 'unclaim']));
  });

  it.each(everyDeed)('end in the same way where people do but this: %s', (deed) => {
    fc.assert(
      fc.property(backlogs, tapes, (waitsFor, numbers) => {
        const world = newWorld(waitsFor);
        const policy = aPolicy();
        const inspect = (plan: Plan, _: ModelWorld, before: readonly Decision[]): void =>
          checkPlan(plan, world, policy, before);
        const last = driveBacklog({ world, policy, tape: playTape(numbers), deeds: [deed], inspect });
        expect(world.stories.map(({ number }) => number).filter((number) => !isSettled(number, last))).toEqual([]);
      }),
      { numRuns: sayings.includes(deed) ? 8 : 20 },
    );
  });

  const losses: readonly { readonly what: string; readonly deeds: readonly Deed[] }[] = [
    { what: 'lose the ledger', deeds: ['lose the ledger'] },
    { what: 'put an old ledger back', deeds: ['put an old ledger back'] },
    {
      what: 'do both, and steer by what it makes them see',
      deeds: ['lose the ledger', 'put an old ledger back', 'close', 'push', 'retry', 'reset', 'change'],
    },
  ];

  it.each(losses)('end in the same way, and nobody is sent where somebody is, though people $what', ({ deeds }) => {
    fc.assert(
      fc.property(backlogs, policies, tapes, (waitsFor, policy, numbers) => {
        const world = newWorld(waitsFor);
        const inspect = (plan: Plan): void => {
          checkAgents(world, policy);
          for (const decision of plan.decisions)
            if (decision.kind === 'merge') checkMerge(decision, world, plan.ledger);
        };
        const last = driveBacklog({ world, policy, tape: playTape(numbers), deeds, inspect });
        expect(world.stories.map(({ number }) => number).filter((number) => !isSettled(number, last))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('are verified to the last story when nothing fails', () => {
    fc.assert(
      fc.property(backlogs, policies, (waitsFor, policy) => {
        const world = newWorld(waitsFor);
        driveBacklog({ world, policy, tape: playTape([]), inspect: () => {} });
        expect(world.stories.filter(({ verifiedStatus }) => verifiedStatus !== 'verified')).toEqual([]);
        expect(world.ledger).toMatchObject({ finished: true, flights: {}, stories: {} });
      }),
      { numRuns: 60 },
    );
  });

  it('come to the same end from the same chances', () => {
    fc.assert(
      fc.property(backlogs, tapes, (waitsFor, numbers) => {
        const [one, other] = [newWorld(waitsFor), newWorld(waitsFor)];
        for (const world of [one, other])
          driveBacklog({ world, policy: aPolicy(), tape: playTape(numbers), inspect: () => {} });
        expect(one).toEqual(other);
      }),
      { numRuns: 30 },
    );
  });
});
