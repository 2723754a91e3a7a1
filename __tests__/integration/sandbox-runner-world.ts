import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import type {
  ActionsHost,
  ArtifactRecord,
  JobRecord,
  RunnerCommand,
  RunRecord,
  TokenPermissions,
  Trigger,
} from '../../sandbox/actions-host.ts';
import { type Runner, startRunner } from '../../sandbox/runner/runner.ts';
import type { RunnerEvent, RunnerOptions } from '../../sandbox/runner/runner-options.ts';

const GIT_ENV = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** A step that waits for `openGate`. */
export const WAIT_AT_GATE = 'until [ -e "$GATE" ]; do sleep 0.02; done';

export interface WorldSettings {
  readonly secrets?: Readonly<Record<string, string>>;
  readonly environments?: Readonly<
    Record<string, { readonly refs: readonly string[]; readonly secrets: Readonly<Record<string, string>> }>
  >;
  readonly variables?: Readonly<Record<string, string>>;
  readonly runner?: Partial<RunnerOptions>;
}

export interface World extends AsyncDisposable {
  readonly host: ActionsHost;
  readonly folder: string;
  readonly output: string[];
  readonly events: RunnerEvent[];
  readonly runNames: string[];
  readonly tokens: ReadonlyMap<string, TokenPermissions>;
  /** Commits files onto a branch and returns the commit. */
  commit(files: Readonly<Record<string, string>>, branch?: string): Promise<string>;
  fire(trigger: Partial<Trigger> & Pick<Trigger, 'event' | 'sha'>): void;
  command(command: RunnerCommand): void;
  idle(): Promise<void>;
  /** The machines of the jobs under way. */
  machines(): Runner['machines'];
  /** Lets the steps go on that wait by `WAIT_AT_GATE`. */
  openGate(): void;
  /** Waits for something that other processes bring about. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
  /** Starts another runner on the same host, as after a kill. */
  restart(): void;
  log(jobName: string): string;
  summary(jobName: string): string;
  exists(path: string): boolean;
  /** From now on stored archives are not what was stored. */
  tamperArtifacts(): void;
  annotations(jobName: string): readonly string[];
  /** `name: conclusion` of every job of a run's latest execution, sorted. */
  jobs(runId?: number): readonly string[];
  run(runId?: number): RunRecord;
}

