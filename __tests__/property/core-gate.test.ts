import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/core/decide.ts';
import type { Merge } from '../../src/core/decision.ts';
import { judgeGate } from '../../src/core/gate.ts';
import { reasons } from '../../src/core/reasons.ts';
import { viewStories } from '../../src/core/view.ts';
import { loneSituations, type Situation } from '../builders/arbitrary-snapshot.ts';
import { aContext } from '../builders/context.ts';
import { whatForbids } from '../builders/forbidden-merge.ts';
import { aVerdict } from '../builders/ledger.ts';

interface Asked {
  readonly holds: ReturnType<typeof judgeGate>;
  /** The merge that would be asked for if nothing held it. */
  readonly merge: Merge;
}

function askGate({ world, ledger, policy, now }: Situation): Asked | null {
  const context = aContext(world, ledger, policy, now);
  const [view] = viewStories(world, ledger);
  if (view === undefined || view.pullRequest === null) return null;
  const { pullRequest, story, memory } = view;
  return {
    holds: judgeGate(view, pullRequest, context).filter(({ hold }) => hold !== null),
    merge: {
      kind: 'merge',
      story,
      because: '',
      pullRequest: pullRequest.number,
      pullRequestId: pullRequest.id,
      headSha: pullRequest.headSha,
      baseSha: world.base.sha,
      method: policy.merge.method,
      way: world.rules.requiresMergeQueue ? 'queue' : 'direct',
      verdict: memory.verdict ?? aVerdict({ patchId: 'none' }),
    },
  };
}

describe('the gate of one pull request, whatever is the matter with it', () => {
  it('no decision to merge is made unless every clause holds', () => {
    let merges = 0;
    fc.assert(
      fc.property(loneSituations, (situation) => {
        const { world, ledger, policy, now } = situation;
        const decisions = decide(world, ledger, policy, now).decisions.filter(({ kind }) => kind === 'merge');
        for (const decision of decisions) {
          if (decision.kind !== 'merge') continue;
          expect(whatForbids(decision, situation)).toEqual([]);
          expect(askGate(situation)?.holds).toEqual([]);
          merges += 1;
        }
      }),
      { numRuns: 10_000 },
    );
    expect(merges, 'situations in which it merges').toBeGreaterThan(100);
  });

  it('no verdict becomes an approval unless every other clause holds, and people are not asked for theirs', () => {
    let approvals = 0;
    fc.assert(
      fc.property(loneSituations.map(lackingApproval), (situation) => {
        const { world, ledger, policy, now } = situation;
        const isGiven = decide(world, ledger, policy, now).decisions.some(({ kind }) => kind === 'approve');
        if (!isGiven) return;
        expect(policy.approve).toBe('actions');
        expect(askGate(situation)?.holds.map(({ name }) => name)).toEqual(['approvals']);
        approvals += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(approvals, 'situations in which it approves').toBeGreaterThan(20);
  });

  it('whatever forbids it is held by a clause, with a reason and a remedy; where nothing does, none holds', () => {
    const outcomes = { held: 0, open: 0 };
    fc.assert(
      fc.property(loneSituations, (situation) => {
        const asked = askGate(situation);
        // Blocked under strict rules it may be behind as well, which only the gate takes for that.
        fc.pre(asked !== null && situation.world.pullRequests[0]?.mergeState !== 'BLOCKED');
        const forbidden = whatForbids(asked.merge, situation).filter((fault) => !ofStages.includes(fault));
        expect(asked.holds.length === 0, forbidden.join(', ')).toBe(forbidden.length === 0);
        for (const { hold } of asked.holds) expect(hold === null ? '' : reasons[hold.code].remedy).not.toBe('');
        outcomes[asked.holds.length === 0 ? 'open' : 'held'] += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(outcomes.held, outcomes.open), JSON.stringify(outcomes)).toBeGreaterThan(300);
  });
});

/** The same where the rules ask for an approval that GitHub does not see yet. */
function lackingApproval({ world, ...situation }: Situation): Situation {
  const pullRequests = world.pullRequests.map((one) => ({ ...one, reviewDecision: 'REVIEW_REQUIRED' as const }));
  return { ...situation, world: { ...world, pullRequests, rules: { ...world.rules, requiredApprovals: 1 } } };
}

/** What keeps a story from coming to the gate at all: its stage sees to it. */
const ofStages: readonly string[] = [
  'sticky',
  'merged already',
  'to be started over',
  'work kept aside',
  'another agreement',
  'not reported',
  'not open',
  'asked for already',
  'a merge of another under way',
  'not made a moment ago',
];
