import type { AgentStatus, Story } from './story.ts';

/** The loopctl calls that move a story, each in the name that loopctl demands for it. */
export const transitionCalls = [
  'contract',
  'claim',
  'start',
  'request_review',
  'report',
  'review_complete',
  'verify',
  'reject',
  /** A rejection of what is verified: its merge was reverted. */
  'undo',
  'unclaim',
  'force_unclaim',
  'backfill',
  'mark_complete',
] as const;
export type TransitionCall = (typeof transitionCalls)[number];

/** Do it; skip it, since it has been done by us; or hold, since the story is elsewhere than we believed. */
export type TransitionAnswer = 'do' | 'skip' | 'hold';

/** What was said last of the work: nothing yet, that it does not hold, or that it does. */
export type Judgement = 'open' | 'rejected' | 'verified';

type Answers = Readonly<Record<TransitionCall, Readonly<Record<AgentStatus, TransitionAnswer>>>>;

const nowhere = {
  pending: 'hold',
  contracted: 'hold',
  assigned: 'hold',
  implementing: 'hold',
  reported_done: 'hold',
} as const;

const open: Answers = {
  contract: { ...nowhere, pending: 'do', contracted: 'skip', assigned: 'skip', implementing: 'skip' },
  claim: { ...nowhere, contracted: 'do', assigned: 'skip', implementing: 'skip' },
  start: { ...nowhere, assigned: 'do', implementing: 'skip' },
  request_review: { ...nowhere, implementing: 'do', reported_done: 'skip' },
  report: { ...nowhere, implementing: 'do', reported_done: 'skip' },
  review_complete: { ...nowhere, reported_done: 'do' },
  verify: { ...nowhere, reported_done: 'do' },
  reject: { ...nowhere, reported_done: 'do' },
  undo: nowhere,
  unclaim: { ...nowhere, pending: 'skip', assigned: 'do', implementing: 'do', reported_done: 'do' },
  force_unclaim: { pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do', reported_done: 'do' },
  backfill: { ...nowhere, pending: 'do' },
  mark_complete: { ...nowhere, contracted: 'do' },
};

/**
 * What each call means for a story that is found in each status (loopctl's own refusals, turned into a table): the
 * story is read again before every call, and this decides. A rejected story is begun anew like an open one, but what
 * was rejected is neither rejected twice nor passed; a verified one is never worked on, nor undone but by `undo`.
 */
export const transitions: Readonly<Record<Judgement, Answers>> = {
  open,
  rejected: {
    ...open,
    request_review: { ...nowhere, implementing: 'do' },
    review_complete: nowhere,
    verify: nowhere,
    reject: { ...nowhere, pending: 'skip', reported_done: 'skip' },
    undo: { ...nowhere, pending: 'skip', reported_done: 'skip' },
    backfill: nowhere,
    mark_complete: { ...nowhere, pending: 'do', contracted: 'do' },
  },
  verified: {
    contract: nowhere,
    claim: nowhere,
    start: nowhere,
    request_review: nowhere,
    report: { ...nowhere, reported_done: 'skip' },
    review_complete: { ...nowhere, reported_done: 'skip' },
    verify: { ...nowhere, reported_done: 'skip' },
    reject: nowhere,
    undo: { ...nowhere, reported_done: 'do' },
    unclaim: { ...nowhere, pending: 'skip', assigned: 'do', implementing: 'do' },
    force_unclaim: { ...nowhere, pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do' },
    backfill: { ...nowhere, reported_done: 'skip' },
    mark_complete: { ...nowhere, reported_done: 'skip' },
  },
};

/** What the answer depends on; the moments are loopctl's, which sort as text. */
export interface Standing extends Pick<Story, 'agentStatus' | 'verifiedStatus' | 'assignedAgentId'> {
  readonly reportedDoneAt: string | null;
  readonly rejectedAt: string | null;
}

/** Whether a call is to be made for a story as it stands now. A story that somebody else holds is never touched. */
export function answerTransition(call: TransitionCall, story: Standing, implementer: string): TransitionAnswer {
  return isElsewhere(story, implementer) ? 'hold' : transitions[judgementOf(story)][call][story.agentStatus];
}

/** Held by somebody else, or further than a story comes that nobody holds: an import, too, can say reported. */
function isElsewhere({ agentStatus, verifiedStatus, assignedAgentId }: Standing, implementer: string): boolean {
  if (assignedAgentId !== null) return assignedAgentId !== implementer;
  return agentStatus !== 'pending' && agentStatus !== 'contracted' && verifiedStatus !== 'verified';
}

/** A rejection stands until the next report: loopctl keeps the status while the story is done anew. */
export function judgementOf({
  verifiedStatus,
  reportedDoneAt,
  rejectedAt,
}: Pick<Standing, 'verifiedStatus' | 'reportedDoneAt' | 'rejectedAt'>): Judgement {
  if (verifiedStatus === 'verified') return 'verified';
  const isAnswered = reportedDoneAt !== null && rejectedAt !== null && reportedDoneAt > rejectedAt;
  return verifiedStatus === 'rejected' && !isAnswered ? 'rejected' : 'open';
}
