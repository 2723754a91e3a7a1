import fc from 'fast-check';
import type { Flight, Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { repairNumber } from '../../src/core/repair.ts';
import type {
  CheckFacts,
  CheckState,
  HeadFacts,
  LegFacts,
  PullRequestFacts,
  ReviewFacts,
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
  'unreadable',
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
        'pending',
        'pending',
        'contracted',
        'assigned',
        'implementing',
      ),
      verifiedStatus: mostly<StoryFacts['verifiedStatus']>('unverified', 'rejected', 'verified'),
      assignedAgentId: mostly<string | null>('implementer', null, 'a-person'),
      reportedDoneAt: mostly<string | null>('2', null, '1'),
      rejectedAt: mostly<string | null>(null, '1', '2'),
      criteria: mostly([{ id: 'AC-1', text: 'It works.' }], []),
      criteriaHash: mostly(`criteria-${number}`, 'criteria-of-today'),
    })
    .map((change) => aStory({ number, ...change, ...(isUnheld(change) ? { assignedAgentId: null } : {}) }));
}

/** Nobody's yet, by loopctl's own account. */
function isUnheld({ agentStatus }: Pick<StoryFacts, 'agentStatus'>): boolean {
  return agentStatus === 'pending' || agentStatus === 'contracted';
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
        aHead({ by: 'update' }),
        aHead({ changedPaths: null }),
        aHead({ changedPaths: ['docs/a.md'] }),
        aHead({ changedPaths: ['migrations/1.sql', 'docs/a.md'] }),
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
        { sha: aSha('m'), headSha, baseBefore: aSha('before'), by: null, at: noon },
        { sha: aSha('m'), headSha, baseBefore: null, by: 'ada', at: noon },
      ),
      generation: mostly(1, 2),
      agreement: mostly<string | null>(`criteria-${number}`, null, 'criteria-of-today'),
      pullRequest: mostly<number | null>(index + 1, null),
      kept: mostly<StoryMemory['kept']>(null, {
        head: aHead({ sha: aSha('kept') }),
        protectedPaths: ['.github/workflows/ci.yml'],
      }),
      merging: mostly<StoryMemory['merging']>(
        null,
        { headSha, baseSha: tip, uuid: 'u-1', at: noon },
        { headSha, baseSha: tip, uuid: null, at: noon },
        { headSha: aSha('x'), baseSha: tip, uuid: null, at: noon },
      ),
      unmerged: mostly<StoryMemory['unmerged']>(
        null,
        { headSha, detail: 'failed checks', times: 1, notBefore: noon + minute },
        { headSha, detail: 'failed checks', times: 4, notBefore: noon - minute },
        { headSha: aSha('x'), detail: 'failed checks', times: 4, notBefore: noon + minute },
      ),
      approvedHead: mostly<string | null>(null, aSha('kept'), aSha('x')),
      startOver: mostly(false, true),
      sticky: mostly<StoryMemory['sticky']>(
        null,
        { code: 'declined', detail: '', since: noon },
        { code: 'x', detail: '', since: noon },
        { code: 'closed_by_human', detail: '', since: noon },
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

/** Often an approval of the head by a person who may write. */
const review: fc.Arbitrary<ReviewFacts> = fc.record({
  author: mostly<string | null>('ada', 'ben', 'orchestrate-app', null),
  isPerson: mostly(true, false),
  canWrite: mostly(true, false),
  state: mostly<ReviewFacts['state']>('APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'),
  commit: mostly<string | null>(headSha, aSha('x'), null),
  submittedAt: mostly(noon - 5 * minute, noon - 40 * minute),
});

function pullRequest(index: number): fc.Arbitrary<PullRequestFacts> {
  return fc
    .record({
      state: mostly<PullRequestFacts['state']>('OPEN', 'CLOSED', 'MERGED'),
      headRef: mostly(`orchestrate/${numbers[index]}`, `orchestrate/${numbers[index]}-2`),
      headSha: mostly(headSha, aSha('x'), aSha('kept')),
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
      author: mostly<string | null>('orchestrate-app', 'ada', null),
      reviews: fc.array(review, { maxLength: 2 }),
      mergeSha: mostly<string | null>(aSha('m'), null),
      mergedBy: mostly<string | null>('orchestrate-app', 'ada', null),
      checks,
    })
    .map((change) => aPullRequest({ number: index + 1, ...change }));
}

/** What was found of the head of one of them, when it is not the accepted one. */
const head: fc.Arbitrary<HeadFacts> = fc
  .record({
    sha: mostly(aSha('x'), headSha),
    kind: mostly<HeadFacts['kind']>('push', 'update'),
    isJudged: mostly(true, false),
    patchId: mostly('patch-2', 'patch-1'),
    descends: mostly(true, false),
    isEmpty: mostly(false, true),
    refusals: mostly<readonly string[]>([], ['a.bin is too large']),
    protectedPaths: mostly<readonly string[]>([], ['CODEOWNERS']),
  })
  .map(({ sha, kind, isJudged, ...work }) => ({
    sha,
    kind,
    work: isJudged ? someWork({ head: sha, ...work }) : null,
    fault: isJudged ? null : 'it is gone',
  }));

const heads: fc.Arbitrary<Snapshot['heads']> = fc
  .tuple(fc.subarray([1, 2, 3]), head)
  .map(([found, facts]) => new Map(found.map((number) => [number, facts])));

const merging: fc.Arbitrary<Snapshot['merging']> = mostly<Snapshot['merging']>(
  new Map(),
  new Map([[1, { kind: 'pending', detail: '#1' }]]),
  new Map([[1, { kind: 'ended', detail: 'failed checks' }]]),
  new Map([[2, { kind: 'queued', detail: '#2 at position 1' }]]),
);

/** What loopctl says of each story besides the story itself. */
const waiting = fc
  .record({
    ready: fc.subarray([...numbers], { minLength: 2 }),
    blockers: fc.constantFrom<Snapshot['blockers']>(new Map(), new Map([['2.1', ['1.1', '1.2']]])),
    drift: fc.constantFrom<Snapshot['drift']>(
      new Map(),
      new Map([['2.1', ['1.1', '1.2']]]),
      new Map([['2.1', ['1.1']]]),
    ),
    contractedBy: mostly<Snapshot['contractedBy']>(
      new Map(),
      new Map(numbers.map((number) => [number, 'implementer'])),
      new Map(numbers.map((number) => [number, 'a-person'])),
    ),
    rejections: mostly<Snapshot['rejections']>(new Map(), new Map([['1.1', 3]])),
    strays: mostly<Snapshot['strays']>(
      [],
      [{ run: 97, assignment: '97-1' }],
      [97, 98].map((run) => ({ run, assignment: `${run}-9` })),
    ),
  })
  .map(({ ready, ...facts }) => ({ ...facts, ready: new Set<string>(ready) }));

/** As whom we act, and what GitHub still lets us ask. */
const token = fc.record({
  viewer: mostly('orchestrate-app', 'github-actions'),
  budgets: mostly<Snapshot['budgets']>(
    [],
    [{ resource: 'core', limit: 1000, remaining: 60, resetsAt: noon + 30 * minute }],
    [{ resource: 'graphql', limit: 5000, remaining: 40, resetsAt: noon + 10 * minute }],
  ),
});

const rules: fc.Arbitrary<RulesFacts> = fc
  .record({
    requiredChecks: mostly<RulesFacts['requiredChecks']>(
      [{ name: 'test', appId: actionsApp }],
      [],
      [{ name: 'lint', appId: null }],
    ),
    strict: mostly(false, true),
    requiresPullRequest: mostly(true, false),
    requiredApprovals: mostly(0, 1, 2),
    requiresCodeOwners: mostly(false, true),
    requiresLastPushApproval: mostly(false, true),
    dismissesStaleApprovals: mostly(false, true),
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
      { mode: 'auto', method: 'merge', exceptions: [] },
      { mode: 'approve', method: 'merge', exceptions: [] },
      { mode: 'never', method: 'merge', exceptions: [] },
      {
        mode: 'approve',
        method: 'merge',
        exceptions: [
          { mode: 'auto', epics: [2], paths: ['docs/**'] },
          { mode: 'never', epics: [], paths: ['migrations/**'] },
        ],
      },
      { mode: 'auto', method: 'merge', exceptions: [{ mode: 'never', epics: [1], paths: [] }] },
      { mode: 'never', method: 'merge', exceptions: [{ mode: 'auto', epics: [1], paths: ['docs/**'] }] },
    ),
    base: mostly<Policy['base']>(
      { start: 'proven', unprotected: 'refuse', revert: false },
      { start: 'last-proven', unprotected: 'accept', revert: true },
    ),
  })
  .map(aPolicy);

