import fc from 'fast-check';
import type { Flight, Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import type {
  CheckFacts,
  CheckState,
  PullRequestFacts,
  RulesFacts,
  Snapshot,
  StoryFacts,
} from '../../src/core/snapshot.ts';
import { aCheck, actionsApp } from './checks.ts';
import { aFlight, aHead, aLedger, aMemory, approved, aVerdict, minute, noon } from './ledger.ts';
import { aFailedReview, aReview, settled, someWork } from './outcome.ts';
import { aPolicy } from './policy.ts';
import { aPullRequest } from './pull-request.ts';
import { aSha, headSha, tip } from './sha.ts';
import { aSnapshot, someRules } from './snapshot.ts';
import { aStory } from './story.ts';

/** Nearly always the first, so that everything may hold at once, and each of the others now and then. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant(usual) },
    ...others.map((value) => ({ weight: 2, arbitrary: fc.constant(value) })),
  );
}

const states = mostly<CheckState>(
  'success',
  'pending',
  'failure',
  'neutral',
  'skipped',
  'cancelled',
  'timed_out',
  'action_required',
  'stale',
);

const check: fc.Arbitrary<CheckFacts> = fc
  .record({
    name: mostly('test', 'lint', 'orchestrate/gate'),
    state: states,
    appId: mostly<number | null>(actionsApp, 9, null),
    workflowRunId: mostly<number | null>(7, null),
    workflow: mostly<string | null>('ci.yml', 'orchestrate.yml', null),
  })
  .map(({ state, ...change }) => aCheck(state, change));

const checks = fc.oneof(
  { weight: 12, arbitrary: fc.array(check, { minLength: 1, maxLength: 3 }) },
  fc.constant<CheckFacts[]>([]),
);

const numbers = ['1.1', '1.2', '2.1'] as const;

function story(number: string): fc.Arbitrary<StoryFacts> {
  return fc
    .record({
      agentStatus: mostly<StoryFacts['agentStatus']>(
        'reported_done',
        'pending',
        'contracted',
        'assigned',
        'implementing',
      ),
      verifiedStatus: mostly<StoryFacts['verifiedStatus']>('unverified', 'rejected', 'verified'),
      assignedAgentId: mostly<string | null>('implementer', null, 'a-person'),
      criteria: mostly([{ id: 'AC-1', text: 'It works.' }], []),
      criteriaHash: mostly(`criteria-${number}`, 'criteria-of-today'),
    })
    .map((change) => aStory({ number, ...change }));
}

function memory(index: number): fc.Arbitrary<StoryMemory> {
  const number = numbers[index] ?? '';
  const verdict = aVerdict({ criteriaHash: `criteria-${number}` });
  const good = approved({ agreement: `criteria-${number}`, pullRequest: index + 1, verdict });
  return fc
    .record({
      head: mostly(
        aHead(),
        null,
        aHead({ missingDeliverables: ['a'] }),
        aHead({ patchId: 'x' }),
        aHead({ sha: aSha('x') }),
      ),
      verdict: mostly(
        verdict,
        null,
        { ...verdict, review: aFailedReview() },
        { ...verdict, patchId: 'x' },
        { ...verdict, reviewer: 'implementer' },
      ),
      reported: mostly<string | null>('91-2', null, 'x'),
      merged: mostly<StoryMemory['merged']>(
        null,
        { sha: aSha('m'), headSha, baseBefore: null, by: null, at: noon },
        { sha: aSha('m'), headSha, baseBefore: tip, by: null, at: noon },
      ),
      sticky: mostly<StoryMemory['sticky']>(
        null,
        { code: 'declined', detail: '', since: noon },
        { code: 'x', detail: '', since: noon },
      ),
      feedback: mostly<StoryMemory['feedback']>([], [{ kind: 'review_failed', summary: '', items: [], headSha }]),
      rejections: mostly(0, 3),
      authorRuns: mostly(1, 6),
      infrastructure: mostly(
        { failures: 0, notBefore: 0 },
        { failures: 4, notBefore: 0 },
        { failures: 1, notBefore: noon + minute },
      ),
      reviews: mostly<StoryMemory['reviews']>({ headSha: null, count: 0 }, { headSha, count: 2 }),
    })
    .chain((change) => mostly({ ...good, ...change }, aMemory(), aMemory({ agreement: `criteria-${number}` })));
}

function pullRequest(index: number): fc.Arbitrary<PullRequestFacts> {
  return fc
    .record({
      state: mostly<PullRequestFacts['state']>('OPEN', 'CLOSED', 'MERGED'),
      headSha: mostly(headSha, aSha('x')),
      baseRef: mostly('main', 'develop'),
      isDraft: mostly(false, true),
      isFork: mostly(false, true),
      mergeState: mostly<PullRequestFacts['mergeState']>('CLEAN', 'BEHIND', 'BLOCKED', 'DIRTY', 'UNKNOWN'),
      reviewDecision: mostly<PullRequestFacts['reviewDecision']>(
        null,
        'APPROVED',
        'CHANGES_REQUESTED',
        'REVIEW_REQUIRED',
      ),
      viewerCanMergeAsAdmin: mostly(false, true),
      unresolvedConversations: mostly(0, 2),
      mergeSha: mostly<string | null>(aSha('m'), null),
      checks,
    })
    .map((change) => aPullRequest({ number: index + 1, headRef: `orchestrate/${numbers[index]}`, ...change }));
}

const rules: fc.Arbitrary<RulesFacts> = fc
  .record({
    requiredChecks: mostly<RulesFacts['requiredChecks']>(
      [{ name: 'test', appId: actionsApp }],
      [],
      [{ name: 'lint', appId: null }],
    ),
    strict: mostly(false, true),
    requiresPullRequest: mostly(true, false),
    requiredApprovals: mostly(0, 1),
    requiresConversationResolution: mostly(false, true),
    requiresMergeQueue: mostly(false, true),
    bypass: mostly<RulesFacts['bypass']>('never', 'possible', 'unknown'),
    mergeMethods: mostly<RulesFacts['mergeMethods']>(['merge'], ['squash'], []),
  })
  .map(someRules);

const policy: fc.Arbitrary<Policy> = fc
  .record({
    concurrency: fc.integer({ min: 1, max: 3 }),
    merge: mostly<Policy['merge']>(
      { mode: 'auto', method: 'merge' },
      { mode: 'approve', method: 'merge' },
      { mode: 'never', method: 'merge' },
    ),
    base: mostly<Policy['base']>(
      { start: 'proven', unprotected: 'refuse', revert: false },
      { start: 'last-proven', unprotected: 'accept', revert: true },
    ),
  })
  .map(aPolicy);

const flights: fc.Arbitrary<readonly Flight[]> = mostly<readonly Flight[]>(
  [],
  [aFlight()],
  [aFlight({ role: 'review', startSha: headSha })],
  [aFlight({ story: '2.1', run: 98 }), aFlight({ id: '99-4', story: null, role: 'repair' })],
);

const outcomes = mostly<Snapshot['outcome']>(
  null,
  settled(),
  settled({ review: aReview() }),
  settled({ kind: 'declined' }),
  settled({}, { work: someWork({ isEmpty: true }) }),
  { kind: 'unusable', assignment: '99-3', detail: '' },
);

export interface Situation {
  readonly world: Snapshot;
  readonly ledger: Ledger;
  readonly policy: Policy;
}

/** Any situation of three stories: often one in which something may merge, and everything that can be wrong with it. */
export const situations: fc.Arbitrary<Situation> = fc
  .record({
    stories: fc.tuple(story('1.1'), story('1.2'), story('2.1')),
    memories: fc.tuple(memory(0), memory(1), memory(2)),
    pullRequests: fc.subarray([0, 1, 2], { minLength: 1 }).chain((indexes) => fc.tuple(...indexes.map(pullRequest))),
    base: fc.record({ branch: fc.constant('main'), sha: fc.constant(tip), checks }),
    paused: mostly<Ledger['paused']>(null, { by: 'ada', at: noon }),
    status: mostly<'completed' | 'in_progress'>('in_progress', 'completed'),
    canDispatch: fc.boolean(),
    rules,
    policy,
    flights,
    outcomes,
  })
  .map(({ stories, memories, pullRequests, base, paused, status, canDispatch, ...rest }) => ({
    world: aSnapshot(stories, {
      pullRequests,
      base,
      rules: rest.rules,
      outcome: rest.outcomes,
      runs: new Map([[99, { id: 99, attempt: 1, status }]]),
      legs: new Map([['99-3', { assignment: '99-3', agent: 'success', settle: 'failure', settleJobId: 5 }]]),
      pass: { run: 100, attempt: 1, holder: 'plan', canDispatch },
    }),
    ledger: aLedger(Object.fromEntries(numbers.map((number, index) => [number, memories[index] ?? aMemory()])), {
      flights: Object.fromEntries(rest.flights.map((flight) => [flight.id, flight])),
      paused,
    }),
    policy: rest.policy,
  }));
