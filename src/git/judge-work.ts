import { findConcerns } from '../core/concerns.ts';
import { findMissingDeliverables } from '../core/deliverables.ts';
import { parsePatch } from '../core/parse-patch.ts';
import { isProtectedPath } from '../core/protected-paths.ts';
import { findSecret } from '../core/secret-patterns.ts';
import { showPath } from '../core/show-path.ts';
import type { WorkFacts } from '../core/snapshot.ts';
import { findTreeRefusals, type TreeLimits } from '../core/tree-refusals.ts';
import { type GitOptions, runGit } from './git.ts';
import { scanHistory } from './history-scan.ts';
import { isAncestor } from './is-ancestor.ts';
import { computePatchId, readPatch } from './patch-id.ts';
import { scanTree, type TreeScan } from './tree-scan.ts';

export interface WorkRequest {
  readonly head: string;
  /** The commit the work must descend from; null: wherever it left the base. */
  readonly startSha: string | null;
  /** The tip of the base as it is now. */
  readonly baseSha: string;
  /** Files and globs that were promised. */
  readonly deliverables: readonly string[];
  /** Globs protected besides the built-in ones. */
  readonly protectedPaths: readonly string[];
}

export type JudgedWork =
  | { readonly kind: 'work'; readonly work: WorkFacts }
  | { readonly kind: 'fault'; readonly detail: string };

/** Lists longer than this are cut: they are read by people and models, and remembered. */
const longestList = 50;

/**
 * Judges a commit by its final tree against the merge base and by every commit on the way, without running anything of
 * it. The repository must hold head, start and base with their history.
 */
export async function judgeWork(request: WorkRequest, limits: TreeLimits, git: GitOptions): Promise<JudgedWork> {
  const { head, baseSha } = request;
  const mergeBase = await runGit(['merge-base', baseSha, head], { ...git, accept: [1] });
  const diffBase = mergeBase.stdout.trim();
  if (diffBase === '') {
    if (await isShallow(git))
      throw new Error(`the history of the base ${baseSha} must be fetched before work is judged`);
    return { kind: 'fault', detail: 'the work has no commit in common with the base' };
  }
  const startSha = request.startSha ?? diffBase;
  const descends = startSha === diffBase || (await isAncestor(startSha, head, git));
  const [tree, history] = await Promise.all([
    scanTree(diffBase, head, git),
    scanHistory({ head, known: descends ? [startSha, baseSha] : [baseSha] }, git),
  ]);
  if (history.last !== head && !(await isCommit(head, git)))
    return { kind: 'fault', detail: `${head} is not a commit` };
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
