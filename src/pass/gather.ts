import type { CommentFacts } from '../core/heard.ts';
import type { Flight, Ledger } from '../core/ledger.ts';
import { dashboardKey } from '../core/shown.ts';
import type { HeadFacts, LegFacts, OutcomeFacts, PullRequestFacts, RunFacts, Snapshot } from '../core/snapshot.ts';
import { branchPrefix } from '../core/view.ts';
import { readFailureLogs } from '../github/failure-logs.ts';
import { readLegs } from '../github/legs.ts';
import { type Observed, type ObserveQuestion, observeGitHub } from '../github/observe.ts';
import { createActorReader } from '../github/read-actor.ts';
import { gatherAsked } from './gather-asked.ts';
import { type Backlog, gatherBacklog } from './gather-backlog.ts';
import { explainBase, gatherMergeChecks } from './gather-base.ts';
import { gatherComments, type Listed, listComments } from './gather-comments.ts';
import { gatherDashboard } from './gather-dashboard.ts';
import { gatherHeads } from './gather-heads.ts';
import { gatherLost } from './gather-lost.ts';
import { gatherMerging } from './gather-merging.ts';
import { gatherMissingMerges } from './gather-missing-merges.ts';
import { gatherReverts } from './gather-reverts.ts';
import { gatherStrays } from './gather-strays.ts';
import type { Pass } from './pass.ts';

/**
 * What GitHub showed, and what was read because of it: it stands until one of our decisions changes something there; what
 * agents the ledger does not know, and how the clock keeps its time, until the pass ends.
 */
export interface GitHubLook {
  readonly observed: Observed;
  readonly legs: ReadonlyMap<string, LegFacts>;
  readonly strays: Snapshot['strays'];
  readonly heads: ReadonlyMap<number, HeadFacts>;
  readonly mergeChecks: Snapshot['mergeChecks'];
  readonly reverts: Snapshot['reverts'];
  readonly merging: Snapshot['merging'];
  readonly missingMerges: Snapshot['missingMerges'];
  readonly heard: Snapshot['heard'];
  readonly dashboard: Snapshot['dashboard'];
}

export interface Gathered {
  readonly world: Snapshot;
  readonly look: GitHubLook;
}

/** What a pass saw of GitHub when it looked last. */
export interface LookBefore {
  readonly look: GitHubLook;
  /** One of our decisions has changed something there since: it is looked at anew. */
  readonly isPast: boolean;
}

/** What a pass knows already when it gathers. */
interface Known {
  /** Judged while GitHub is looked at. */
  readonly outcome: Promise<OutcomeFacts | null> | null;
  /** Null in its first look. */
  readonly before: LookBefore | null;
}

/** Looks at loopctl and at GitHub: everything a decision may depend on, as plain facts. */
export async function gather(ledger: Ledger, { outcome, before }: Known, pass: Pass): Promise<Gathered> {
  const earlier = before?.look ?? null;
  const [backlog, seen, judged] = await Promise.all([
    gatherBacklog(ledger, pass),
    before?.isPast === false ? before.look : lookAtAll(earlier, ledger, pass),
    outcome,
  ]);
  const look = 'legs' in seen ? seen : await lookCloser({ ...seen, earlier }, backlog, ledger, pass);
  const { observed, legs, strays, heads, mergeChecks, reverts, merging, missingMerges, heard, dashboard } = look;
  const world: Snapshot = {
    ...backlog,
    viewer: observed.viewer,
    heads,
    mergeChecks,
    reverts,
    merging,
    missingMerges,
    base: await explainBase(observed.base, ledger, pass),
    rules: observed.rules,
    pullRequests: await explainFailures(observed.pullRequests, ledger, pass),
    others: observed.others,
    runs: observed.runs,
    queuedRuns: observed.queuedRuns,
    strays,
    legs,
    outcome: judged,
    heard,
    clock: pass.github.clock() ?? pass.now(),
    dashboard,
    hasReport: observed.hasReport,
    schedule: observed.schedule,
    rulesetCache: observed.rulesetCache,
    budgets: pass.github.budgets(),
    pass: pass.facts,
  };
  return { world, look };
}

/** What is asked for in any case. */
interface SeenAtAll {
  readonly observed: Observed;
  readonly said: Listed;
}

async function lookAtAll(earlier: GitHubLook | null, ledger: Ledger, pass: Pass): Promise<SeenAtAll> {
  const [observed, said] = await Promise.all([
    observe({ newest: newestRuns(earlier, pass) }, ledger, pass),
    listComments(ledger, pass),
  ]);
  // How the clock keeps its time is told by more runs than a later look lists.
  return { observed: earlier === null ? observed : { ...observed, schedule: earlier.observed.schedule }, said };
}

