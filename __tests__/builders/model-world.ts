import type { Assignment } from '../../src/core/assignment.ts';
import { emptyLedger, type Ledger, recall } from '../../src/core/ledger.ts';
import type { Outcome } from '../../src/core/outcome.ts';
import type { CheckState, LegFacts, OutcomeFacts, PassFacts, RunFacts, Snapshot } from '../../src/core/snapshot.ts';
import type { AgentStatus, VerifiedStatus } from '../../src/core/story.ts';
import { aCheck } from './checks.ts';
import { noon } from './ledger.ts';
import { aPullRequest } from './pull-request.ts';
import { aSha } from './sha.ts';
import { aSnapshot } from './snapshot.ts';
import { aStory } from './story.ts';

export interface ModelStory {
  readonly number: string;
  readonly waitsFor: readonly string[];
  agentStatus: AgentStatus;
  verifiedStatus: VerifiedStatus;
  assignedAgentId: string | null;
  fails: number;
}

export interface ModelPullRequest {
  readonly number: number;
  readonly branch: string;
  headSha: string;
  check: CheckState;
  mergeSha: string | null;
}

/** An agent job: at work, ended with an outcome for its settling, or gone without one. */
export interface ModelJob {
  readonly assignment: Assignment;
  state: 'running' | 'ended' | 'gone';
  outcome: OutcomeFacts | null;
}

/** A GitHub, a loopctl and their agents in memory: what decisions do to them, `decide` then sees. */
export interface ModelWorld {
  readonly stories: readonly ModelStory[];
  readonly pullRequests: ModelPullRequest[];
  readonly branches: Map<string, string>;
  readonly runs: Map<number, ModelJob[]>;
  readonly resettle: ModelJob[];
  base: { sha: string; check: CheckState };
  /** The tip that GitHub still shows though a merge has moved it, for one more look. */
  staleTip: string | null;
  ledger: Ledger;
  now: number;
  counter: number;
}

/** A world in which nothing has happened yet, from what each story waits for. */
export function newWorld(waitsFor: Readonly<Record<string, readonly string[]>>): ModelWorld {
  return {
    stories: Object.entries(waitsFor).map(([number, others]) => ({
      number,
      waitsFor: others,
      agentStatus: 'pending',
      verifiedStatus: 'unverified',
      assignedAgentId: null,
      fails: 0,
    })),
    pullRequests: [],
    branches: new Map(),
    runs: new Map(),
    resettle: [],
    base: { sha: aSha('0'), check: 'success' },
    staleTip: null,
    ledger: emptyLedger,
    now: noon,
    counter: 0,
  };
}

export function newSha(world: ModelWorld): string {
  world.counter += 1;
  return world.counter.toString(16).padStart(40, '0');
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
  const isVerified = (number: string): boolean => storyOf(world, number).verifiedStatus === 'verified';
  const open = world.stories.map((story) => [story, story.waitsFor.filter((other) => !isVerified(other))] as const);
  const isStale = world.staleTip !== null;
  const sha = world.staleTip ?? world.base.sha;
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
      base: { branch: 'main', sha, checks: [aCheck(isStale ? 'success' : world.base.check)] },
      pullRequests: world.pullRequests.map((pullRequest) => seePullRequest(pullRequest, isStale)),
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
  { number, branch, headSha, check, mergeSha }: ModelPullRequest,
  isStale: boolean,
): Snapshot['pullRequests'][number] {
  const isMerged = mergeSha !== null && !isStale;
  return aPullRequest({
    number,
    headRef: branch,
    headSha,
    checks: [aCheck(check)],
    state: isMerged ? 'MERGED' : 'OPEN',
    mergeSha: isMerged ? mergeSha : null,
    mergedBy: isMerged ? 'orchestrate-app' : null,
  });
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
    jobs.map(({ assignment: { id }, state }) => [
      id,
      state === 'gone'
        ? { assignment: id, agent: 'cancelled', settle: 'missing', settleJobId: null }
        : { assignment: id, agent: 'success', settle: 'cancelled', settleJobId: 1 },
    ]),
  );
}

/** The identity of an outcome's own assignment. */
export function identityOf({ id, run, attempt }: Assignment): Pick<Outcome, 'assignment' | 'run' | 'attempt'> {
  return { assignment: id, run, attempt };
}
