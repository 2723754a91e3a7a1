import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ancestry, compareHistories } from './ancestry.ts';
import { type Commit, parseCommit, renderCommit } from './commits.ts';
import { writeLooseObject } from './loose-objects.ts';
import { type GitObject, openObjectReader } from './objects.ts';
import { type GitAnswer, type GitOptions, git, tryGit } from './process.ts';
import { guardHook } from './push-guard.ts';
import { listRefs } from './ref-files.ts';
import { parseTree, type TreeEntry } from './trees.ts';

export const zeroSha = '0'.repeat(40);
export const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The bare repository: objects are remembered by SHA, so reading one again costs no process. */
export interface Repository {
  readonly directory: string;
  run(args: readonly string[], options?: GitOptions): Promise<string>;
  attempt(args: readonly string[], options?: GitOptions): Promise<GitAnswer>;
  object(name: string): Promise<GitObject | undefined>;
  commit(name: string): Promise<Commit | undefined>;
  /** The entries of a tree; empty when there is no such tree. */
  tree(sha: string): Promise<readonly TreeEntry[]>;
  /** The entry at a path below a tree. */
  entryAt(tree: string, path: string): Promise<TreeEntry | undefined>;
  writeBlob(content: string): string;
  writeCommit(commit: Omit<Commit, 'sha'>): string;
  /** How two commits stand to each other; remembered by the pair. */
  compare(base: string, head: string): Promise<Ancestry>;
  /** Moves refs all together, each only from the value it is expected to have; tells whether it happened. */
  updateRefs(updates: readonly RefUpdate[]): Promise<boolean>;
  readRefs(): Promise<ReadonlyMap<string, string>>;
  /** What a ref points at right now; undefined when it is not there. */
  readRef(ref: string): Promise<string | undefined>;
  close(): void;
}

export interface RefUpdate {
  readonly ref: string;
  /** `zeroSha` for a ref that must not exist, null for whatever it is. */
  readonly before: string | null;
  /** `zeroSha` to delete the ref. */
  readonly after: string;
}

/** Opens the bare repository at `directory`, making it when it is not there. */
export async function openRepository(directory: string, defaultBranch: string): Promise<Repository> {
  if (!existsSync(join(directory, 'HEAD'))) await createRepository(directory, defaultBranch);
  const objects = openObjectReader(directory);
  const commits = new Map<string, Commit>();
  const comparisons = new Map<string, Promise<Ancestry>>();
  const trees = new Map<string, readonly TreeEntry[]>();

  async function commit(name: string): Promise<Commit | undefined> {
    const known = commits.get(name);
    if (known !== undefined) return known;
    const object = await objects.read(`${name}^{commit}`);
    if (object === undefined) return undefined;
    const parsed = parseCommit(object.sha, object.content.toString());
    commits.set(object.sha, parsed);
    return parsed;
  }

  function compare(base: string, head: string): Promise<Ancestry> {
    const key = `${base} ${head}`;
    const known = comparisons.get(key) ?? compareHistories((sha) => commits.get(sha) ?? commit(sha), base, head);
    comparisons.set(key, known);
    return known;
  }

  async function tree(sha: string): Promise<readonly TreeEntry[]> {
    const known = trees.get(sha);
    if (known !== undefined) return known;
    const object = await objects.read(sha);
    if (object?.type !== 'tree') return [];
    const entries = parseTree(object.content);
    trees.set(sha, entries);
    return entries;
  }

  async function entryAt(root: string, path: string): Promise<TreeEntry | undefined> {
    let entry: TreeEntry = { mode: '040000', type: 'tree', name: '', sha: root };
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (entry.type !== 'tree') return undefined;
      const found = (await tree(entry.sha)).find((child) => child.name === name);
      if (found === undefined) return undefined;
      entry = found;
    }
    return entry;
  }

  return {
    directory,
    run: (args, options) => git(directory, args, options),
    attempt: (args, options) => tryGit(directory, args, options),
    object: (name) => objects.read(name),
    commit,
    compare,
    tree,
    entryAt,
    writeBlob: (content) => writeLooseObject(directory, 'blob', Buffer.from(content)),
    writeCommit: (input) => writeLooseObject(directory, 'commit', Buffer.from(renderCommit(input))),
    updateRefs: async (updates) => {
      const input = updates.map((update) => `${renderUpdate(update)}\n`).join('');
      return (await tryGit(directory, ['update-ref', '--stdin'], { input })).exitCode === 0;
    },
    readRefs: async () =>
      new Map(listRefs(directory, everyRef).flatMap(({ name, sha }) => (sha === null ? [] : [[name, sha]]))),
    readRef: async (ref) => (await objects.read(ref))?.sha,
    close: () => objects.close(),
  };
}

/** All that lie below `refs/`: not HEAD, which is none of its own. */
const everyRef = { prefixes: ['refs/'], hidden: null } as const;

function renderUpdate(update: RefUpdate): string {
  const expected = update.before === null ? '' : ` ${update.before}`;
  if (update.after === zeroSha) return `delete ${update.ref}${expected}`;
  return `update ${update.ref} ${update.after}${expected}`;
}

async function createRepository(directory: string, defaultBranch: string): Promise<void> {
  // Without git's samples, which would be a dozen files more in each copy of a world.
  await git('.', ['init', '--quiet', '--bare', '--template=', `--initial-branch=${defaultBranch}`, directory], {
    env: { GIT_DIR: directory },
  });
  writeFileSync(join(directory, 'config'), repositoryConfig);
  const hooks = join(directory, 'hooks');
  mkdirSync(hooks);
  writeFileSync(join(hooks, 'pre-receive'), guardHook, { mode: 0o755 });
}

// No collection: it would run beside pushes, and the cache of objects relies on what was once read staying.
const repositoryConfig = `[core]
	repositoryformatversion = 0
	bare = true
	filemode = true
	logAllRefUpdates = false
[http]
	receivepack = true
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[receive]
	autogc = false
	hideRefs = refs/pull
	denyDeleteCurrent = ignore
[gc]
	auto = 0
[transfer]
	advertiseSID = false
`;
