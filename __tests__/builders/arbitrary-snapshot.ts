import fc from 'fast-check';
import type { Flight, Ledger, StoryMemory } from '../../src/core/ledger.ts';
import type { Policy } from '../../src/core/policy.ts';
import { repairNumber } from '../../src/core/repair.ts';
import type { CheckFacts, CheckState, LegFacts, PullRequestFacts, Snapshot } from '../../src/core/snapshot.ts';
import { checks, heads, merging, pullRequest } from './arbitrary-pull-request.ts';
import { policy, rules, token } from './arbitrary-rules.ts';
import { memory, numbers, stories, waiting } from './arbitrary-story.ts';
import { aCheck } from './checks.ts';
import { aFlight, aHead, aLedger, aMemory, aVerdict, minute, noon } from './ledger.ts';
import { mostly } from './mostly.ts';
import { aReview, settled, someWork } from './outcome.ts';
import { aPullRequest } from './pull-request.ts';
import { aSha, headSha, tip } from './sha.ts';
import { aSnapshot } from './snapshot.ts';
import { aStory } from './story.ts';

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
      asked: mostly<string | null>(null, 'ada'),
      tries: mostly(0, 3),
      mergeState: mostly<PullRequestFacts['mergeState']>('CLEAN', 'DIRTY'),
      missingDeliverables: mostly<string[]>([], ['docs/api.md']),
      verdict: mostly<StoryMemory['verdict']>(null, aVerdict({ criteriaHash: JSON.stringify([tip, ['test'], null]) })),
    })
    .map(({ state, isOpen, red, reverts, asked, tries, mergeState, missingDeliverables, verdict }) => ({
      checks: [aCheck(state)],
      pullRequests: isOpen ? [aPullRequest({ number: 4, headRef: repairBranch, mergeState })] : [],
      repair: { red: { sha: red, jobs: ['test'], reverts, asked: reverts === null ? null : asked }, tries },
      memory: isOpen ? aMemory({ head: aHead({ missingDeliverables }), pullRequest: 4, verdict }) : aMemory(),
    })),
);

function rememberAll(memories: readonly StoryMemory[], red: Mending | null): Readonly<Record<string, StoryMemory>> {
  const stories = Object.fromEntries(numbers.map((number, index) => [number, memories[index] ?? aMemory()]));
  return red === null ? stories : { ...stories, [repairNumber(tip)]: red.memory };
}

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
    paused: mostly<Ledger['paused']>(
      null,
      { by: 'ada', at: noon, cause: 'person' },
      { by: 'epic 1', at: noon, cause: 'budget' },
    ),
    rules,
    policy,
    canApprove: mostly(true, false),
    now: mostly(noon, noon + 20 * minute),
  })
  .map(({ memory, pullRequest, baseChecks, paused, rules, policy, canApprove, now }) => ({
    world: aSnapshot([aStory({ agentStatus: 'reported_done', assignedAgentId: 'implementer' })], {
      pullRequests: [pullRequest],
      base: { branch: 'main', sha: tip, checks: baseChecks },
      rules,
      pass: { run: 100, attempt: 1, holder: 'plan', canDispatch: true, canApprove },
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
    paused: mostly<Ledger['paused']>(
      null,
      { by: 'ada', at: noon, cause: 'person' },
      { by: 'epic 1', at: noon, cause: 'budget' },
    ),
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
    canApprove: fc.boolean(),
    rules,
    policy,
    flights,
    outcomes,
    token,
  })
  .map(({ stories, memories, pullRequests, base, paused, status, leg, repair, canDispatch, canApprove, ...rest }) => ({
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
      pass: { run: 100, attempt: 1, holder: 'plan', canDispatch, canApprove },
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
