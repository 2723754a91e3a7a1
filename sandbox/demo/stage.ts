import { join } from 'node:path';
import { createServerHistory } from '../auditor/server-history.ts';
import type { StoreReader } from '../auditor/store-reader.ts';
import { type Auditor, type WatchedWorld, watch } from '../auditor/watch.ts';
import { type SandboxGitHub, startGitHub } from '../github/start.ts';
import { type Runner, startRunner } from '../runner/runner.ts';
import { type Act, readAct } from './act.ts';
import { type Board, createBoard, type Origin } from './board.ts';
import { type Clock, createClock } from './clock.ts';
import { type DecisionEntry, parseJobLine } from './decision-line.ts';
import { owner } from './found-world.ts';
import { houseRules } from './house-rules.ts';
import { createMergeCalls, type MergeCalls } from './merge-calls.ts';
import { createMoments } from './moments.ts';
import { readOutline } from './outline.ts';
import { createPassClock, isPassJob, type PassTime } from './passes.ts';
import type { Scenario } from './scenario.ts';
import type { ServedProject } from './served-project.ts';
import type { WorldFolder } from './world-folder.ts';

/** Everything that plays: a GitHub, a runner, an auditor who watches, and the board on which it is all told. */
export interface Stage extends AsyncDisposable {
  readonly github: SandboxGitHub;
  readonly runner: Runner;
  readonly auditor: Auditor;
  readonly board: Board;
  readonly mergeCalls: Pick<MergeCalls, 'seen' | 'since'>;
  /** The clock of a scenario in which time passes. */
  readonly clock: Clock | null;
  /** How long each pass took. */
  passes(): readonly PassTime[];
  /** Requests that GitHub answered. */
  requests(): number;
}

export interface StageOptions {
  readonly folder: WorldFolder;
  /** The folder that stands for our action. */
  readonly action: string;
  /** The backlog's text, for a world that has none yet. */
  readonly backlog: string;
  /** How many jobs run at once; enough for all agents unless told. */
  readonly slots?: number;
  /** A day that is not like others; none unless told. */
  readonly scenario?: Scenario | null;
  /** Where the store is a loopctl server; the embedded one unless told. */
  readonly served?: ServedProject | null;
  /** A decision of the loop, or an act of a person. */
  readonly onTold: (board: Board, entry: DecisionEntry | Act) => void;
}

/** Raises the curtain on the world in this folder, as it stood when it last fell. */
export async function openStage({
  folder,
  action,
  backlog,
  slots = folder.concurrency + 4,
  scenario = null,
  served = null,
  onTold,
}: StageOptions): Promise<Stage> {
  const rules = houseRules(folder.concurrency);
  const { base } = rules;
  const { github, clock } = await openGitHub(folder, base, scenario);
  const text = folder.isOld ? await github.world.git(['show', `${base}:backlog.json`]) : backlog;
  const board = createBoard(readOutline(text), rules);
  const mergeCalls = createMergeCalls(lastEvent(github));
  let requests = requestsBefore(github);
  for (const event of github.world.log()) board.observe(event);
  for (const line of folder.heard) hear(board, line, { job: 0, run: 0 });
  const moments = createMoments(lastEvent(github));
  github.world.subscribe((event) => {
    if (event.kind !== 'request') moments.note(event.seq);
    if (event.kind === 'request') {
      if (event.transport !== 'git') requests += 1;
      mergeCalls.observe(event);
      return;
    }
    board.observe(event);
    const act = readAct(event);
    if (act !== null) onTold(board, act);
  });
  const passes = createPassClock(() => performance.now());
  const runner = startRunner(github.host, {
    workspace: folder.runner,
    slots,
    actions: { 'orchestrate-action/orchestrate': action },
    // On GitHub each job has a machine of its own: agents and CI here do not take a pass's away.
    niceness: (job) => (isPassJob(job) ? 0 : 19),
    // Hundreds of starts of one bundle on one machine: it need not be compiled each time.
    env: {
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(folder.path, 'compile-cache'),
      ...clock?.environment,
    },
    onEvent: passes.observe,
    onOutput: ({ run, job, line }) => {
      passes.hear(job.id, line);
      const heard = hear(board, line, { job: job.id, run: run.id });
      if (heard?.kind !== 'decision') return;
      folder.keepLine(line);
      onTold(board, heard);
    },
  });
  // The loop waits for a person to run a check again that was cut off with its machine.
  for (const { id, workflowPath, conclusion } of github.host.runs()) {
    if (conclusion === 'cancelled' && !rules.ownWorkflows.includes(workflowPath)) runner.rerun(id);
  }
  const auditor = watch(clock === null ? github.world : inRealTime(github, clock), folder.spool, {
    repository: folder.repository,
    stateBranch: 'orchestrate-state',
    ...(served === null ? {} : { store: historyOf(served, moments.seqAt) }),
    rules,
  });
  return {
    github,
    runner,
    auditor,
    board,
    mergeCalls,
    clock,
    passes: passes.times,
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      await runner.close();
      await github.close();
    },
  };
}

/** Read with the reviewer's key, which asks least: its limit of requests is the auditor's to use up. */
function historyOf({ server, id }: ServedProject, seqAt: (moment: number) => number): StoreReader {
  return createServerHistory({ url: server.url, key: server.keys.reviewer, projectId: id, seqAt });
}

async function openGitHub(
  { path, github: directory }: WorldFolder,
  defaultBranch: string,
  scenario: Scenario | null,
): Promise<Pick<Stage, 'github' | 'clock'>> {
  const place = { directory, owner, repo: 'tidy-print', defaultBranch };
  if (scenario === null) return { github: await startGitHub(place), clock: null };
  const { conditions, minutesBetweenFirings } = scenario;
  const clock = minutesBetweenFirings === 0 ? null : createClock(path);
  const now = clock?.now ?? ((): Date => new Date());
  return { github: await startGitHub({ ...place, conditions, now }), clock };
}

function lastEvent({ world }: SandboxGitHub): number {
  return world.log().at(-1)?.seq ?? 0;
}

/** The world by the clock of this machine, which the witness's notes go by: the auditor compares the two. */
function inRealTime({ world }: SandboxGitHub, clock: Clock): WatchedWorld {
  return { ...world, log: () => world.log().map((event) => ({ ...event, at: clock.realTime(event.at) })) };
}

/** API requests; git's own are no part of GitHub's budget. */
function requestsBefore({ world }: SandboxGitHub): number {
  return world.tokens().reduce((sum, { requests: { rest, graphql } }) => sum + rest + graphql, 0);
}

function hear(board: Board, line: string, origin: Origin): ReturnType<typeof parseJobLine> {
  const heard = parseJobLine(line);
  if (heard !== null) board.hear(heard, origin);
  return heard;
}