const flights: fc.Arbitrary<readonly Flight[]> = fc.constantFrom<(readonly Flight[])[]>(
  [],
  [],
  [],
  [],
  [aFlight()],
  [aFlight({ role: 'review', startSha: headSha })],
  [aFlight({ story: '2.1', branch: 'orchestrate/2.1', run: 98 }), aFlight({ id: '99-4', story: null, role: 'repair' })],
  [aFlight({ story: '3.7', branch: 'orchestrate/3.7' })],
);

const outcomes = fc.constantFrom<Snapshot['outcome'][]>(
  null,
  null,
  null,
  settled(),
  settled({ review: aReview() }),
  settled({ kind: 'declined' }),
  settled({}, { work: someWork({ isEmpty: true }) }),
  settled({}, { work: someWork({ protectedPaths: ['CODEOWNERS'] }) }),
  { kind: 'unusable', assignment: '99-3', detail: '' },
);

interface Mending {
  readonly checks: readonly CheckFacts[];
  readonly pullRequests: readonly PullRequestFacts[];
  readonly repair: Ledger['repair'];
  readonly memory: StoryMemory;
}

const repairBranch = `orchestrate/${repairNumber(tip)}`;

/** A base that is red, and how far its repair has come. */
const repair: fc.Arbitrary<Mending | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  fc
    .record({
      state: mostly<CheckState>('failure', 'success', 'pending', 'cancelled'),
      isOpen: fc.boolean(),
      red: mostly(tip, aSha('older')),
      reverts: mostly<NonNullable<Ledger['repair']['red']>['reverts']>(null, {
        story: '1.1',
        failures: ['test: not ok'],
      }),
      tries: mostly(0, 3),
      mergeState: mostly<PullRequestFacts['mergeState']>('CLEAN', 'DIRTY'),
      missingDeliverables: mostly<string[]>([], ['docs/api.md']),
      verdict: mostly<StoryMemory['verdict']>(null, aVerdict({ criteriaHash: JSON.stringify([tip, ['test'], null]) })),
    })
    .map(({ state, isOpen, red, reverts, tries, mergeState, missingDeliverables, verdict }) => ({
      checks: [aCheck(state)],
      pullRequests: isOpen ? [aPullRequest({ number: 4, headRef: repairBranch, mergeState })] : [],
      repair: { red: { sha: red, jobs: ['test'], reverts }, tries },
      memory: isOpen ? aMemory({ head: aHead({ missingDeliverables }), pullRequest: 4, verdict }) : aMemory(),
    })),
);

