import type { StoryRecord, Verification } from '../story-record.ts';

/** Where a story stands. */
export type Standing = Pick<StoryRecord, 'agentStatus' | 'verifiedStatus'>;

/** How it was judged, and by whom. */
export type Verdict = Pick<Verification, 'result' | 'summary' | 'findings' | 'reviewType'> & {
  readonly at: string;
  /** The agent who judged, by its id where it was judged. */
  readonly by: string | null;
};
