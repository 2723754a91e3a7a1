import type { Assignment } from '../../src/core/assignment.ts';
import { emptyLedger, type Ledger, recall } from '../../src/core/ledger.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import type {
  CheckState,
  LegFacts,
  OutcomeFacts,
  PassFacts,
  PullRequestFacts,
  RunFacts,
  Snapshot,
} from '../../src/core/snapshot.ts';
import type { AgentStatus, VerifiedStatus } from '../../src/core/story.ts';
import { aCheck } from './checks.ts';
import { noon } from './ledger.ts';
import { someWork } from './outcome.ts';
import { aPullRequest } from './pull-request.ts';
import { aSha } from './sha.ts';
import { aSnapshot } from './snapshot.ts';
import { aStory } from './story.ts';

export interface ModelStory {
  readonly number: string;
  readonly waitsFor: readonly string[];
  criteriaHash: string;
  agentStatus: AgentStatus;
  verifiedStatus: VerifiedStatus;
  assignedAgentId: string | null;
  reportedDoneAt: string | null;
  rejectedAt: string | null;
  fails: number;
}

export interface ModelPullRequest {
  readonly number: number;
  readonly branch: string;
  headSha: string;
  check: CheckState;
  isClosed: boolean;
  mergeSha: string | null;
  mergedBy: string | null;
}

/** An agent job: at work, ended with an outcome for its settling, or gone without one. */
export interface ModelJob {
  readonly assignment: Assignment;
  state: 'running' | 'ended' | 'gone';
  outcome: OutcomeFacts | null;
  /** Its settle came to its end, whatever it found. */
  isSettled: boolean;
}

/** A GitHub, a loopctl and their agents in memory: what decisions do to them, `decide` then sees. */
export interface ModelWorld {
  readonly stories: ModelStory[];
  readonly pullRequests: ModelPullRequest[];
  readonly branches: Map<string, string>;
  readonly runs: Map<number, ModelJob[]>;
  readonly resettle: ModelJob[];
  base: { sha: string; check: CheckState };
  /** The tip that GitHub still shows though a merge has moved it, for one more look. */
  staleTip: ModelWorld['base'] | null;
  ledger: Ledger;
  /** As it was after each run, for who puts an old one back. */
  readonly past: Ledger[];
  now: number;
  counter: number;
}

/** A world in which nothing has happened yet, from what each story waits for. */
export function newWorld(waitsFor: Readonly<Record<string, readonly string[]>>): ModelWorld {
  return {
    stories: Object.entries(waitsFor).map(([number, others]) => newStory(number, others)),
    pullRequests: [],
    branches: new Map(),
    runs: new Map(),
    resettle: [],
    base: { sha: aSha('0'), check: 'success' },
    staleTip: null,
    ledger: emptyLedger,
    past: [],
    now: noon,
    counter: 0,
  };
}

export function newStory(number: string, waitsFor: readonly string[]): ModelStory {
  return {
    number,
    waitsFor,
    criteriaHash: `criteria-${number}`,
    agentStatus: 'pending',
    verifiedStatus: 'unverified',
    assignedAgentId: null,
    reportedDoneAt: null,
    rejectedAt: null,
    fails: 0,
  };
}

export function newSha(world: ModelWorld): string {
  world.counter += 1;
  // Told apart by its first seven digits, as most are.
  return world.counter.toString(16).padStart(7, '0').padEnd(40, '0');
}

export function storyOf(world: ModelWorld, number: string): ModelStory {
  const story = world.stories.find((each) => each.number === number);
  if (story === undefined) throw new Error(`there is no story ${number}`);
  return story;
}

/** The jobs that are at work or whose outcome was not settled: no run of theirs has ended. */
export function runningJobs(world: ModelWorld): readonly ModelJob[] {
  return [...world.runs.values()].flat().filter(({ state }) => state === 'running');
}

