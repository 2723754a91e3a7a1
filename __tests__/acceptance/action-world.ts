import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { TokenPermissions, Trigger } from '../../sandbox/actions-host.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import type { KeptEvent } from '../../sandbox/github/world/events.ts';
import type { RequestCounts, Rule } from '../../sandbox/github/world/rows.ts';
import { type Ledger, parseLedger } from '../../src/core/ledger.ts';
import { aBacklog } from './backlog-file.ts';
import { type ActionEnd, type RunningAction, startAction } from './run-action.ts';

const root = join(import.meta.dirname, '../..');
const owner = 'ada';
const repo = 'demo';
const workflowPath = '.github/workflows/orchestrate.yml';
export const stateBranch = 'orchestrate-state';
export const ledgerFile = 'projects/demo/state/main.json';

/** What a world is founded with; a test changes the one thing it is about. */
export interface Founding {
  /** Files of the first commit; null leaves one of the usual ones out. */
  readonly files: Readonly<Record<string, string | null>>;
  /** The ruleset of the default branch; null: there is none. */
  readonly rules: readonly Rule[] | null;
  /** What the App may do; null: what the product's own App asks for. */
  readonly permissions: TokenPermissions | null;
}

export interface StepChange {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Default: a new run. */
  readonly run?: number;
  /** Default: the Node of this test. */
  readonly node?: string;
}

/** A repository in the sandbox's GitHub that the bundle is let loose on, without a runner. */
export interface ActionWorld extends AsyncDisposable {
  readonly github: SandboxGitHub;
  readonly folder: string;
  /** The App's installation token. */
  readonly token: string;
  /** A run of the Orchestrate workflow that is under way. */
  newRun(): number;
  /** Starts a phase of the action in a run. */
  start(phase: string, change?: StepChange): RunningAction;
  run(phase: string, change?: StepChange): Promise<ActionEnd>;
  git(args: readonly string[]): Promise<string>;
  ledger(): Promise<Ledger>;
  /** Replaces a file of the state branch, as somebody with a text editor would. */
  editState(path: string, edit: (text: string) => string): Promise<void>;
  /** All that was written in this GitHub so far: what happened, but for the runs and tokens that the test made. */
  written(): readonly KeptEvent[];
  /** How many requests the App's token has made. */
  requests(): RequestCounts;
}

export const pullRequestRule = {
  type: 'pull_request',
  parameters: {
    required_approving_review_count: 0,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  },
} as const satisfies Rule;

export const requiredTest = {
  type: 'required_status_checks',
  parameters: {
    required_status_checks: [{ context: 'test', integration_id: 15368 }],
    strict_required_status_checks_policy: false,
  },
} as const satisfies Rule;

/** The configuration of the world, with some of its keys changed. */
export function aConfig(change: Readonly<Record<string, unknown>> = {}): string {
  const agent = { command: [process.execPath, join(import.meta.dirname, 'small-agent.mjs')], 'timeout-minutes': 1 };
  return stringify({
    version: 1,
    project: 'demo',
    concurrency: 2,
    agents: { implement: agent, review: agent },
    verify: { command: 'true' },
    ...change,
  });
}

/** A protected repository with a proven base, a backlog of three stories, the loop's workflows and its App. */
export async function foundWorld(change: Partial<Founding> = {}): Promise<ActionWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'action-world-'));
  const github = await openGitHub(folder);
  const { world, host } = github;
  world.createUser(owner, 'admin');
  const files = Object.entries({ ...usualFiles(), ...change.files }).filter(([, text]) => text !== null);
  await world.pushAs(owner, { branch: 'main', files: { 'README.md': 'Nothing yet.\n' }, message: 'Begin' });
  const tip = await world.pushAs(owner, { branch: 'main', files: Object.fromEntries(files), message: 'Set up' });
  const rules = change.rules === undefined ? [pullRequestRule, requiredTest] : change.rules;
  if (rules !== null) world.setRuleset({ name: 'main', include: ['~DEFAULT_BRANCH'], rules });
  proveCommit(github, tip);
  const { permissions = null } = change;
  const app = world.createApp({ slug: 'orchestrate-app', ...(permissions === null ? {} : { permissions }) });
  return worldOf(github, folder, host.issueInstallationToken(app));
}

/** The same world once more, as it stands now, on a GitHub of its own. */
export async function copyWorld(world: ActionWorld): Promise<ActionWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'action-world-'));
  cpSync(join(world.folder, 'github'), join(folder, 'github'), { recursive: true });
  return worldOf(await openGitHub(folder), folder, world.token);
}

function openGitHub(folder: string): Promise<SandboxGitHub> {
  return startGitHub({ directory: join(folder, 'github'), owner, repo, defaultBranch: 'main' });
}