function rememberAll(memories: readonly StoryMemory[], red: Mending | null): Readonly<Record<string, StoryMemory>> {
  const stories = Object.fromEntries(numbers.map((number, index) => [number, memories[index] ?? aMemory()]));
  return red === null ? stories : { ...stories, [repairNumber(tip)]: red.memory };
}

const done = { agentStatus: 'reported_done', verifiedStatus: 'verified' } as const;

/** Now and then everything is done. */
const stories = fc.oneof(
  { weight: 20, arbitrary: fc.tuple(story('1.1'), story('1.2'), story('2.1')) },
  fc.constant(numbers.map((number) => aStory({ number, ...done }))),
);

const endedLeg: LegFacts = { assignment: '99-3', agent: 'success', settle: 'failure', settleJobId: 5 };

export interface Situation {
  readonly world: Snapshot;
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly now: number;
}

/**
 * One story of ours that is reported, on a base that is nearly always green: what a merge hangs on is all that differs, so
 * that something merges every few times.
 */
export const loneSituations: fc.Arbitrary<Situation> = fc
  .record({
    memory: memory(0),
    pullRequest: pullRequest(0),
    baseChecks: mostly([aCheck()], [aCheck('failure')], [aCheck('pending')], []),
    paused: mostly<Ledger['paused']>(null, { by: 'ada', at: noon }),
    rules,
    policy,
    now: mostly(noon, noon + 20 * minute),
  })
  .map(({ memory, pullRequest, baseChecks, paused, rules, policy, now }) => ({
    world: aSnapshot([aStory({ agentStatus: 'reported_done', assignedAgentId: 'implementer' })], {
      pullRequests: [pullRequest],
      base: { branch: 'main', sha: tip, checks: baseChecks },
      rules,
    }),
    ledger: aLedger({ '1.1': memory }, { paused }),
    policy,
    now,
  }));

