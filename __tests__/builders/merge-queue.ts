import type { Rule } from '../../sandbox/github/world/rows.ts';

/** A rule that lets nothing in but through the base's merge queue, one at a time. */
export const aMergeQueue = {
  type: 'merge_queue',
  parameters: {
    merge_method: 'MERGE',
    grouping_strategy: 'ALLGREEN',
    check_response_timeout_minutes: 60,
    max_entries_to_build: 1,
    max_entries_to_merge: 1,
    min_entries_to_merge: 1,
    min_entries_to_merge_wait_minutes: 0,
  },
} as const satisfies Rule;
