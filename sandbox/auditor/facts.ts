import type { KeptEvent } from '../github/world/events.ts';

/** One process of an agent, as the witness around its command saw it. */
export interface AgentFacts {
  readonly id: string;
  /** `restate`, `implement`, `fix`, `repair` or `review`. */
  readonly task: string;
  readonly cwd: string;
  readonly branch: string | null;
  readonly head: string | null;
  /** The tree it found there: a reviewer may be shown a head's tree under another commit. */
  readonly tree: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly environment: Readonly<Record<string, string>>;
  /** Git's configuration as the process could read it. */
  readonly gitConfig: string;
  readonly result: unknown;
}

/** What a push of the state branch said about a story; `seq` is that of the push. */
export type StoreFact =
  | { readonly kind: 'verified'; readonly seq: number; readonly at: string; readonly story: string }
  | {
      readonly kind: 'transition';
      readonly seq: number;
      readonly at: string;
      readonly story: string;
      readonly action: string;
      readonly agentStatus: string | null;
      /** The identity in whose name it was done. */
      readonly agent: string | null;
    };

export interface TokenFacts {
  readonly value: string;
  readonly writes: boolean;
}

/** Everything that was recorded of a world, in the order in which it happened. */
export interface AuditFacts {
  readonly events: readonly KeptEvent[];
  readonly agents: readonly AgentFacts[];
  readonly store: readonly StoreFact[];
  readonly tokens: readonly TokenFacts[];
  /** Values of the repository's secrets. */
  readonly secrets: readonly string[];
  /** Stable patch ids of what a head changes against its merge base with a base commit, by `diffKey`. */
  readonly patchIds: ReadonlyMap<string, string>;
  /** Merge bases of a base commit and a head that repairs it, by `diffKey`. */
  readonly mergeBases: ReadonlyMap<string, string>;
  /** What each head that was pushed to a story's branch changes against the base as it was then. */
  readonly changedPaths: ReadonlyMap<string, readonly string[]>;
}

/** What the world is held to. */
export interface AuditRules {
  readonly base: string;
  /** Branches of stories start with it: `orchestrate/`. */
  readonly branchPrefix: string;
  readonly required: readonly { readonly context: string; readonly app: string }[];
  readonly concurrency: number;
  /** Files that an agent may change only where a person approved it. */
  readonly protectedPaths: readonly RegExp[];
  /** After so many rejections a story is a person's. */
  readonly rejections: number;
  /** Workflow files of the loop itself: their jobs on the base say nothing about the base. */
  readonly ownWorkflows: readonly string[];
}

/** Names the diff of `head` against its merge base with `base`. */
export function diffKey(base: string, head: string): string {
  return `${base} ${head}`;
}

/** Whether a branch is one that mends the base: a repair of ours, or GitHub's revert of a merge. */
export function isRepairBranch(branch: string, prefix: string): boolean {
  return branch.startsWith(`${prefix}repair-`) || /^revert-\d+-/.test(branch);
}

/** The story a branch belongs to, whatever its generation; nothing for other branches. */
export function storyOfBranch(branch: string, prefix: string): string | null {
  if (!branch.startsWith(prefix)) return null;
  return /^\d+(\.\d+)?(?=(-\d+)?$)/.exec(branch.slice(prefix.length))?.[0] ?? null;
}