function usualFiles(): Readonly<Record<string, string | null>> {
  return {
    'README.md': 'A demonstration.\n',
    'src/start.js': 'export const start = 1;\n',
    'backlog.json': aBacklog(),
    '.github/orchestrate.yml': aConfig(),
    [workflowPath]: readFileSync(join(root, 'examples/orchestrate.yml'), 'utf8'),
    '.github/workflows/orchestrate-assignment.yml': readFileSync(
      join(root, 'examples/orchestrate-assignment.yml'),
      'utf8',
    ),
  };
}

/** The check that the rules demand, green on a commit. */
export function proveCommit(github: SandboxGitHub, sha: string): void {
  beginCheck(github, sha)('success');
}

/** A check, the one that the rules demand unless told, under way on a commit until the returned function ends it. */
export function beginCheck(
  { host }: SandboxGitHub,
  sha: string,
  name = 'test',
): (conclusion: 'success' | 'failure') => void {
  const workflowPath = `.github/workflows/${name === 'test' ? 'ci' : name}.yml`;
  const run = host.createRun({ workflowPath, workflowName: 'CI', runName: 'CI', trigger: triggerOf('push', sha) });
  const job = host.createJob({ runId: run.id, name });
  host.updateJob(job.id, { status: 'in_progress' });
  host.updateRun(run.id, { status: 'in_progress' });
  return (conclusion) => {
    host.updateJob(job.id, { status: 'completed', conclusion });
    host.updateRun(run.id, { status: 'completed', conclusion });
  };
}

function triggerOf(event: 'push' | 'workflow_dispatch', sha: string): Trigger {
  return { event, ref: 'refs/heads/main', sha, headSha: sha, headBranch: 'main', actor: owner, payload: {} };
}

function worldOf(github: SandboxGitHub, folder: string, token: string): ActionWorld {
  const { world, host } = github;
  // All that there is of a runner: what is started by hand waits in the queue, where the next pass sees it.
  host.onTrigger((trigger) => {
    if (trigger.event === 'workflow_dispatch') queueRun(trigger);
  });
  const readState = (path: string): Promise<string> => world.git(['show', `${stateBranch}:${path}`]);
  let steps = 0;

  function queueRun(trigger: Trigger): number {
    return host.createRun({ workflowPath, workflowName: 'Orchestrate', runName: 'Orchestrate', trigger }).id;
  }

  function newRun(): number {
    const run = queueRun(triggerOf('workflow_dispatch', world.branches().get('main') ?? ''));
    host.updateRun(run, { status: 'in_progress' });
    return run;
  }

  function start(phase: string, { inputs = {}, variables = {}, run, node }: StepChange = {}): RunningAction {
    steps += 1;
    const step = join(folder, `step-${steps}`);
    for (const name of ['temp', 'workspace']) mkdirSync(join(step, name), { recursive: true });
    const eventFile = join(step, 'event.json');
    writeFileSync(eventFile, JSON.stringify({ repository: { full_name: `${owner}/${repo}`, default_branch: 'main' } }));
    return startAction({
      folder: step,
      node: node ?? process.execPath,
      inputs: { phase, ...(phase === 'agent' ? {} : { token }), ...inputs },
      variables: {
        GITHUB_REPOSITORY: `${owner}/${repo}`,
        GITHUB_SERVER_URL: github.url,
        GITHUB_API_URL: github.apiUrl,
        GITHUB_GRAPHQL_URL: github.graphqlUrl,
        GITHUB_RUN_ID: String(run ?? newRun()),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_EVENT_NAME: 'workflow_dispatch',
        GITHUB_EVENT_PATH: eventFile,
        GITHUB_WORKSPACE: join(step, 'workspace'),
        RUNNER_TEMP: join(step, 'temp'),
        ...variables,
      },
    });
  }

  return {
    github,
    folder,
    token,
    newRun,
    start,
    run: (phase, change) => start(phase, change).end,
    git: (args) => world.git(args),
    ledger: async () => {
      const reading = parseLedger(JSON.parse(await readState(ledgerFile)).state.state_data);
      if (reading.kind !== 'ledger') throw new Error(`the ledger is ${reading.kind}`);
      return reading.ledger;
    },
    editState: async (path, edit) => {
      const files = { [path]: edit(await readState(path)) };
      await world.pushAs(owner, { branch: stateBranch, files, message: 'Edit the state by hand' });
    },
    written: () => world.log().filter(({ kind }) => kind !== 'run' && kind !== 'token'),
    requests: () => {
      const found = world.tokens().find(({ value }) => value === token);
      return found?.requests ?? { rest: 0, graphql: 0, git: 0, notModified: 0 };
    },
    [Symbol.asyncDispose]: async () => {
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
