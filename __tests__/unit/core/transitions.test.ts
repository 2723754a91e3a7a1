import { describe, expect, it } from 'vitest';
import type { AgentStatus, VerifiedStatus } from '../../../src/core/story.ts';
import {
  answerTransition,
  type TransitionAnswer,
  type TransitionCall,
  transitionCalls,
} from '../../../src/core/transitions.ts';
import { actAs, placeStory } from '../../builders/loopctl-story.ts';

interface Standing {
  readonly agentStatus: AgentStatus;
  readonly verifiedStatus: VerifiedStatus;
  readonly assignedAgentId: string | null;
}

const us = 'implementer';

function standing(agentStatus: AgentStatus, verifiedStatus: VerifiedStatus = 'unverified'): Standing {
  const isHeld = agentStatus !== 'pending' && agentStatus !== 'contracted';
  return { agentStatus, verifiedStatus, assignedAgentId: isHeld ? us : null };
}

const statuses = ['pending', 'contracted', 'assigned', 'implementing', 'reported_done'] as const;

/**
 * loopctl's life of a story: pending, contracted, assigned, implementing, reported_done. What has been done is
 * skipped, what comes next is done, and what would jump over a step, or go back over one, is held.
 */
const table: Readonly<
  Record<
    TransitionCall,
    readonly [TransitionAnswer, TransitionAnswer, TransitionAnswer, TransitionAnswer, TransitionAnswer]
  >
> = {
  contract: ['do', 'skip', 'skip', 'skip', 'hold'],
  claim: ['hold', 'do', 'skip', 'skip', 'hold'],
  start: ['hold', 'hold', 'do', 'skip', 'hold'],
  request_review: ['hold', 'hold', 'hold', 'do', 'skip'],
  report: ['hold', 'hold', 'hold', 'do', 'skip'],
  review_complete: ['hold', 'hold', 'hold', 'hold', 'do'],
  verify: ['hold', 'hold', 'hold', 'hold', 'do'],
  reject: ['hold', 'hold', 'hold', 'hold', 'do'],
  unclaim: ['skip', 'hold', 'do', 'do', 'do'],
  force_unclaim: ['skip', 'do', 'do', 'do', 'do'],
};

const cells = transitionCalls.flatMap((call) =>
  statuses.map((status, index) => ({ call, status, answer: table[call][index] ?? 'hold' })),
);

describe('a call to loopctl', () => {
  it.each(cells)('$call of a story that is $status: $answer', ({ call, status, answer }) => {
    expect(answerTransition(call, standing(status), us)).toBe(answer);
  });

  it.each(transitionCalls)('%s never touches a story that somebody else holds', (call) => {
    for (const status of statuses) {
      expect(answerTransition(call, { ...standing(status), assignedAgentId: 'a-person' }, us)).toBe('hold');
    }
  });

  it.each(transitionCalls)('%s never undoes a verification', (call) => {
    const isSaidAlready = call === 'verify' || call === 'report' || call === 'review_complete';
    expect(answerTransition(call, standing('reported_done', 'verified'), us)).toBe(isSaidAlready ? 'skip' : 'hold');
  });

  it('rejects once: a story that was rejected and reset is not rejected again', () => {
    expect(answerTransition('reject', standing('pending', 'rejected'), us)).toBe('skip');
  });

  it('rejects again when the next attempt was reported', () => {
    expect(answerTransition('reject', standing('reported_done', 'rejected'), us)).toBe('do');
  });

  it('never contracts a story that was verified and is pending only since its claim was taken away', () => {
    expect(answerTransition('contract', standing('pending', 'verified'), us)).toBe('hold');
  });
});

describe('the table and loopctl itself', () => {
  it.each(cells.filter(({ answer }) => answer === 'do'))(
    'agree that $call can be done when it is $status',
    ({ call, status }) => {
      expect(actAs(call, placeStory(status)).status).toBeLessThan(300);
    },
  );

  it.each(cells.filter(({ call, answer }) => answer === 'hold' && call !== 'reject'))(
    'agree that $call is refused when it is $status',
    ({ call, status }) => {
      expect(actAs(call, placeStory(status)).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('agree that a rejection needs a report', () => {
    for (const status of statuses.slice(0, -1)) expect(actAs('reject', placeStory(status)).status).toBe(409);
  });

  it.each(transitionCalls.filter((call) => call !== 'unclaim' && call !== 'force_unclaim' && call !== 'reject'))(
    'agree that %s changes nothing, or is refused, when it has been done',
    (call) => {
      for (const { status } of cells.filter((cell) => cell.call === call && cell.answer === 'skip')) {
        const before = placeStory(status);
        const answer = actAs(call, before);
        expect(answer.status >= 400 || answer.agentStatus === before.agentStatus).toBe(true);
      }
    },
  );
});
