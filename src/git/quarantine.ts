import { readFile, stat } from 'node:fs/promises';
import { findConcerns } from '../core/concerns.ts';
import { findMissingDeliverables } from '../core/deliverables.ts';
import { parsePatch } from '../core/parse-patch.ts';
import { isProtectedPath } from '../core/protected-paths.ts';
import { findSecret } from '../core/secret-patterns.ts';
import { showPath } from '../core/show-path.ts';
import type { WorkFacts } from '../core/snapshot.ts';
import { defaultTreeLimits, findTreeRefusals, type TreeLimits } from '../core/tree-refusals.ts';
import { readBundleHeader } from './bundle-header.ts';
import { type GitOptions, runGit } from './git.ts';
import { GitError } from './git-error.ts';
import { scanHistory } from './history-scan.ts';
import { openQuarantine } from './object-quarantine.ts';
import { computePatchId, readPatch } from './patch-id.ts';
import { scanTree, type TreeScan } from './tree-scan.ts';

export interface QuarantineRequest {
  /** A bare repository of ours that holds start and base with their history. */
  readonly repository: string;
  readonly bundle: string;
  /** The commit the outcome says the work ends with. */
  readonly head: string;
  /** The commit the assignment named. */
  readonly startSha: string;
  /** The tip of the base as it is now. */
  readonly baseSha: string;
  /** Files and globs that were promised. */
  readonly deliverables: readonly string[];
  /** Globs protected besides the built-in ones. */
  readonly protectedPaths: readonly string[];
  readonly limits?: Partial<QuarantineLimits>;
}

export interface QuarantineLimits extends TreeLimits {
  readonly bundleBytes: number;
}

export type Quarantined =
  | { readonly kind: 'work'; readonly work: WorkFacts }
  | { readonly kind: 'fault'; readonly detail: string };

const defaultLimits: QuarantineLimits = { ...defaultTreeLimits, bundleBytes: 50_000_000 };

/** Lists longer than this are cut: they are read by people and models, and remembered. */
const longestList = 50;

/**
 * Judges an agent's bundle without running anything of it. The repository gets the objects only where nothing speaks
 * against a push; a bundle that cannot be judged at all is a fault.
 */
export async function quarantine(request: QuarantineRequest): Promise<Quarantined> {
  const limits = { ...defaultLimits, ...request.limits };
  try {
    const pack = await readPack(request, limits);
    if (typeof pack === 'string') return fault(pack);
    const objects = await openQuarantine(request.repository, pack);
    try {
      const judged = await judge(request, limits, objects.git);
      if (judged.kind === 'work' && mayBePushed(judged.work)) await objects.release();
      return judged;
    } finally {
      await objects.discard();
    }
  } catch (error) {
    if (error instanceof GitError) return fault(`git could not read the bundle: ${error.message.slice(0, 1000)}`);
    throw error;
  }
}

function mayBePushed({ descends, refusals }: WorkFacts): boolean {
  return descends && refusals.length === 0;
}

function fault(detail: string): Quarantined {
  return { kind: 'fault', detail };
}

async function readPack(request: QuarantineRequest, limits: QuarantineLimits): Promise<Buffer | string> {
  const { size } = await stat(request.bundle);
  if (size > limits.bundleBytes) return `the bundle has ${size} bytes; ${limits.bundleBytes} are allowed`;
  const bundle = await readFile(request.bundle);
  const header = readBundleHeader(bundle);
  if (typeof header === 'string') return `the bundle cannot be read: ${header}`;
  if (!header.heads.includes(request.head)) return `the bundle does not hold ${request.head}`;
  return bundle.subarray(header.packOffset);
}

async function judge(request: QuarantineRequest, limits: QuarantineLimits, git: GitOptions): Promise<Quarantined> {
  const { head, startSha, baseSha } = request;
  const [ancestry, mergeBase] = await Promise.all([
    runGit(['merge-base', '--is-ancestor', startSha, head], { ...git, accept: [1] }),
    runGit(['merge-base', baseSha, head], { ...git, accept: [1] }),
  ]);
  const descends = ancestry.exitCode === 0;
  const diffBase = mergeBase.stdout.trim();
  if (diffBase === '') {
    if (await isShallow(git))
      throw new Error(`the history of the base ${baseSha} must be fetched before work is judged`);
    return fault('the work has no commit in common with the base');
  }
  const [tree, history] = await Promise.all([
    scanTree(diffBase, head, git),
    scanHistory({ head, known: descends ? [startSha, baseSha] : [baseSha] }, git),
  ]);
  if (history.last !== head && !(await isCommit(head, git))) return fault(`${head} is not a commit`);
  const structural = findTreeRefusals(tree.changes, limits);
  const contents = await judgeContents({ diffBase, head, tree, isReadable: structural.length === 0 }, git);
  return {
    kind: 'work',
    work: {
      head,
      descends,
      diffBase,
      patchId: contents.patchId,
      isEmpty: tree.changes.length === 0,
      changedPaths: tree.changes.map(({ path }) => path),
      refusals: shorten([...new Set([...structural, ...contents.secrets, ...history.secrets])]),
      protectedPaths: protectedAmong(tree, request.protectedPaths),
      concerns: shorten(contents.concerns),
      missingDeliverables: shorten(findMissingDeliverables(request.deliverables, tree.paths)),
    },
  };
}

async function isShallow(git: GitOptions): Promise<boolean> {
  return (await runGit(['rev-parse', '--is-shallow-repository'], git)).stdout.trim() === 'true';
}

/** Asked only where the history scan did not come upon the head: an empty range, or a tag in a commit's place. */
async function isCommit(head: string, git: GitOptions): Promise<boolean> {
  return (await runGit(['cat-file', '-t', head], git)).stdout.trim() === 'commit';
}

interface Contents {
  readonly patchId: string;
  readonly secrets: readonly string[];
  readonly concerns: readonly string[];
}

interface ContentsRequest {
  readonly diffBase: string;
  readonly head: string;
  readonly tree: TreeScan;
  /** Not where sizes or modes were refused: what is refused anyway is not read. */
  readonly isReadable: boolean;
}

async function judgeContents(request: ContentsRequest, git: GitOptions): Promise<Contents> {
  if (!request.isReadable) return { patchId: '', secrets: [], concerns: [] };
  const patch = await readPatch(request.diffBase, request.head, git);
  const files = parsePatch(new TextDecoder().decode(patch));
  return {
    patchId: computePatchId(patch),
    secrets: files.flatMap(({ path, added }) => {
      const kinds = new Set(added.map(findSecret).filter((kind) => kind !== null));
      return [...kinds].map((kind) => `${showPath(path)}: it holds what looks like ${kind}`);
    }),
    concerns: findConcerns(request.tree.changes, files),
  };
}

function protectedAmong({ changes }: TreeScan, configured: readonly string[]): readonly string[] {
  return changes.map(({ path }) => path).filter((path) => isProtectedPath(path, configured));
}

function shorten(list: readonly string[]): readonly string[] {
  if (list.length <= longestList) return list;
  return [...list.slice(0, longestList), `and ${list.length - longestList} more`];
}
