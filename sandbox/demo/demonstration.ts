import { setTimeout as sleep } from 'node:timers/promises';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import type { Board } from './board.ts';
import { drive } from './drive.ts';
import { sampleErrands } from './errands.ts';
import { type Judgement, judgeEnd } from './expectation.ts';
import { type Summary, summarise } from './figures.ts';
import { foundWorld, usualProject } from './found-world.ts';
import { createHands, type Hands } from './hands.ts';
import { workflowPath } from './house-rules.ts';
import { createMemoryGauge } from './memory.ts';
import { createPerson, type Person } from './person.ts';
import type { Ending } from './report.ts';
import type { Scenario } from './scenario.ts';
import { openServedProject, type ServedProject } from './served-project.ts';
import { openStage, type Stage } from './stage.ts';
import type { Viewer } from './viewer.ts';
import { restOf } from './waiting.ts';
import type { WorldFolder } from './world-folder.ts';

export interface DemonstrationOptions {
  /** This project's folder: its examples and its sample. */
  readonly root: string;
  /** The folder that stands for our action, with its `action.yml`. */
  readonly action: string;
  readonly folder: WorldFolder;
  /** The backlog's text; a world that is gone on with has its own. */
  readonly backlog: string;
  /** The agent's command, the witness around it included. */
  readonly agent: readonly string[];
  /** How many jobs run at once; enough for all agents unless told. */
  readonly slots?: number;
  /** A day that is not like others; none unless told. */
  readonly scenario?: Scenario | null;
  /** The loopctl server that has the project; the embedded store unless told. */
  readonly server?: LoopctlServer | null;
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
}

export interface Demonstration {
  readonly ending: Ending;
  readonly summary: Summary;
  readonly board: Board;
  /** What a scenario expected of the end; nothing where there was none. */
  readonly judgements: readonly Judgement[];
}

/** Plays a project from where its world stands to the end, or to where nothing moves any more. */
export async function demonstrate(options: DemonstrationOptions): Promise<Demonstration> {
  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const { scenario = null, folder } = options;
  const served = await openProject(options);
  await using stage = await openStage({
    ...options,
    scenario,
    served,
    onTold: (board, entry) => options.viewer.told(board, entry, elapsed()),
  });
  const memory = createMemoryGauge();
  const hands = createHands(stage.github, served?.bring);
  const errands = scenario?.errands ?? (folder.isSample ? sampleErrands : []);
  const person = createPerson(errands, hands, () => performance.now());
  const over = new AbortController();
  let violations = 0;
  const following = Promise.all([
    repeatedly(200, over.signal, async () => options.viewer.draw(stage.board, { elapsedMs: elapsed(), violations })),
    repeatedly(2000, over.signal, async () => {
      violations = (await inspect(stage)).length;
    }),
    repeatedly(1500, over.signal, async () => memory.look()),
    repeatedly(150, over.signal, async () => person.look(stage.board)),
  ]);
  try {
    const ending = await play(stage, { ...options, person, hands });
    const measured = {
      requests: stage.requests(),
      passes: stage.passes(),
      elapsedMs: elapsed(),
      peakMemory: memory.peak(),
    };
    const { board, mergeCalls, github } = stage;
    const summary = summarise(board, { ...measured, violations: await inspect(stage) });
    const calls = { mergeCalls: mergeCalls.seen, countedSince: mergeCalls.since };
    const end = { board, events: github.world.log(), ...calls };
    return { ending, board, summary, judgements: scenario === null ? [] : judgeEnd(scenario, end) };
  } finally {
    over.abort();
    await following;
  }
}

/** A new world's backlog is there before the loop is: nobody imports it but people. */
async function openProject({ server = null, folder, backlog }: DemonstrationOptions): Promise<ServedProject | null> {
  if (server === null || folder.servedProject === null) return null;
  const served = await openServedProject(server, folder.servedProject);
  if (!folder.isOld) await served.bring(backlog);
  return served;
}

interface Cast {
  readonly person: Person;
  readonly hands: Hands;
}

async function play(stage: Stage, options: DemonstrationOptions & Cast): Promise<Ending> {
  const { folder, root, backlog, agent, signal, person, hands, scenario } = options;
  const { github, runner, board, clock } = stage;
  const firingMs = (scenario?.minutesBetweenFirings ?? 0) * 60_000;
  const now = (): number => clock?.now().getTime() ?? Date.now();
  // What a signal ends here ends the jobs; whoever waits for quiet then goes on.
  signal.addEventListener('abort', () => void runner.close().catch(() => undefined));
  if (!folder.isOld) {
    const { concurrency } = folder;
    const special =
      scenario === null || scenario === undefined ? {} : { config: scenario.config, setting: scenario.setting };
    const own = { server: options.server ?? null, project: folder.servedProject ?? usualProject };
    const agents = { author: agent, reviewer: agent };
    await foundWorld(github.world, { root, backlog, concurrency, ...agents, ...own, ...special });
    await folder.finishFounding();
  }
  return await drive({
    signal,
    idle: runner.idle,
    dispatch: () => hands.start(),
    schedule: () => {
      clock?.advance(firingMs);
      github.world.schedule(workflowPath);
    },
    look: async () => {
      await inspect(stage);
      const stories = [...board.stories.values()];
      const moves = board.told.filter((entry) => entry.kind === 'act' || entry.story !== null).length;
      return {
        isDone: stories.length > 0 && stories.every(({ verified }) => verified),
        picture: String(moves),
        waitMs: Math.max(restOf(board, now() + firingMs), person.waitMs()),
      };
    },
  });
}

/** One look of the auditor; what it read of the store goes onto the board. */
async function inspect({ auditor, board }: Stage): ReturnType<Stage['auditor']['violations']> {
  const violations = await auditor.violations();
  board.learn(auditor.standings());
  return violations;
}

async function repeatedly(milliseconds: number, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
