import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { lookWith } from '../../src/init/ask-github.ts';
import type { Gh } from '../../src/init/gh.ts';
import { runInit } from '../../src/init/run-init.ts';
import type { Answer } from '../../src/init/terminal.ts';
import { runGreenCi } from './green-ci.ts';
import { type AdminGitHub, openAdminGitHub } from './init-github.ts';
import type { StepWorld } from './own-step.ts';

const root = join(import.meta.dirname, '../..');
const [owner, repo] = ['ada', 'demo'];
export const action = `orchestrate-action/orchestrate@${'a'.repeat(40)}`;

/** A project with CI of its own, and nothing of the loop. */
const nodeProject = {
  'package.json': JSON.stringify({ scripts: { test: 'node --test', lint: 'biome check' } }),
  'package-lock.json': '{}\n',
  '.nvmrc': '24\n',
  '.github/workflows/ci.yml': [
    'name: Tests',
    'on: { push: { branches: [main] }, pull_request: {} }',
    'permissions: { contents: read }',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v7',
    '      - uses: actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e',
    '        with: { node-version-file: .nvmrc, cache: npm }',
    '      - run: npm ci && npm test',
    '',
  ].join('\n'),
} as const;

/** A project whose CI brings its toolchain in a way that nothing here knows. */
export const elixirProject = {
  'mix.exs': 'elixir: "~> 1.18", {:postgrex, ">= 0.0.0"}, "ecto.reset": ["ecto.drop", "ecto.setup"]\n',
  '.tool-versions': 'erlang 27.2\nelixir 1.18.1-otp-27\n',
  '.github/workflows/ci.yml': [
    'name: Tests',
    'on: { push: { branches: [main] }, pull_request: {} }',
    'permissions: { contents: read }',
    'jobs: { test: { runs-on: ubuntu-latest, container: "elixir:1.18", steps: [{ run: mix test }] } }',
    '',
  ].join('\n'),
} as const;

export interface InitWorld extends AsyncDisposable {
  readonly folder: string;
  readonly github: SandboxGitHub;
  readonly admin: AdminGitHub;
  /** What `init` said, line by line, of all its runs. */
  readonly lines: string[];
  /** Runs `init` as its owner would; tells the exit code. */
  init(args?: readonly string[], person?: Partial<Person>): Promise<number>;
  /** The arguments of every `gh` that was started. */
  ghArguments(): readonly string[];
  /** What `init` noted of what it cannot look at. */
  notes(): { readonly privateKey: string | null } | null;
  /** CI runs on a branch's tip, and is green. */
  runCi(event: 'push' | 'pull_request', branch: string): void;
  /** A person merges what is open when its CI has ended; the loop's workflow runs when it is started. */
  readonly lifeGoesOn: () => Promise<void>;
  /** What of the loop there is in the settings of the repository. */
  leftovers(): Promise<Readonly<Record<string, unknown>>>;
  /** The loop's own step, as a run of the workflow would have it. */
  step(): StepWorld;
}

export interface Person {
  readonly confirm: (question: string) => Promise<Answer>;
  readonly askSecret: (question: string) => Promise<string>;
  readonly open: (url: string) => Promise<void>;
  readonly environment: Readonly<Record<string, string>>;
  /** What happens while it waits. */
  readonly meanwhile: () => Promise<void>;
  /** Whether what `gh` would do is done without it, which is quicker. */
  readonly direct: boolean;
}

