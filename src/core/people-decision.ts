import type { Ask } from './ask.ts';
import type { Sha } from './assignment.ts';
import type { OrderOf } from './commands/order.ts';
import type { Instant } from './instant.ts';
import type { OfStory } from './of-story.ts';

/** What became of a person's comment is told: by our reaction to it, and by one reply where there is something to say. */
export interface Answer {
  readonly kind: 'answer';
  /** GitHub's number of the comment, and of the issue or pull request that it stands on. */
  readonly comment: string;
  readonly on: number;
  readonly reaction: 'rocket' | '-1';
  readonly replies: readonly (string | Ask)[];
  /** When it was followed, or not. */
  readonly at: Instant;
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  readonly because: string;
}

/** A person had the failed workflow runs of a head run again. */
export interface RerunChecks extends OfStory {
  readonly kind: 'rerun_checks';
  readonly order: OrderOf<'rerun_checks'>;
}

/** A person says that a story is done, by a pull request that was no work of ours: told to loopctl as that. */
export interface BackfillStory extends OfStory {
  readonly kind: 'backfill_story';
  readonly order: OrderOf<'backfill'>;
  /** `mark_complete`: what was rejected, or is contracted, loopctl lets nobody backfill. */
  readonly how: 'backfill' | 'mark_complete';
}

/** A person had a story made. */
export interface CreateStory {
  readonly kind: 'create_story';
  readonly order: OrderOf<'add'>;
  readonly because: string;
}

/** Merged by a person, and the base proven: told to loopctl with who did it, by the way that its status leaves open. */
export interface RecordHumanMerge extends OfStory {
  readonly kind: 'record_human_merge';
  /**
   * `report`: claimed by us, so reported, completed and verified. `complete`: reported already. `backfill`: nobody's,
   * and never rejected. `mark_complete`: whatever else loopctl lets nobody report.
   */
  readonly how: 'report' | 'complete' | 'backfill' | 'mark_complete';
  readonly pullRequest: number;
  readonly person: string;
  readonly mergeSha: Sha;
}
