import { expect } from 'vitest';
import { type Decision, type Plan, subjectOf } from '../../src/core/decision.ts';
import type { Ledger } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { isRepair, repairNumber } from '../../src/core/repair.ts';
import { type ModelWorld, runningJobs } from './model-world.ts';

function keyOf(decision: Decision): string {
  return `${decision.kind} ${subjectOf(decision)}`;
}

/** What every plan must keep to, whatever the world has come to. */
export function checkPlan(plan: Plan, world: ModelWorld, policy: Policy, before: readonly Decision[]): void {
  const moving = plan.decisions.flatMap((decision) => ('story' in decision ? decision.story.number : []));
  const accounted = [...moving, ...plan.holds.keys()];
  const { red } = plan.ledger.repair;
  expect(accounted.toSorted(), 'each story moves or is held, and so does a repair, never both, never twice').toEqual(
    [...world.stories.map(({ number }) => number), ...(red === null ? [] : [repairNumber(red.sha)])].toSorted(),
  );

  const done = new Set(before.map(keyOf));
  expect(
    plan.decisions.map(keyOf).filter((key) => done.has(key)),
    'nothing is asked for again that was just done',
  ).toEqual([]);

  const atWork = checkAgents(world, policy);
  const dispatched = plan.decisions.filter(({ kind }) => kind === 'dispatch');
  expect(Object.keys(plan.ledger.flights).length + dispatched.length).toBeLessThanOrEqual(
    Math.max(policy.concurrency, Object.keys(plan.ledger.flights).length),
  );

  for (const decision of plan.decisions) {
    if (decision.kind === 'dispatch')
      expect(atWork, 'nobody is sent where somebody is').not.toContain(decision.story.number);
    if (decision.kind === 'merge') checkMerge(decision, world, plan.ledger);
  }
  expect(plan.decisions.filter(({ kind }) => kind === 'merge').length, 'one merge at a time').toBeLessThanOrEqual(1);
}

/** Where agents are at work: never two at one story, never more than allowed, whatever the ledger knows of them. */
export function checkAgents(world: ModelWorld, policy: Policy): readonly string[] {
  const atWork = runningJobs(world).map(({ assignment }) =>
    'story' in assignment ? assignment.story.number : repairNumber(assignment.redSha),
  );
  expect(new Set(atWork).size, 'no two agents at one story').toBe(atWork.length);
  expect(atWork.length, 'no more agents than allowed').toBeLessThanOrEqual(policy.concurrency);
  return atWork;
}

/** What a merge must find, whoever decides it: a proven tip, but a repair the red one that it holds. */
export function checkMerge(
  decision: Extract<Decision, { kind: 'merge' }>,
  world: ModelWorld,
  { repair }: Pick<Ledger, 'repair'>,
): void {
  const pullRequest = world.pullRequests.find(({ number }) => number === decision.pullRequest);
  expect(decision.headSha, 'the head that CI saw').toBe(pullRequest?.headSha);
  expect(pullRequest?.check, 'CI of the head').toBe('success');
  expect(decision.verdict.review.result, 'the review').toBe('pass');
  if (pullRequest?.mergeSha === null) {
    // A revert that a person wants is no repair, unless what it undoes is red by now.
    const isRed = repair.red?.asked === null || (world.base.sha === repair.red?.sha && world.base.check === 'failure');
    const check = isRepair(decision.story.number) && isRed ? 'failure' : 'success';
    expect(world.base, 'the proof of the tip').toEqual({ sha: decision.baseSha, check });
  }
}