/** What a pass sees of the world; a stale tip is seen once. */
export function observe(world: ModelWorld, pass: PassFacts, outcome: OutcomeFacts | null): Snapshot {
  const isOpen = ({ number, verifiedStatus }: ModelStory, other: string): boolean =>
    number === other && verifiedStatus !== 'verified';
  const open = world.stories.map(
    (story) => [story, story.waitsFor.filter((other) => world.stories.some((each) => isOpen(each, other)))] as const,
  );
  const isStale = world.staleTip !== null;
  const { sha, check } = world.staleTip ?? world.base;
  world.staleTip = null;
  return aSnapshot(
    world.stories.map(({ waitsFor: _, fails: __, ...story }) => aStory(story)),
    {
      ready: new Set(
        open
          .filter(([story, left]) => story.agentStatus === 'pending' && left.length === 0)
          .map(([{ number }]) => number),
      ),
      blockers: new Map(open.filter(([, left]) => left.length > 0).map(([{ number }, left]) => [number, left])),
      rejections: countRejections(world),
      base: { branch: 'main', sha, checks: [aCheck(check)] },
      pullRequests: world.pullRequests.map((pullRequest) => seePullRequest(pullRequest, isStale)),
      heads: seeHeads(world),
      contractedBy: new Map(world.stories.map(({ number }) => [number, 'implementer'])),
      strays: seeStrays(world, pass.run),
      runs: seeRuns(world),
      legs: seeLegs(world),
      outcome,
      pass,
    },
  );
}

function countRejections({ stories, ledger }: ModelWorld): Snapshot['rejections'] {
  const unexplained = stories.filter(
    ({ number, verifiedStatus }) => verifiedStatus === 'rejected' && recall(ledger, number).rejections === 0,
  );
  return new Map(unexplained.map(({ number, fails }) => [number, fails]));
}

function seePullRequest(
  { number, branch, headSha, check, isClosed, mergeSha, mergedBy }: ModelPullRequest,
  isStale: boolean,
): PullRequestFacts {
  const isMerged = mergeSha !== null && !isStale;
  return aPullRequest({
    number,
    headRef: branch,
    headSha,
    checks: [aCheck(check)],
    state: isMerged ? 'MERGED' : isClosed ? 'CLOSED' : 'OPEN',
    mergeSha: isMerged ? mergeSha : null,
    mergedBy: isMerged ? mergedBy : null,
  });
}

/** Every head that is not the accepted one, and on whose branch nobody works. */
function seeHeads({ pullRequests, ledger, base }: ModelWorld): Snapshot['heads'] {
  const accepted = new Set(Object.values(ledger.stories).map(({ head }) => head?.sha));
  const busy = new Set(Object.values(ledger.flights).map(({ branch }) => branch));
  const strange = pullRequests.filter(
    ({ branch, headSha, isClosed, mergeSha }) =>
      !isClosed && mergeSha === null && !busy.has(branch) && !accepted.has(headSha),
  );
  return new Map(
    strange.map(({ number, headSha }) => [
      number,
      {
        sha: headSha,
        kind: 'push',
        work: someWork({ head: headSha, patchId: `patch-${headSha}`, diffBase: base.sha }),
        fault: null,
      },
    ]),
  );
}

function seeStrays(world: ModelWorld, own: number): Snapshot['strays'] {
  const named = new Set(Object.values(world.ledger.flights).map(({ run }) => run));
  return runningJobs(world)
    .map(({ assignment: { id, run } }) => ({ run, assignment: id }))
    .filter(({ run }) => run !== own && !named.has(run));
}

function seeRuns(world: ModelWorld): ReadonlyMap<number, RunFacts> {
  const isOver = (jobs: readonly ModelJob[]): boolean =>
    jobs.every((job) => job.state !== 'running' && !world.resettle.includes(job));
  return new Map(
    [...world.runs].map(([id, jobs]) => [id, { id, attempt: 1, status: isOver(jobs) ? 'completed' : 'in_progress' }]),
  );
}

function seeLegs(world: ModelWorld): ReadonlyMap<string, LegFacts> {
  const jobs = [...world.runs.values()].flat();
  return new Map(
    jobs.map(({ assignment: { id }, state, isSettled }) => [
      id,
      state === 'gone'
        ? { assignment: id, agent: 'cancelled', settle: 'missing', settleJobId: null }
        : { assignment: id, agent: 'success', settle: isSettled ? 'success' : 'cancelled', settleJobId: 1 },
    ]),
  );
}

/** The identity of an outcome's own assignment. */
export function identityOf({ id, run, attempt }: Assignment): Pick<Outcome, 'assignment' | 'run' | 'attempt'> {
  return { assignment: id, run, attempt };
}