/** Any situation of three stories: often one in which something may merge, and everything that can be wrong with it. */
export const situations: fc.Arbitrary<Situation> = fc
  .record({
    stories,
    memories: fc.tuple(memory(0), memory(1), memory(2)),
    pullRequests: fc.subarray([0, 1, 2], { minLength: 1 }).chain((indexes) => fc.tuple(...indexes.map(pullRequest))),
    base: fc.record({ branch: fc.constant('main'), sha: fc.constant(tip), checks }),
    paused: mostly<Ledger['paused']>(null, { by: 'ada', at: noon }),
    status: mostly<'completed' | 'in_progress'>('in_progress', 'completed'),
    repair,
    leg: mostly<Partial<LegFacts> | null>({}, null, { settle: 'success' }, { agent: 'cancelled', settleJobId: null }),
    now: mostly(noon, noon + 20 * minute),
    watched: mostly<Ledger['base']['watched']>(null, { sha: tip, since: noon - 60 * minute }),
    heads,
    merging,
    missingMerges: mostly<Snapshot['missingMerges']>(new Set(), new Set([aSha('m')])),
    waiting,
    canDispatch: fc.boolean(),
    rules,
    policy,
    flights,
    outcomes,
    token,
  })
  .map(({ stories, memories, pullRequests, base, paused, status, leg, repair, canDispatch, ...rest }) => ({
    world: aSnapshot(stories, {
      pullRequests: [...pullRequests, ...(repair === null ? [] : repair.pullRequests)],
      base: repair === null ? base : { ...base, checks: repair.checks },
      rules: rest.rules,
      outcome: rest.outcomes,
      runs: new Map([[99, { id: 99, attempt: 1, status }]]),
      legs: new Map(leg === null ? [] : [['99-3', { ...endedLeg, ...leg }]]),
      heads: rest.heads,
      merging: rest.merging,
      missingMerges: rest.missingMerges,
      ...rest.waiting,
      ...rest.token,
      pass: { run: 100, attempt: 1, holder: 'plan', canDispatch },
    }),
    ledger: aLedger(rememberAll(memories, repair), {
      ...(repair === null ? {} : { repair: repair.repair }),
      flights: Object.fromEntries(rest.flights.map((flight) => [flight.id, flight])),
      paused,
      base: { proven: { sha: tip, at: noon }, watched: rest.watched },
    }),
    policy: rest.policy,
    now: rest.now,
  }));
