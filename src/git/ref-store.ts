import { randomUUID } from 'node:crypto';
import { ensureBareRepository } from './bare-repository.ts';
import { fetchTips, projectTip } from './fetch-tips.ts';
import { type FileTree, listFiles, readTexts, treeOf } from './file-tree.ts';
import { runGit } from './git.ts';
import { GitError } from './git-error.ts';
import { isAncestor } from './is-ancestor.ts';
import { makeCommit, type RefStoreAuthor } from './make-commit.ts';
import { createObjectMemory, hasWhole, type ObjectMemory } from './object-memory.ts';
import { listTree, readTree } from './read-tree.ts';
import { remoteGit } from './remote-git.ts';
import { hasCommit } from './repository.ts';
import { askRefs, sendPack } from './smart-http.ts';
import { writePack } from './write-pack.ts';

export type Sha = string;

export interface RefStoreOptions {
  /** http(s) or file URL of the repository that holds the branch. */
  readonly remoteUrl: string;
  readonly branch: string;
  readonly token?: string;
  /** A folder of our own for a bare repository; made when missing. */
  readonly directory: string;
  /**
   * Branches whose tips the first read brings along under `refs/remotes/origin/`, of their files the trees at least: one
   * question for the refs is cheaper than two.
   */
  readonly alongside?: readonly string[];
  /** Where what is read is kept, for others to look at; whatever is too large for it comes into the folder. */
  readonly memory?: ObjectMemory;
}

type Place = Omit<RefStoreOptions, 'memory'> & { readonly memory: ObjectMemory };

export interface RefStoreContents {
  /** The commit read, or null where the branch does not exist yet. */
  readonly commit: Sha | null;
  readonly files: ReadonlyMap<string, string>;
}

export interface RefStoreWrite {
  /** The commit the changes were made from; anything else on the branch is a conflict. */
  readonly expected: Sha | null;
  /** New text by path; null removes the file. Files not named stay as they are. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly message: string;
  readonly author: RefStoreAuthor;
  readonly at: Date;
}

export type RefStoreWriteResult =
  | { readonly conflict: false; readonly commit: Sha }
  | { readonly conflict: true; readonly actual: Sha | null };

export interface RefStore {
  read(): Promise<RefStoreContents>;
  /** The branch's tip as it is now, without fetching anything of it; null where there is no such branch. */
  readTip(): Promise<Sha | null>;
  write(change: RefStoreWrite): Promise<RefStoreWriteResult>;
}

const localRef = 'refs/store/head';

/** Deep enough to find a commit of ours below what others wrote while we lost the answer to our push. */
const settleDepth = 200;

/** Opens plain files on a branch of their own; writing is compare-and-swap and each commit's parent is the one read. */
export async function openRefStore(options: RefStoreOptions): Promise<RefStore> {
  await ensureBareRepository(options.directory);
  const place = { ...options, memory: options.memory ?? createObjectMemory() };
  let first = options.alongside ?? [];
  return {
    read: async () => {
      const alongside = first;
      first = [];
      return await readBranch(place, alongside);
    },
    readTip: () => readTip(place),
    write: (change) => writeBranch(place, change),
  };
}

/** In one request, else by git itself: it finds its way where a plain request does not, and says what is wrong. */
async function readTip(options: RefStoreOptions): Promise<Sha | null> {
  const ref = `refs/heads/${options.branch}`;
  const asked = await askRefs(options, [ref]);
  if (asked !== null) return asked[0] ?? null;
  const { stdout } = await remoteGit(options, ['ls-remote', '--refs', options.remoteUrl, ref]);
  return stdout === '' ? null : stdout.slice(0, stdout.indexOf('\t'));
}

async function readBranch(place: Place, alongside: readonly string[]): Promise<RefStoreContents> {
  const state = { from: `refs/heads/${place.branch}`, to: localRef, isWhole: true };
  const fetched = await fetchTips(place, [state, ...alongside.map(projectTip)]);
  const isThere = fetched === null ? await fetchBranch(place, { depth: 1, alongside }) : fetched.has(localRef);
  if (!isThere) return { commit: null, files: new Map() };
  return recallFiles(place, fetched?.get(localRef)) ?? (await readTree(place.directory, localRef));
}

/** The text of every file of a commit that is kept in memory; null of one that is not. */
function recallFiles({ memory }: Place, commit: string | undefined): RefStoreContents | null {
  const { objects } = memory;
  const object = commit === undefined || !hasWhole(memory, commit) ? undefined : objects.get(commit);
  if (object === undefined) return null;
  return { commit: object.id, files: readTexts(objects, listFiles(objects, treeOf(object))) };
}

