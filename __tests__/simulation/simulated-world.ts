import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Auditor, watch } from '../../sandbox/auditor/watch.ts';
import { createClock } from '../../sandbox/demo/clock.ts';
import { parseJobLine } from '../../sandbox/demo/decision-line.ts';
import { foundWorld, owner } from '../../sandbox/demo/found-world.ts';
import { houseRules, workflowPath } from '../../sandbox/demo/house-rules.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import type { KeptEvent } from '../../sandbox/github/world/events.ts';
import { type Runner, startRunner } from '../../sandbox/runner/runner.ts';
import type { RunnerEvent, RunnerOptions } from '../../sandbox/runner/runner-options.ts';
import { createGithubAppToken } from '../../sandbox/runner/shims/app-token.ts';
import { compileCache } from '../compile-cache.ts';

const root = join(import.meta.dirname, '../..');
const concurrency = 2;

/** A project played by the real workflows and the committed bundle, with a clock that can be put forward. */
export interface SimulatedWorld extends AsyncDisposable {
  readonly github: SandboxGitHub;
  readonly runner: Runner;
  readonly auditor: Auditor;
  /** What the trusted jobs have said they did, and the errors they ended with. */
  readonly decisions: readonly string[];
  readonly errors: readonly string[];
  /** The job that an installation token was made for. */
  jobOfToken(tokenId: number): number | null;
  /** Lets half an hour pass and the cron fire, as often as it takes until nothing is under way and all is done. */
  playToEnd(stories: readonly string[], disturbances?: () => number): Promise<'done' | 'stuck'>;
}

export interface SimulatedOptions {
  readonly backlog: string;
  readonly onEvent: (event: RunnerEvent) => void;
}

/** So many times the cron may wake the loop without anything moving. */
const patience = 4;

/** Founds the project in a folder of its own. */
export async function openSimulatedWorld({ backlog, onEvent }: SimulatedOptions): Promise<SimulatedWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'simulation-'));
  const spool = join(folder, 'spool');
  for (const name of ['github', 'runner', 'spool']) mkdirSync(join(folder, name));
  const clock = createClock(folder);
  const directory = join(folder, 'github');
  const github = await startGitHub({ directory, owner, repo: 'tidy-print', defaultBranch: 'main', now: clock.now });
  const { world } = github;
  const agent = ['sh', join(root, 'sandbox/agent/witness.sh'), spool, process.execPath];
  const command = [...agent, join(root, 'sandbox/agent/scripted-agent.mjs')];
  // Machines fail more often here than anywhere else.
  const config = { limits: { infrastructure: 20 } };
  await foundWorld(world, { root, backlog, concurrency, author: command, reviewer: command, config });

  const decisions: string[] = [];
  const errors: string[] = [];
  const jobOfToken = new Map<number, number>();
  const runner = startRunner(github.host, {
    workspace: join(folder, 'runner'),
    slots: 2,
    actions: { 'orchestrate-action/orchestrate': root },
    env: { ...compileCache(), ...clock.environment },
    shims: { 'actions/create-github-app-token': rememberingTokens(github, jobOfToken) },
    onEvent,
    onOutput: ({ line }) => {
      const heard = parseJobLine(line);
      if (heard?.kind === 'decision') decisions.push(`${heard.decision} ${heard.story ?? '-'}`);
      if (heard?.kind === 'error') errors.push(heard.text);
    },
  });
  // The witness's notes go by the clock of this machine, and the auditor compares the two.
  const log = (): readonly KeptEvent[] => world.log().map((event) => ({ ...event, at: clock.realTime(event.at) }));
  const auditor = watch({ ...world, log }, spool, {
    repository: join(directory, 'repo.git'),
    stateBranch: 'orchestrate-state',
    rules: houseRules(concurrency),
  });

  async function isDone(stories: readonly string[]): Promise<boolean> {
    await auditor.violations();
    const standings = auditor.standings();
    return stories.every((story) => standings.get(story)?.verifiedStatus === 'verified');
  }

  return {
    github,
    runner,
    auditor,
    decisions,
    errors,
    jobOfToken: (tokenId) => jobOfToken.get(tokenId) ?? null,
    playToEnd: async (stories, disturbances = () => 0) => {
      const moves = (): number => decisions.length + disturbances();
      for (let quiet = 0; quiet < patience; ) {
        const before = moves();
        clock.advance(30 * 60_000);
        world.schedule(workflowPath);
        await settle(runner);
        if (await isDone(stories)) return 'done';
        quiet = moves() === before ? quiet + 1 : 0;
      }
      return 'stuck';
    },
    [Symbol.asyncDispose]: async () => {
      await runner.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The real shim, which also tells whose token it was: requests are then known to be a job's own. */
function rememberingTokens(
  { world }: SandboxGitHub,
  jobs: Map<number, number>,
): NonNullable<RunnerOptions['shims']>[string] {
  return {
    ...createGithubAppToken,
    run: async (call) => {
      const outputs = await createGithubAppToken.run(call);
      const tokens = world.tokens();
      const job = tokens.find(({ value }) => value === call.token)?.jobId;
      const made = tokens.find(({ value }) => value === outputs['token']);
      if (job !== undefined && job !== null && made !== undefined) jobs.set(made.id, job);
      return outputs;
    },
  };
}

/** Events are handed over a moment after they happened: quiet counts only when it lasts. */
async function settle({ idle }: Runner): Promise<void> {
  for (let look = 0; look < 2; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await idle();
  }
}
