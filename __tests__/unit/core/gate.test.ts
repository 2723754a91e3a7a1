import { describe, expect, it } from 'vitest';
import { firstHold, judgeGate } from '../../../src/core/gate.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { ReasonCode } from '../../../src/core/reasons.ts';
import { aCheck } from '../../builders/checks.ts';
import { aContext, viewOf } from '../../builders/context.ts';
import { aReviewBy } from '../../builders/gate.ts';
import { aHead, aLedger, approved, aVerdict, noon } from '../../builders/ledger.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { answerScene, type Scene } from '../../builders/scene.ts';
import { aSha, tip } from '../../builders/sha.ts';
import { aSnapshot, someRules } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

const story = ourStory({ agentStatus: 'reported_done' });
const ready: Scene = { story, memory: approved(), pullRequest: aPullRequest() };
const merge: Policy['merge'] = { mode: 'auto', method: 'merge', exceptions: [] };

interface ClauseRow {
  readonly clause: string;
  readonly scene: Scene;
  readonly code: ReasonCode;
}

/** One row a clause, in the order in which they are judged: what alone makes it fail. */
const rows: readonly ClauseRow[] = [
  { clause: 'paused', scene: { ledger: { paused: { by: 'ada', at: noon, cause: 'person' } } }, code: 'paused' },
  { clause: 'a fork', scene: { pullRequest: aPullRequest({ isFork: true }) }, code: 'fork' },
  {
    clause: 'pointed at another branch',
    scene: { pullRequest: aPullRequest({ baseRef: 'develop' }) },
    code: 'base_changed',
  },
  { clause: 'a draft', scene: { pullRequest: aPullRequest({ isDraft: true }) }, code: 'draft' },
  { clause: 'another head', scene: { pullRequest: aPullRequest({ headSha: aSha('x') }) }, code: 'head_not_accepted' },
  { clause: 'in conflict', scene: { pullRequest: aPullRequest({ mergeState: 'DIRTY' }) }, code: 'merge_conflict' },
  {
    clause: 'behind under strict rules',
    scene: { pullRequest: aPullRequest({ mergeState: 'BEHIND' }), world: { rules: someRules({ strict: true }) } },
    code: 'behind',
  },
  {
    clause: 'a check pending',
    scene: { pullRequest: aPullRequest({ checks: [aCheck('pending')] }) },
    code: 'ci_pending',
  },
  {
    clause: 'a check red',
    scene: { pullRequest: aPullRequest({ checks: [aCheck('failure')] }) },
    code: 'check_refused',
  },
  {
    clause: 'a check missing',
    scene: { pullRequest: aPullRequest({ checks: [aCheck('success', { name: 'x' })] }) },
    code: 'check_missing',
  },
  { clause: 'no check', scene: { pullRequest: aPullRequest({ checks: [] }) }, code: 'checks_unknown' },
  { clause: 'no verdict', scene: { memory: approved({ verdict: null }) }, code: 'verdict_missing' },
  {
    clause: 'a failing verdict',
    scene: { memory: approved({ verdict: aVerdict({ review: aFailedReview() }) }) },
    code: 'verdict_missing',
  },
  {
    clause: 'a verdict on another diff',
    scene: { memory: approved({ verdict: aVerdict({ patchId: 'x' }) }) },
    code: 'verdict_missing',
  },
  {
    clause: 'a verdict on other criteria',
    scene: { memory: approved({ verdict: aVerdict({ criteriaHash: 'x' }) }) },
    code: 'verdict_missing',
  },
  {
    clause: 'a verdict by the implementer',
    scene: { memory: approved({ verdict: aVerdict({ reviewer: 'implementer' }) }) },
    code: 'verdict_missing',
  },
  {
    clause: 'a file missing',
    scene: { memory: approved({ head: aHead({ missingDeliverables: ['a'] }) }) },
    code: 'deliverables_missing',
  },
  {
    clause: 'changes requested',
    scene: { pullRequest: aPullRequest({ reviewDecision: 'CHANGES_REQUESTED' }) },
    code: 'change_requested',
  },
  {
    clause: 'an approval required',
    scene: { world: { rules: someRules({ requiredApprovals: 1 }) } },
    code: 'awaiting_approval',
  },
  {
    clause: 'an approval wanted',
    scene: { policy: { merge: { ...merge, mode: 'approve' } } },
    code: 'awaiting_approval',
  },
  {
    clause: 'a conversation open',
    scene: {
      pullRequest: aPullRequest({ unresolvedConversations: 1 }),
      world: { rules: someRules({ requiresConversationResolution: true }) },
    },
    code: 'conversations_open',
  },
  {
    clause: 'merging left to a person',
    scene: { policy: { merge: { ...merge, mode: 'never' } } },
    code: 'merge_by_hand',
  },
  {
    clause: 'blocked, and accepted with another tip, under strict rules',
    scene: { pullRequest: aPullRequest({ mergeState: 'BLOCKED' }), world: { rules: someRules({ strict: true }) } },
    code: 'behind',
  },
  {
    clause: 'a method that is not allowed',
    scene: { world: { rules: someRules({ mergeMethods: ['squash'] }) } },
    code: 'merge_method_refused',
  },
  {
    clause: 'the base pending',
    scene: { world: { base: { branch: 'main', sha: tip, checks: [aCheck('pending')] } } },
    code: 'base_pending',
  },
  {
    clause: 'the base red',
    scene: { world: { base: { branch: 'main', sha: tip, checks: [aCheck('failure')] } } },
    code: 'base_red',
  },
  {
    clause: 'no pull request required',
    scene: { world: { rules: someRules({ requiresPullRequest: false }) } },
    code: 'base_unprotected',
  },
  {
    clause: 'no check required',
    scene: { world: { rules: someRules({ requiredChecks: [] }) } },
    code: 'base_unprotected',
  },
  {
    clause: 'a ruleset to pass over',
    scene: { world: { rules: someRules({ bypass: 'possible' }) } },
    code: 'bypass_possible',
  },
  {
    clause: 'an unknown bypass',
    scene: { world: { rules: someRules({ bypass: 'unknown' }) } },
    code: 'bypass_possible',
  },
  {
    clause: 'an admin’s token',
    scene: { pullRequest: aPullRequest({ viewerCanMergeAsAdmin: true }) },
    code: 'bypass_possible',
  },
];

