import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conclusion } from '../../sandbox/actions-host.ts';
import { type Conditions, usualConditions } from '../../sandbox/github/conditions.ts';
import { checkExchange, type OpenApi } from '../../sandbox/github/conformance/openapi.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import type { Rule } from '../../sandbox/github/world/rows.ts';

const openapi = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/github/openapi.json'), 'utf8'),
) as OpenApi;

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test asks about.
  readonly body: any;
  readonly headers: Headers;
}

export interface TestWorld extends AsyncDisposable {
  readonly github: SandboxGitHub;
  readonly directory: string;
  /** A person with the role admin, and the App. */
  readonly tokens: { readonly ann: string; readonly app: string };
  /** A REST call; the exchange is held against GitHub's description. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  graphql(query: string, variables?: object, token?: string): Promise<Answer['body']>;
  /** A branch with one file, by Ann; returns its tip. */
  branch(name: string, files?: Readonly<Record<string, string | null>>): Promise<string>;
  /** A branch and its pull request against main. */
  pull(
    name: string,
    files?: Readonly<Record<string, string | null>>,
  ): Promise<{ readonly number: number; readonly head: string }>;
  /** A workflow job of this name on a commit, completed. */
  check(sha: string, name: string, conclusion: Conclusion): void;
  /** The own token of a job, which may write to pull requests. */
  jobToken(): string;
  temporary(): string;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
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

/** A rule that the job `test` of GitHub Actions must have passed. */
export function requireTest(strict: { readonly strict: boolean }): Rule {
  return {
    type: 'required_status_checks',
    parameters: {
      required_status_checks: [{ context: 'test', integration_id: 15368 }],
      strict_required_status_checks_policy: strict.strict,
    },
  };
}

/** A GitHub with one commit on main, Ann who administers it, and an App; under usual conditions unless told. */
export async function openWorld(changed: Partial<Conditions> = {}): Promise<TestWorld> {
  const folders = [mkdtempSync(join(tmpdir(), 'sandbox-github-'))];
  const directory = folders[0] ?? '';
  const conditions = { ...usualConditions, ...changed };
  const github = await startGitHub({ directory, owner: 'acme', repo: 'lib', defaultBranch: 'main', conditions });
  const { world, host } = github;
  const ann = world.createUser('ann', 'admin');
  await world.pushAs('ann', { branch: 'main', files: { 'README.md': 'hello\n' }, message: 'first' });
  const app = host.issueInstallationToken(world.createApp({ slug: 'orchestrator' }));

  async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const answer = await fetch(`${github.apiUrl}${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `token ${options.token ?? app}`, ...options.headers },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await answer.text();
    const body = text === '' ? undefined : JSON.parse(text);
    const plain = path.replace(/\?.*/, '');
    const exchange = { method, path: plain, requestBody: options.body, status: answer.status, body };
    const problems = answer.status === 304 ? [] : checkExchange(openapi, exchange);
    if (problems.length > 0) throw new Error(`not as GitHub describes it:\n${problems.join('\n')}`);
    return { status: answer.status, body, headers: answer.headers };
  }

  async function branch(name: string, files?: Readonly<Record<string, string | null>>): Promise<string> {
    return world.pushAs('ann', {
      branch: name,
      files: files ?? { [`${name}.txt`]: `${name}\n` },
      message: `work on ${name}`,
    });
  }

  return {
    github,
    directory,
    tokens: { ann, app },
    call,
    graphql: async (query, variables = {}, token = app) => {
      const answer = await fetch(github.graphqlUrl, {
        method: 'POST',
        headers: { authorization: `bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return answer.json();
    },
    branch,
    pull: async (name, files) => {
      const head = await branch(name, files);
      return { head, number: await world.openPullAs('ann', { head: name, base: 'main', title: `Add ${name}` }) };
    },
    check: (sha, name, conclusion) => completeJob(github, sha, name, conclusion),
    jobToken: () => issueJobToken(github),
    temporary: () => {
      const folder = mkdtempSync(join(tmpdir(), 'sandbox-github-'));
      folders.push(folder);
      return folder;
    },
    [Symbol.asyncDispose]: async () => {
      await github.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function completeJob({ host }: SandboxGitHub, sha: string, name: string, conclusion: Conclusion): void {
  const trigger = {
    event: 'push' as const,
    ref: 'refs/heads/any',
    sha,
    headSha: sha,
    headBranch: 'any',
    actor: 'ann',
    payload: {},
  };
  const run = host.createRun({ workflowPath: '.github/workflows/ci.yml', workflowName: 'CI', runName: 'CI', trigger });
  const job = host.createJob({ runId: run.id, name });
  host.updateJob(job.id, { status: 'completed', conclusion });
  host.updateRun(run.id, { status: 'completed', conclusion });
}

function issueJobToken({ host, world }: SandboxGitHub): string {
  const sha = world.branches().get('main') ?? '';
  const trigger = { event: 'schedule', ref: 'refs/heads/main', sha, headSha: sha, headBranch: 'main' } as const;
  const path = { workflowPath: '.github/workflows/any.yml', workflowName: 'Any', runName: 'Any' };
  const run = host.createRun({ ...path, trigger: { ...trigger, actor: 'ann', payload: {} } });
  const job = host.createJob({ runId: run.id, name: 'any' });
  return host.issueJobToken(job.id, { 'pull-requests': 'write' });
}

export interface GitOutcome {
  readonly exitCode: number;
  readonly output: string;
}

/** Runs git as a person on a machine of their own would, with nothing of this machine's configuration. */
export function runGit(cwd: string, ...args: readonly string[]): Promise<GitOutcome> {
  const person = { NAME: 'Tester', EMAIL: 'tester@example.com' };
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: person.NAME,
    GIT_AUTHOR_EMAIL: person.EMAIL,
    GIT_COMMITTER_NAME: person.NAME,
    GIT_COMMITTER_EMAIL: person.EMAIL,
  };
  return new Promise((resolve) => {
    execFile('git', args, { cwd, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : Number(error.code ?? 1);
      resolve({ exitCode, output: `${stdout}${stderr}` });
    });
  });
}
