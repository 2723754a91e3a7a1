import type { Commit } from './commits.ts';

export interface Divergence {
  /** Commits the head has and the base lacks. */
  readonly ahead: number;
  /** Commits the base has and the head lacks. */
  readonly behind: number;
}

/** How two commits stand to each other. */
export interface Ancestry {
  readonly divergence: Divergence;
  /** The newest commits both have; several only after merges crosswise, none when the histories never met. */
  readonly mergeBases: readonly string[];
}

export type ReadCommit = (sha: string) => Commit | Promise<Commit | undefined>;

/** Compares two histories by walking both to their ends, which costs less than a process as long as they are short. */
export async function compareHistories(read: ReadCommit, base: string, head: string): Promise<Ancestry> {
  const [ofBase, ofHead] = [await ancestorsOf(read, base), await ancestorsOf(read, head)];
  const common = [...ofHead.keys()].filter((sha) => ofBase.has(sha));
  return {
    divergence: { ahead: ofHead.size - common.length, behind: ofBase.size - common.length },
    mergeBases: newestOf(common, ofHead),
  };
}

type Parents = ReadonlyMap<string, readonly string[]>;

async function ancestorsOf(read: ReadCommit, tip: string): Promise<Parents> {
  const seen = new Map<string, readonly string[]>();
  const waiting = [tip];
  for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
    if (seen.has(sha)) continue;
    const found = read(sha);
    const parents = (found instanceof Promise ? await found : found)?.parents ?? [];
    seen.set(sha, parents);
    waiting.push(...parents);
  }
  return seen;
}

// A common ancestor is among the newest when it is no ancestor of another one.
function newestOf(common: readonly string[], parents: Parents): readonly string[] {
  const older = new Set<string>();
  for (const sha of common) for (const parent of parents.get(sha) ?? []) older.add(parent);
  return common.filter((sha) => !older.has(sha));
}