async function writeBranch(place: Place, change: RefStoreWrite): Promise<RefStoreWriteResult> {
  const { expected } = change;
  const { objects } = place.memory;
  // Two writers with the same change in the same second would make one and the same commit, and both would win.
  const message = `${change.message}\n\nWrite: ${randomUUID()}`;
  const files = expected === null ? new Map() : await filesOf(place, expected);
  const made = makeCommit({ ...change, message, parent: expected, files });
  const pack = writePack(made.objects);
  const result = await send(place, { commit: made.commit, expected, pack });
  if (result.conflict) return result;
  // Where its parent lies, there it is whole.
  if (expected === null || objects.has(expected)) for (const object of made.objects) objects.set(object.id, object);
  else await keepPack(place, pack);
  return result;
}

async function keepPack({ directory }: Place, pack: Buffer): Promise<void> {
  await runGit(['index-pack', '--stdin', '--fix-thin'], { gitDir: directory, input: pack });
}

async function filesOf({ memory: { objects }, directory }: Place, commit: Sha): Promise<FileTree> {
  const object = objects.get(commit);
  return object === undefined ? await listTree(directory, commit) : listFiles(objects, treeOf(object));
}

interface Sending {
  readonly commit: Sha;
  readonly expected: Sha | null;
  readonly pack: Buffer;
}

/** In one request; where that was not simply taken, or too late, git itself pushes, and finds out what is wrong. */
async function send(place: Place, { commit, expected, pack }: Sending): Promise<RefStoreWriteResult> {
  const ref = `refs/heads/${place.branch}`;
  const answer = await sendPack(place, { ref, expected, commit, pack });
  if (answer === 'taken') return { conflict: false, commit };
  const actual = answer === 'refused' ? await readTip(place) : expected;
  if (actual !== expected && actual !== commit) return { conflict: true, actual };
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
  try {
    if (expected !== null && !(await hasCommit(place, expected))) await fetchBranch(place, { depth: 1, alongside: [] });
    await keepPack(place, pack);
    await remoteGit(place, ['push', '--quiet', lease, place.remoteUrl, `${commit}:${ref}`]);
    return { conflict: false, commit };
  } catch (error) {
    return await settlePush(place, { commit, expected, error, mayHaveLanded: answer === 'unknown' });
  }
}

interface FailedPush {
  readonly commit: Sha;
  readonly expected: Sha | null;
  readonly error: unknown;
  /** It was sent before as well, and not answered. */
  readonly mayHaveLanded: boolean;
}

/** A push that failed, or whose answer was lost, is judged by what the branch holds now. */
async function settlePush(options: Place, push: FailedPush): Promise<RefStoreWriteResult> {
  const { commit, expected, error, mayHaveLanded } = push;
  const actual = await readTip(options);
  if (actual === expected) {
    throw error;
  }
  const isSent = mayHaveLanded || !(error instanceof GitError && error.stderr.includes('(stale info)'));
  const landed = actual === commit || (isSent && (await isBelowTip(options, commit)));
  return landed ? { conflict: false, commit } : { conflict: true, actual };
}

/** Whether others wrote on top of a commit of ours. */
async function isBelowTip(options: RefStoreOptions, commit: Sha): Promise<boolean> {
  const isThere = await fetchBranch(options, { depth: settleDepth, alongside: [] });
  return isThere && (await isAncestor(commit, localRef, { gitDir: options.directory }));
}

interface Reach {
  readonly depth: number;
  readonly alongside: readonly string[];
}

/** Whether the branch is there; it is then under our own ref. */
async function fetchBranch(options: RefStoreOptions, { depth, alongside }: Reach): Promise<boolean> {
  const others = alongside.map((branch) => `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
  if (await fetchRefs(options, [`+refs/heads/${options.branch}:${localRef}`, ...others], depth)) return true;
  // One ref that is missing fails them all: the branch is not there yet, or one of the others is not.
  for (const other of others) await fetchRefs(options, [other], depth);
  return others.length > 0 && (await fetchBranch(options, { depth, alongside: [] }));
}

/** False when the remote lacks one of the refs; then none was fetched. */
async function fetchRefs(options: RefStoreOptions, refspecs: readonly string[], depth: number): Promise<boolean> {
  const flags = ['--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance', `--depth=${depth}`];
  try {
    await remoteGit(options, ['fetch', ...flags, options.remoteUrl, ...refspecs]);
    return true;
  } catch (error) {
    if (error instanceof GitError && error.stderr.includes("couldn't find remote ref")) {
      return false;
    }
    throw error;
  }
}