function holdsOf(scene: Scene): readonly ReasonCode[] {
  const { pullRequest = aPullRequest(), memory = approved(), ledger = {}, world = {}, policy = {} } = scene;
  const context = aContext(
    aSnapshot([story], { pullRequests: [pullRequest], ...world }),
    aLedger({ '1.1': memory }, ledger),
    aPolicy(policy),
  );
  return judgeGate(viewOf(context), pullRequest, context).flatMap(({ hold }) => hold?.code ?? []);
}

/** Two scenes in one; where both change the same part, the second's changes are laid over the first's. */
function together(one: Scene, other: Scene): Scene {
  const rules = { ...someRules(), ...one.world?.rules, ...onlyChanged(other.world?.rules, someRules()) };
  return {
    ...one,
    ...other,
    pullRequest: { ...aPullRequest(), ...one.pullRequest, ...onlyChanged(other.pullRequest, aPullRequest()) },
    memory: { ...approved(), ...one.memory, ...onlyChanged(other.memory, approved()) },
    world: { ...one.world, ...other.world, rules },
    policy: { ...one.policy, ...other.policy },
    ledger: { ...one.ledger, ...other.ledger },
  };
}

function onlyChanged<Facts extends object>(facts: Facts | undefined, usual: Facts): Partial<Facts> {
  const changed = Object.entries(facts ?? {}).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usual[key as keyof Facts]),
  );
  return Object.fromEntries(changed) as Partial<Facts>;
}

describe('the gate', () => {
  it('merges when every clause holds', () => {
    expect(holdsOf(ready)).toEqual([]);
    expect(answerScene(ready)).toBe('merge');
  });

  it.each(rows)('holds for $code alone: $clause', ({ scene, code }) => {
    expect(holdsOf(scene)).toEqual([code]);
  });

  it.each(rows)('never merges: $clause', ({ scene }) => {
    expect(answerScene({ ...ready, ...scene })).not.toBe('merge');
  });

  it('names the first clause that fails, whichever fails after it', () => {
    const clauses = [...new Set(rows.map(({ code }) => code))];
    for (const [index, one] of rows.entries()) {
      for (const other of rows.slice(index + 1)) {
        const found = holdsOf(together(one.scene, other.scene));
        const order = found.map((code) => clauses.indexOf(code));
        expect(order, `${one.clause} and ${other.clause}`).toEqual(order.toSorted((left, right) => left - right));
      }
    }
  });

  it('has nothing to hold for when every clause holds', () => {
    expect(firstHold([{ name: 'a', hold: null }])).toBeNull();
    expect(
      firstHold([
        { name: 'a', hold: null },
        { name: 'b', hold: { code: 'fork', detail: '' } },
      ])?.code,
    ).toBe('fork');
  });
});

const lenient: readonly (Scene & { readonly behaviour: string })[] = [
  {
    behaviour: 'merges behind the base where the rules are not strict',
    pullRequest: aPullRequest({ mergeState: 'BEHIND' }),
  },
  {
    behaviour: 'merges with an approval where one is wanted',
    pullRequest: aPullRequest({ reviewDecision: 'APPROVED', reviews: [aReviewBy('ada')] }),
    policy: { merge: { ...merge, mode: 'approve' } },
    world: { rules: someRules({ requiredApprovals: 1 }) },
  },
  {
    behaviour: 'merges over open conversations where no rule asks',
    pullRequest: aPullRequest({ unresolvedConversations: 3 }),
  },
  {
    behaviour: 'merges into an unprotected base that was accepted by name',
    policy: { base: { start: 'proven', unprotected: 'accept', revert: false } },
    world: { rules: someRules({ requiresPullRequest: false, requiredChecks: [], bypass: 'unknown' }) },
  },
];

describe('the gate, where less is asked', () => {
  it.each(lenient)('$behaviour', (scene) => {
    expect(answerScene({ ...ready, ...scene })).toBe('merge');
  });

  it('refuses a bypass that is known even where the base was accepted unprotected', () => {
    const policy = { base: { start: 'proven', unprotected: 'accept', revert: false } } as const;
    expect(answerScene({ ...ready, policy, world: { rules: someRules({ bypass: 'possible' }) } })).toBe(
      'hold bypass_possible',
    );
  });
});
