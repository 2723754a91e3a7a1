import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WorkFacts } from '../../src/core/snapshot.ts';
import type { JudgedWork } from '../../src/git/judge-work.ts';
import { type QuarantineRequest, quarantine } from '../../src/git/quarantine.ts';
import { git as gitIn, makeFolders } from './worktree-git.ts';

/** An agent's own repository, and the bare one of the trusted side, which has the start and nothing more. */
export interface QuarantineWorld {
  readonly folder: string;
  readonly agent: string;
  readonly trusted: string;
  readonly start: string;
  git(args: readonly string[], options?: { readonly cwd?: string; readonly input?: string | Uint8Array }): string;
  put(path: string, text: string | Uint8Array): void;
  link(target: string, path: string): void;
  makeExecutable(path: string): void;
  remove(path: string): void;
  /** Commits everything on the work's branch and returns the head. */
  commit(message?: string): string;
  /** Gives the trusted side a newer base: the start with these files changed. */
  moveBase(files: Readonly<Record<string, string>>): string;
  /** Bundles the work's branch for a receiver that has these commits. */
  bundle(have?: readonly string[]): string;
  /** Bundles what stands on the work's branch and has it judged. */
  judge(change?: Partial<QuarantineRequest>): Promise<JudgedWork>;
  /** As `judge`, for what must not be a fault. */
  examine(change?: Partial<QuarantineRequest>): Promise<WorkFacts>;
  /** Whether the trusted side has got a commit. */
  holds(commit: string): boolean;
  leftovers(): readonly string[];
  dispose(): void;
}

const firstFiles: Readonly<Record<string, string>> = {
  'a.txt': 'one\ntwo\nthree\n',
  'package.json': '{}\n',
  'test/a.test.js': "test('a', () => {});\ntest('b', () => {});\n",
  'CLAUDE.md': 'rules\n',
};

const makeFolder = makeFolders('quarantine', (folder) => {
  const agent = join(folder, 'agent');
  const trusted = join(folder, 'trusted.git');
  gitIn(['init', '--quiet', '--initial-branch=main', agent], folder);
  for (const [path, text] of Object.entries(firstFiles)) put(agent, path, text);
  gitIn(['add', '--all'], agent);
  gitIn(['commit', '--quiet', '--message=Start'], agent);
  gitIn(['clone', '--quiet', '--bare', agent, trusted], folder);
  gitIn(['checkout', '--quiet', '-b', 'work'], agent);
});

function put(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

export function makeQuarantineWorld(): QuarantineWorld {
  const folder = makeFolder();
  const agent = join(folder, 'agent');
  const trusted = join(folder, 'trusted.git');
  const bundlePath = join(folder, 'work.bundle');

  const git: QuarantineWorld['git'] = (args, { cwd = agent, input } = {}) => gitIn(args, cwd, input);
  const start = git(['rev-parse', 'HEAD']);
  const commit = (message = 'Work'): string => {
    git(['add', '--all']);
    git(['commit', '--quiet', '--allow-empty', '--file=-'], { input: message });
    return git(['rev-parse', 'HEAD']);
  };
  const bundle = (have: readonly string[] = [start]): string => {
    git(['bundle', 'create', '--quiet', bundlePath, 'refs/heads/work', ...have.map((known) => `^${known}`)]);
    return bundlePath;
  };

  const world: QuarantineWorld = {
    folder,
    agent,
    trusted,
    start,
    git,
    put: (path, text) => put(agent, path, text),
    link: (target, path) => symlinkSync(target, join(agent, path)),
    makeExecutable: (path) => chmodSync(join(agent, path), 0o755),
    remove: (path) => rmSync(join(agent, path), { recursive: true }),
    commit,
    moveBase(files) {
      git(['checkout', '--quiet', 'main']);
      for (const [path, text] of Object.entries(files)) put(agent, path, text);
      const base = commit('Base moves');
      git(['push', '--quiet', trusted, 'main']);
      git(['checkout', '--quiet', 'work']);
      return base;
    },
    bundle,
    judge: (change = {}) =>
      quarantine({
        repository: trusted,
        bundle: change.bundle ?? bundle(),
        head: git(['rev-parse', 'work']),
        startSha: start,
        baseSha: start,
        deliverables: [],
        protectedPaths: [],
        ...change,
      }),
    async examine(change) {
      const judged = await world.judge(change);
      if (judged.kind === 'fault') throw new Error(judged.detail);
      return judged.work;
    },
    holds(wanted) {
      try {
        git(['cat-file', '-e', wanted], { cwd: trusted });
        return true;
      } catch {
        return false;
      }
    },
    leftovers: () => readdirSync(trusted).filter((name) => name.startsWith('quarantine-')),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
  return world;
}
