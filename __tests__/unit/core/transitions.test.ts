import { describe, expect, it } from 'vitest';
import {
  answerTransition,
  type Standing,
  type TransitionAnswer,
  type TransitionCall,
  transitionCalls,
} from '../../../src/core/transitions.ts';

const us = 'implementer';

/** Ours, reported a minute ago. */
const reported: Standing = {
  agentStatus: 'reported_done',
  verifiedStatus: 'unverified',
  assignedAgentId: us,
  reportedDoneAt: '2026-01-01T00:01:00.000000Z',
  rejectedAt: null,
};
const earlier = '2026-01-01T00:00:59.999999Z';
const later = '2026-01-01T00:01:00.000001Z';
const reset: Standing = {
  agentStatus: 'pending',
  verifiedStatus: 'rejected',
  assignedAgentId: null,
  reportedDoneAt: null,
  rejectedAt: later,
};

/** Rejected at that moment, and left as reported: nothing resets it. */
function rejectedAt(moment: string | null): Standing {
  return { ...reported, verifiedStatus: 'rejected', rejectedAt: moment };
}

interface Row {
  readonly behaviour: string;
  readonly call: TransitionCall;
  readonly story: Standing;
  readonly answer: TransitionAnswer;
}

// Every cell of the table is held against loopctl itself in contract/transitions.test.ts.
const rows: readonly Row[] = [
  { behaviour: 'rejects what is reported', call: 'reject', story: reported, answer: 'do' },
  { behaviour: 'rejects once: rejected and reset', call: 'reject', story: reset, answer: 'skip' },
  {
    behaviour: 'rejects once: rejected since the report, where nothing resets',
    call: 'reject',
    story: rejectedAt(later),
    answer: 'skip',
  },
  {
    behaviour: 'rejects again what was reported since the last rejection',
    call: 'reject',
    story: rejectedAt(earlier),
    answer: 'do',
  },
  {
    behaviour: 'never verifies what was rejected since its report',
    call: 'verify',
    story: rejectedAt(later),
    answer: 'hold',
  },
  {
    behaviour: 'takes a rejection of unknown age for a new one',
    call: 'verify',
    story: rejectedAt(null),
    answer: 'hold',
  },
  {
    behaviour: 'never contracts what is verified and pending only since its claim was taken away',
    call: 'contract',
    story: { ...reset, verifiedStatus: 'verified' },
    answer: 'hold',
  },
  {
    behaviour: "leaves alone what was reported and is nobody's",
    call: 'verify',
    story: { ...reported, assignedAgentId: null },
    answer: 'hold',
  },
];

describe('a call to loopctl', () => {
  it.each(rows)('$behaviour', ({ call, story, answer }) => {
    expect(answerTransition(call, story, us)).toBe(answer);
  });

  it.each(transitionCalls)('%s never touches a story that somebody else holds', (call) => {
    for (const agentStatus of ['assigned', 'implementing', 'reported_done'] as const) {
      for (const verifiedStatus of ['unverified', 'rejected', 'verified'] as const) {
        const story = { ...reported, agentStatus, verifiedStatus, assignedAgentId: 'a-person' };
        expect(answerTransition(call, story, us)).toBe('hold');
      }
    }
  });
});
