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
  'unclaim',
  'force_unclaim',
] as const;
export type TransitionCall = (typeof transitionCalls)[number];

/** Do it; skip it, since it has been done by us; or hold, since the story is elsewhere than we believed. */
export type TransitionAnswer = 'do' | 'skip' | 'hold';

/**
 * What each call means for a story that is found in each status (loopctl's own refusals, turned into a table): the
 * story is read again before every call, and this decides.
 */
export const transitions: Readonly<Record<TransitionCall, Readonly<Record<AgentStatus, TransitionAnswer>>>> = {
  contract: { pending: 'do', contracted: 'skip', assigned: 'skip', implementing: 'skip', reported_done: 'hold' },
  claim: { pending: 'hold', contracted: 'do', assigned: 'skip', implementing: 'skip', reported_done: 'hold' },
  start: { pending: 'hold', contracted: 'hold', assigned: 'do', implementing: 'skip', reported_done: 'hold' },
  request_review: { pending: 'hold', contracted: 'hold', assigned: 'hold', implementing: 'do', reported_done: 'skip' },
  report: { pending: 'hold', contracted: 'hold', assigned: 'hold', implementing: 'do', reported_done: 'skip' },
  review_complete: { pending: 'hold', contracted: 'hold', assigned: 'hold', implementing: 'hold', reported_done: 'do' },
  verify: { pending: 'hold', contracted: 'hold', assigned: 'hold', implementing: 'hold', reported_done: 'do' },
  reject: { pending: 'skip', contracted: 'hold', assigned: 'hold', implementing: 'hold', reported_done: 'do' },
  unclaim: { pending: 'skip', contracted: 'hold', assigned: 'do', implementing: 'do', reported_done: 'do' },
  force_unclaim: { pending: 'skip', contracted: 'do', assigned: 'do', implementing: 'do', reported_done: 'do' },
};

type Standing = Pick<Story, 'agentStatus' | 'verifiedStatus' | 'assignedAgentId'>;

/**
 * Whether a call is to be made for a story as it stands now. A story that somebody else holds is never touched; one
 * that is verified already is skipped; a rejection counts as made only where loopctl says rejected.
 */
export function answerTransition(call: TransitionCall, story: Standing, implementer: string): TransitionAnswer {
  const isElsewhere = story.assignedAgentId !== null && story.assignedAgentId !== implementer;
  if (isElsewhere) return 'hold';
  if (story.agentStatus === 'reported_done' && story.verifiedStatus === 'verified') {
    return call === 'verify' || call === 'report' || call === 'review_complete' ? 'skip' : 'hold';
  }
  if (call === 'reject' && story.agentStatus === 'pending' && story.verifiedStatus !== 'rejected') return 'hold';
  if (call === 'contract' && story.verifiedStatus === 'verified') return 'hold';
  return transitions[call][story.agentStatus];
}