/** Makes the project's repository, with its owner at a machine that has `gh`. */
export async function openInitWorld(files: Readonly<Record<string, string>> = nodeProject): Promise<InitWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  const github = await startGitHub({ directory: join(folder, 'site'), owner, repo, defaultBranch: 'main' });
  await github.world.pushAs(owner, { branch: 'main', files, message: 'A project' });
  const token = github.world.createUser(owner, 'admin');
  const admin = await openAdminGitHub(github, owner, repo);
  const log = join(folder, 'gh.log');
  const program = join(folder, 'gh');
  writeFileSync(
    program,
    `#!${process.execPath}\n${readFileSync(join(root, '__tests__/fixtures/init/gh.mjs'), 'utf8')}`,
  );
  chmodSync(program, 0o755);
  const environment = {
    GH_TOKEN: token,
    GH_LOG: log,
    PATH: [folder, process.env['PATH']].join(delimiter),
    GITHUB_API_URL: admin.apiUrl,
    GITHUB_SERVER_URL: admin.url,
    XDG_STATE_HOME: join(folder, 'state'),
    ANTHROPIC_API_KEY: 'sk-agent',
  };
  const lines: string[] = [];

  return {
    folder,
    github,
    admin,
    lines,
    init: (args = [], person = {}) =>
      runInit(['--repo', `${owner}/${repo}`, '--action', action, ...args], {
        directory: folder,
        root,
        environment: { ...environment, ...person.environment },
        say: (line) => void lines.push(line),
        terminal: { confirm: person.confirm ?? (async () => 'yes'), askSecret: person.askSecret ?? (async () => '') },
        open: person.open ?? admin.visit,
        pause: person.meanwhile ?? (async () => undefined),
        ...(person.direct === true ? { gh: directGh(admin.apiUrl, token) } : {}),
      }),
    ghArguments: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
    notes: () => {
      const path = join(folder, 'state/orchestrate', `github.com+${owner}+${repo}.json`);
      return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { privateKey: string | null }) : null;
    },
    runCi: (event, branch) => runCi(github, event, branch),
    lifeGoesOn: async () => {
      const pull = github.world.pulls().find(({ state }) => state === 'open');
      if (pull !== undefined && github.world.checksOf(pull.headSha).length > 0) {
        await github.world.mergeAs(owner, pull.number);
        runCi(github, 'push', 'main');
      } else if (pull !== undefined) {
        runCi(github, 'pull_request', pull.headRef);
      } else if (admin.writes.some(({ request }) => request.endsWith('/dispatches'))) {
        startLoop(github);
      }
    },
    leftovers: async () => {
      const look = lookWith(github.apiUrl, token);
      const below = `repos/${owner}/${repo}`;
      return {
        rulesets: (await look(`${below}/rulesets`)).data,
        environment: (await look(`${below}/environments/orchestrate`)).status,
        labels: (await look(`${below}/labels`)).data,
        variables: (await look(`${below}/actions/variables/ORCHESTRATE`)).status,
      };
    },
    step: () => ({
      token: github.host.issueInstallationToken(github.world.createApp({ slug: admin.app()?.slug ?? '' })),
      folder,
      github,
      newRun: () => startLoop(github),
    }),
    [Symbol.asyncDispose]: async () => {
      await admin.close();
      await github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startLoop({ host, world }: SandboxGitHub): number {
  const sha = world.branches().get('main') ?? '';
  const place = { ref: 'refs/heads/main', sha, headSha: sha, headBranch: 'main', actor: owner };
  const trigger = { ...place, event: 'workflow_dispatch', payload: {} } as const;
  const workflowPath = '.github/workflows/orchestrate.yml';
  return host.createRun({ workflowPath, workflowName: 'Orchestrate', runName: 'Orchestrate', trigger }).id;
}

function runCi(github: SandboxGitHub, event: 'push' | 'pull_request', branch: string): void {
  runGreenCi(github, { event, branch, name: 'Tests', actor: owner });
}

/** What `gh` does, without a process of its own. */
function directGh(apiUrl: string, token: string): Gh {
  const below = `repos/${owner}/${repo}`;
  async function call(method: string, path: string, body: unknown, fine: readonly number[]): Promise<unknown> {
    const url = path === 'graphql' ? apiUrl.replace('/v3', '/graphql') : `${apiUrl}/${path}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(url, {
      method,
      headers,
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new ConfigurationError('gh was cut off', { remedy: '', cause });
    });
    const said = await answer.text();
    if (!answer.ok && !fine.includes(answer.status)) throw new ConfigurationError(said, { remedy: '' });
    return said === '' ? null : JSON.parse(said);
  }
  return {
    call,
    setSecret: async (name, environment, plain) => {
      const folder = environment === null ? 'actions' : `environments/${environment}`;
      await call('PUT', `${below}/${folder}/secrets/${name}`, { plain }, []);
    },
    deleteSecret: async (name) => void (await call('DELETE', `${below}/actions/secrets/${name}`, null, [])),
  };
}
