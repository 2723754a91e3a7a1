import type { MergeMethod } from './rows.ts';

export interface AsyncMergeRow {
  readonly uuid: string;
  readonly number: number;
  readonly status: 'pending' | 'merged' | 'enqueued' | 'failed';
  readonly message: string;
  readonly method: MergeMethod | 'default';
  readonly action: 'default' | 'direct_merge' | 'merge_queue';
  readonly expectedHeadSha: string | null;
  readonly headSha: string;
  readonly sha: string | null;
  readonly commitTitle: string | null;
  readonly commitMessage: string | null;
  readonly by: string;
  readonly tokenId: number;
  readonly createdAt: string;
}

/** A pull request in the merge queue of its base; the first of a base is the one that is being tested. */
export interface QueueEntryRow {
  readonly id: number;
  readonly number: number;
  readonly base: string;
  readonly headSha: string;
  readonly by: string;
  readonly enqueuedAt: string;
  /** The commit that is tested and that the base will get, and the tip it was made on; null before that. */
  readonly group: { readonly sha: string; readonly baseSha: string; readonly ref: string } | null;
}

/** That the queue took a pull request out, and why. */
export interface QueueRemovalRow {
  readonly id: number;
  readonly number: number;
  readonly reason: string;
  readonly at: string;
}
