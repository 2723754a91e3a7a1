import type { Feedback } from '../../../src/core/assignment.ts';
import type { Decision } from '../../../src/core/decision.ts';
import type { StoryFacts } from '../../../src/core/snapshot.ts';
import { aSha } from '../../builders/sha.ts';

const because = 'the test wants it';
const feedback: Feedback = { kind: 'outcome_refused', summary: 'no', items: [], headSha: null };

/** The decisions that are remembered in the ledger and nowhere else. */
export type RememberedKind =
  | 'refuse'
  | 'lose'
  | 'discard'
  | 'forget'
  | 'drop_merge'
  | 'record_merge'
  | 'escalate'
  | 'finish';

/** The kinds that ask nobody for anything, by a decision of each. */
export const remembered: Readonly<Record<RememberedKind, (story: StoryFacts) => Decision>> = {
  refuse: (story) => ({ kind: 'refuse', because, story, assignment: '99-3', feedback }),
  lose: (story) => ({ kind: 'lose', because, story, assignment: '99-3' }),
  discard: (story) => ({ kind: 'discard', because, story, assignment: '99-3' }),
  forget: () => ({ kind: 'forget', because, assignment: '99-3' }),
  drop_merge: (story) => ({ kind: 'drop_merge', because, story, headSha: aSha('one'), detail: 'failed checks' }),
  record_merge: (story) => ({
    kind: 'record_merge',
    because,
    story,
    pullRequest: 1,
    merged: { sha: aSha('one'), headSha: aSha('other'), by: 'ann' },
  }),
  escalate: (story) => ({
    kind: 'escalate',
    because,
    story,
    hold: { code: 'closed_by_human', detail: '#1' },
  }),
  finish: () => ({ kind: 'finish', because }),
};