/** A GitHub in memory over a real bare repository, served over HTTP, with a runner on it. */
export async function createWorld(settings: WorldSettings = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  const bare = join(folder, 'repositories', 'acme', 'widget');
  await git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', bare);
  await git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = join(folder, 'clone');
  await git(folder, 'init', '--quiet', '--initial-branch=main', clone);

  const tokens = new Map<string, TokenPermissions>();
  const server = createServer((request, response) => serveGit(join(folder, 'repositories'), tokens, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const runs: RunRecord[] = [];
  const jobs: JobRecord[] = [];
  const logs = new Map<number, string>();
  const summaries = new Map<number, string>();
  const annotations = new Map<number, readonly string[]>();
  let tampered = false;
  const artifacts: { record: ArtifactRecord; archive: Uint8Array }[] = [];
  const triggers: ((trigger: Trigger) => void)[] = [];
  const commands: ((command: RunnerCommand) => void)[] = [];
  const output: string[] = [];
  const events: RunnerEvent[] = [];
  const runNames: string[] = [];

  function change<T extends { readonly id: number }>(list: T[], id: number, update: Partial<T>): T {
    const index = list.findIndex((item) => item.id === id);
    const changed = { ...list[index], ...update } as T;
    list[index] = changed;
    return changed;
  }

  const host: ActionsHost = {
    owner: 'acme',
    repo: 'widget',
    serverUrl,
    apiUrl: `${serverUrl}/api/v3`,
    graphqlUrl: `${serverUrl}/api/graphql`,
    defaultBranch: 'main',
    onTrigger: (listener) => triggers.push(listener),
    onCommand: (listener) => commands.push(listener),
    async workflowFiles(sha) {
      const names = (await git(bare, 'ls-tree', '--name-only', sha, '.github/workflows/')).split('\n').filter(Boolean);
      return Promise.all(names.map(async (path) => ({ path, text: await git(bare, 'show', `${sha}:${path}`) })));
    },
    createRun({ workflowPath, workflowName, runName, trigger }) {
      runNames.push(runName);
      const number = runs.filter((run) => run.workflowPath === workflowPath).length + 1;
      const id = 1000 + runs.length;
      const run = { id, number, attempt: 1, workflowPath, workflowName, trigger, status: 'queued', conclusion: null };
      runs.push(run as RunRecord);
      return run as RunRecord;
    },
    restartRun(runId) {
      const run = runs.find((item) => item.id === runId);
      return change(runs, runId, { attempt: (run?.attempt ?? 0) + 1, status: 'queued', conclusion: null });
    },
    updateRun: (runId, update) => change(runs, runId, update),
    runs: () => runs,
    createJob({ runId, name }) {
      const job: JobRecord = {
        id: 5000 + jobs.length,
        runId,
        attempt: runs.find((run) => run.id === runId)?.attempt ?? 1,
        name,
        status: 'queued',
        conclusion: null,
        startedAt: null,
        completedAt: null,
        steps: [],
      };
      jobs.push(job);
      return job;
    },
    updateJob(jobId, { annotations: messages, ...update }) {
      if (messages !== undefined) {
        annotations.set(
          jobId,
          messages.map((item) => item.message),
        );
      }
      return change(jobs, jobId, update);
    },
    jobs: (runId) => jobs.filter((job) => job.runId === runId),
    saveJobLog: (jobId, text) => logs.set(jobId, text),
    saveJobSummary: (jobId, markdown) => summaries.set(jobId, markdown),
    issueJobToken(_jobId, permissions) {
      const token = `ghs_${randomUUID()}`;
      tokens.set(token, permissions);
      return token;
    },
    issueInstallationToken({ appId, privateKey }) {
      if (privateKey !== 'key') throw new Error(`The App ${appId} has another key`);
      const token = `app_${randomUUID()}`;
      tokens.set(token, { contents: 'write' });
      return token;
    },
    revokeToken: (token) => tokens.delete(token),
    secrets: (environment) => ({
      ...settings.secrets,
      ...(environment === null ? {} : settings.environments?.[environment]?.secrets),
    }),
    variables: () => settings.variables ?? {},
    environmentAllows: (environment, ref) => settings.environments?.[environment]?.refs.includes(ref) ?? true,
    createArtifact({ runId, name, archive }) {
      const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
      const createdAt = new Date().toISOString();
      const record = { id: 9000 + artifacts.length, runId, name, digest, sizeInBytes: archive.length, createdAt };
      artifacts.push({ record, archive: tampered ? archive.slice(1) : archive });
      return record;
    },
    artifacts: (runId) => artifacts.map((item) => item.record).filter((record) => record.runId === runId),
    readArtifact: (id) => artifacts.find((item) => item.record.id === id)?.archive,
  };

  const start = () =>
    startRunner(host, {
      workspace: join(folder, 'work'),
      actions: {},
      onOutput: ({ line }) => output.push(line),
      onEvent: (event) => events.push(event),
      ...settings.runner,
      env: {
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GATE: join(folder, 'gate'),
        ...settings.runner?.env,
      },
    });
  let runner = start();

  const jobNamed = (name: string): JobRecord => {
    const job = jobs.findLast((item) => item.name === name);
    if (job === undefined) throw new Error(`There is no job '${name}', only '${jobs.map((item) => item.name)}'`);
    return job;
  };

  return {
    host,
    folder,
    output,
    events,
    runNames,
    tokens,
    async commit(files, branch = 'main') {
      await git(clone, 'checkout', '--quiet', '-B', branch);
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(clone, path)), { recursive: true });
        writeFileSync(join(clone, path), text);
      }
      await git(clone, 'add', '--all');
      await git(clone, 'commit', '--quiet', '--allow-empty', '-m', 'Change');
      await git(clone, 'push', '--quiet', '--force', bare, `HEAD:refs/heads/${branch}`);
      return git(clone, 'rev-parse', 'HEAD');
    },
    fire(trigger) {
      const ref = trigger.ref ?? 'refs/heads/main';
      for (const listener of triggers) {
        listener({
          ref,
          headSha: trigger.sha,
          headBranch: ref.replace('refs/heads/', ''),
          actor: 'alice',
          payload: {},
          ...trigger,
        });
      }
    },
    command: (command) => {
      for (const listener of commands) listener(command);
    },
    idle: () => runner.idle(),
    machines: () => runner.machines,
    openGate: () => writeFileSync(join(folder, 'gate'), ''),
    async until(holds) {
      while (!holds()) await sleep(5);
    },
    close: () => runner.close(),
    restart() {
      triggers.length = 0;
      commands.length = 0;
      runner = start();
    },
    log: (name) => logs.get(jobNamed(name).id) ?? '',
    summary: (name) => summaries.get(jobNamed(name).id) ?? '',
    exists: (path) => existsSync(path),
    tamperArtifacts() {
      tampered = true;
    },
    annotations: (name) => annotations.get(jobNamed(name).id) ?? [],
    jobs: (runId = 1000) => {
      const latest = new Map(jobs.filter((job) => job.runId === runId).map((job) => [job.name, job.conclusion]));
      return [...latest].map(([name, conclusion]) => `${name}: ${conclusion}`).toSorted(alphabetically);
    },
    run: (runId = 1000) => {
      const run = runs.find((item) => item.id === runId);
      if (run === undefined) throw new Error(`There is no run ${runId}`);
      return run;
    },
    async [Symbol.asyncDispose]() {
      await runner.close();
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function alphabetically(left: string, right: string): number {
  return left < right ? -1 : 1;
}

async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execa('git', args, { cwd, env: GIT_ENV });
  return stdout;
}

function serveGit(
  root: string,
  tokens: ReadonlyMap<string, TokenPermissions>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const basic = Buffer.from((request.headers.authorization ?? '').replace(/^basic /i, ''), 'base64').toString();
  if (!tokens.has(basic.replace('x-access-token:', ''))) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  const backend = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      ...GIT_ENV,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(backend.stdin);
  void answer(backend, response);
}

async function answer(backend: ChildProcess, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of backend.stdout ?? []) chunks.push(chunk as Buffer);
  const whole = Buffer.concat(chunks);
  const end = whole.indexOf('\r\n\r\n');
  const headers = whole.subarray(0, end).toString().split('\r\n');
  for (const header of headers) {
    const [name = '', value = ''] = header.split(': ');
    if (name === 'Status') response.statusCode = Number(value.split(' ')[0]);
    else response.setHeader(name, value);
  }
  response.end(whole.subarray(end + 4));
}
