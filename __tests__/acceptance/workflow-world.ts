import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../../sandbox/actions-host.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import { type Runner, startRunner } from '../../sandbox/runner/runner.ts';
import { type Ledger, parseLedger } from '../../src/core/ledger.ts';
import { compileCache } from '../compile-cache.ts';
import { ledgerFile, proveCommit, pullRequestRule, requiredTest, stateBranch } from './action-world.ts';

const root = join(import.meta.dirname, '../..');
const workflow = 'orchestrate.yml';

/** A repository in the sandbox's GitHub with the example workflows as they stand, and a runner that runs them. */
export interface WorkflowWorld extends AsyncDisposable {
  readonly github: SandboxGitHub;
  readonly runner: Runner;
  /** Asks for a run of the workflow as one does by the API, with these inputs; the status that GitHub answers. */
  dispatch(token: string, inputs?: Readonly<Record<string, string>>): Promise<number>;
  /** The same, and waits until everything is quiet; the run that was asked for. */
  run(token: string, inputs?: Readonly<Record<string, string>>): Promise<RunRecord>;
  /** The summaries of a run's jobs, one after the other. */
  summary(run: RunRecord): string;
  ledger(): Promise<Ledger>;
  /** The commit at which the state stands. */
  state(): string | undefined;
}

/** Founds the repository with these files, a protected and proven base, and the App; the runner is at work. */
export async function openWorkflowWorld(files: Readonly<Record<string, string>>): Promise<WorkflowWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-world-'));
  mkdirSync(join(folder, 'runner'));
  const directory = join(folder, 'github');
  const github = await startGitHub({ directory, owner: 'ada', repo: 'demo', defaultBranch: 'main' });
  const { world, host } = github;
  const tip = await world.pushAs('ada', { branch: 'main', files: { ...loopFiles(), ...files }, message: 'Set up' });
  world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules: [pullRequestRule, requiredTest] });
  const app = world.createApp({ slug: 'orchestrate-app' });
  world.setEnvironment('orchestrate', { branches: ['main'] });
  world.setSecret('ORCHESTRATE_APP_ID', app.clientId, 'orchestrate');
  world.setSecret('ORCHESTRATE_APP_KEY', app.privateKey, 'orchestrate');
  proveCommit(github, tip);
  // The proof of the base wakes the loop as any end of CI does: when it begins is up to the test.
  world.setVariable('ORCHESTRATE', 'off');
  const runner = startRunner(host, {
    workspace: join(folder, 'runner'),
    actions: { 'orchestrate-action/orchestrate': root },
    env: compileCache(),
  });
  await runner.idle();
  world.setVariable('ORCHESTRATE', null);

  async function dispatch(token: string, inputs: Readonly<Record<string, string>> = {}): Promise<number> {
    const { status } = await fetch(`${github.apiUrl}/repos/ada/demo/actions/workflows/${workflow}/dispatches`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ref: 'main', inputs }),
    });
    return status;
  }

  return {
    github,
    runner,
    dispatch,
    run: async (token, inputs) => {
      const before = new Set(host.runs().map(({ id }) => id));
      const status = await dispatch(token, inputs);
      if (status >= 300) throw new Error(`the run was refused: ${status}`);
      await runner.idle();
      const run = host.runs().find(({ id }) => !before.has(id));
      if (run === undefined) throw new Error('no run came of it');
      return run;
    },
    summary: ({ id }) => {
      const texts = host.jobs(id).map((job) => readText(join(directory, 'summaries', `${job.id}.md`)));
      return texts.join('\n');
    },
    ledger: async () => {
      const text = await world.git(['show', `${stateBranch}:${ledgerFile}`]);
      const reading = parseLedger(JSON.parse(text).state.state_data);
      if (reading.kind !== 'ledger') throw new Error(`the ledger is ${reading.kind}`);
      return reading.ledger;
    },
    state: () => world.branches().get(stateBranch),
    [Symbol.asyncDispose]: async () => {
      await runner.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function loopFiles(): Readonly<Record<string, string>> {
  const names = [workflow, 'orchestrate-assignment.yml'];
  return Object.fromEntries(
    names.map((name) => [`.github/workflows/${name}`, readFileSync(join(root, 'examples', name), 'utf8')]),
  );
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