/** What is read only because of what was seen. */
async function lookCloser(
  { observed, said, earlier }: SeenAtAll & { readonly earlier: GitHubLook | null },
  backlog: Backlog,
  ledger: Ledger,
  pass: Pass,
): Promise<GitHubLook> {
  const { pullRequests, unfinishedRuns } = observed;
  const readActor = createActorReader(pass.github, pass.policy.teams);
  const [mergeChecks, merging, missingMerges, legs, strays, heads, lost, comments, { dashboard, ticks }] =
    await Promise.all([
      gatherMergeChecks(observed.base, ledger, pass),
      gatherMerging(observed, ledger, pass.github),
      gatherMissingMerges(observed.base.sha, ledger, pass),
      gatherLegs(ledger, observed.runs, pass),
      // Since the first look nobody else could send an agent: that takes a save, and none came before ours.
      earlier?.strays ?? gatherStrays({ unfinishedRuns, own: pass.facts.run }, ledger, pass.github),
      gatherHeads({ baseSha: observed.base.sha, pullRequests, stories: backlog.stories }, ledger, pass),
      gatherLost({ ...backlog, pullRequests }, ledger, pass.github),
      gatherComments(said, { ledger, pass, readActor }),
      gatherDashboard(observed.dashboard, ledger.heard, readActor),
    ]);
  const asked = await gatherAsked(comments.comments, [...pullRequests, ...lost], pass.github);
  const seen = { ...observed, pullRequests: [...pullRequests, ...lost, ...asked] };
  return {
    observed: seen,
    legs,
    strays,
    heads,
    mergeChecks,
    reverts: await gatherReverts({ ...seen, stories: backlog.stories, mergeChecks }, ledger, pass),
    merging,
    missingMerges,
    heard: { ...comments, comments: inOrder([...comments.comments, ...ticks]) },
    dashboard,
  };
}

/**
 * How many of the workflow's newest runs are listed, of each of which GitHub tells 12 kB. Agents that the ledger does not
 * know are looked for once, and farthest back by whoever may send others.
 */
function newestRuns(earlier: GitHubLook | null, { facts }: Pass): number {
  if (earlier !== null) return 30;
  return facts.canDispatch ? 100 : 50;
}

function observe(
  { newest }: Pick<ObserveQuestion, 'newest'>,
  ledger: Ledger,
  { github, settings, policy }: Pass,
): Promise<Observed> {
  const { rulesetCache } = ledger;
  const remembered = Object.values(ledger.stories).flatMap(({ pullRequest }) => pullRequest ?? []);
  const ordered = ledger.orders.flatMap((order) => (order.kind === 'revert' ? order.pullRequest : []));
  const tracked = [...new Set([...remembered, ...ordered])];
  const runs = [...new Set(Object.values(ledger.flights).map(({ run }) => run))];
  return observeGitHub(github, {
    base: settings.base,
    branchPrefix,
    tracked,
    workflow: settings.workflow,
    runs,
    newest,
    dashboard: policy.dashboard ? (ledger.shown[dashboardKey]?.id ?? null) : null,
    rulesetCache,
  });
}

function inOrder(comments: readonly CommentFacts[]): readonly CommentFacts[] {
  return comments.toSorted((left, right) => left.writtenAt - right.writtenAt);
}

/** How the jobs of assignments ended whose run is over without their having been settled. */
async function gatherLegs(
  ledger: Ledger,
  runs: ReadonlyMap<number, RunFacts>,
  { github }: Pass,
): Promise<ReadonlyMap<string, LegFacts>> {
  const ended = Object.values(ledger.flights).filter(({ run }) => runs.get(run)?.status === 'completed');
  const legsByRun = await Promise.all(
    [...new Set(ended.map(({ run }) => run))].map((run) => readLegs(github, run, runs.get(run)?.attempt ?? 1)),
  );
  const found = new Map(legsByRun.flatMap((legs) => [...legs]));
  return new Map(ended.map((flight) => [flight.id, found.get(flight.id) ?? missingLeg(flight)]));
}

function missingLeg({ id }: Flight): LegFacts {
  return { assignment: id, agent: 'missing', settle: 'missing', settleJobId: null };
}

/** The ends of the logs of failed checks, for the author who is to mend them; nobody at work on it means it is next. */
async function explainFailures(
  pullRequests: readonly PullRequestFacts[],
  ledger: Ledger,
  { github }: Pass,
): Promise<readonly PullRequestFacts[]> {
  const busy = new Set(Object.values(ledger.flights).map(({ branch }) => branch));
  return await Promise.all(
    pullRequests.map(async (pullRequest) => {
      if (pullRequest.state !== 'OPEN' || busy.has(pullRequest.headRef)) return pullRequest;
      return { ...pullRequest, checks: await readFailureLogs(github, pullRequest.checks) };
    }),
  );
}
