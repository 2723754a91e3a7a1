import { describe, expect, it } from 'vitest';
import {
  answerTransition,
  type TransitionAnswer,
  type TransitionCall,
  transitionCalls,
} from '../../src/core/transitions.ts';
import { actAs, implementerId, type PlacedStory } from '../builders/loopctl-story.ts';
import { describeSituation, enter, isReachable, type Situation, situations } from '../builders/story-situations.ts';

/** What is so when a call has been made, by us and not undone since: then it is skipped, and in no other case. */
const aims: Readonly<Record<TransitionCall, (situation: Situation) => boolean>> = {
  contract: (story) => isOpen(story) && ['contracted', 'assigned', 'implementing'].includes(story.agentStatus),
  claim: (story) => isOpen(story) && ['assigned', 'implementing'].includes(story.agentStatus),
  start: (story) => isOpen(story) && story.agentStatus === 'implementing',
  request_review: (story) =>
    isOpen(story) &&
    story.agentStatus === 'reported_done' &&
    (story.verifiedStatus === 'unverified' || story.isAnswered),
  report: ({ agentStatus }) => agentStatus === 'reported_done',
  review_complete: isDone,
  verify: isDone,
  reject: (story) =>
    story.verifiedStatus === 'rejected' &&
    ['pending', 'reported_done'].includes(story.agentStatus) &&
    !story.isAnswered,
  undo: (story) =>
    story.verifiedStatus === 'rejected' &&
    ['pending', 'reported_done'].includes(story.agentStatus) &&
    !story.isAnswered,
  unclaim: ({ agentStatus }) => agentStatus === 'pending',
  force_unclaim: ({ agentStatus }) => agentStatus === 'pending',
  backfill: isDone,
  mark_complete: isDone,
};

interface Exception {
  readonly why: string;
  readonly calls: readonly TransitionCall[];
  readonly where: (situation: Situation) => boolean;
}

/** What loopctl lets us do, and what we must not do all the same. */
const allowedButWrong: readonly Exception[] = [
  {
    why: "somebody else's story is not ours to report, judge or free",
    calls: ['report', 'review_complete', 'verify', 'reject', 'undo', 'force_unclaim', 'mark_complete'],
    where: ({ holder }) => holder === 'somebody else',
  },
  {
    why: 'what an import calls reported was never made by us, so it is not ours to judge or free',
    calls: ['review_complete', 'verify', 'reject', 'undo', 'force_unclaim', 'mark_complete'],
    where: ({ agentStatus, holder, verifiedStatus }) =>
      agentStatus === 'reported_done' && holder === 'nobody' && verifiedStatus !== 'verified',
  },
  {
    why: 'what is verified is not made a second time',
    calls: ['contract', 'claim', 'start', 'request_review', 'report', 'mark_complete'],
    where: ({ verifiedStatus }) => verifiedStatus === 'verified',
  },
  {
    why: 'what is only reported is rejected, and has nothing to be undone',
    calls: ['undo'],
    where: ({ verifiedStatus, isAnswered }) =>
      verifiedStatus !== 'verified' && (verifiedStatus !== 'rejected' || isAnswered),
  },
  {
    why: 'what was verified and set free again is for a person to sort out',
    calls: ['undo'],
    where: ({ agentStatus, verifiedStatus }) => verifiedStatus === 'verified' && agentStatus !== 'reported_done',
  },
  {
    why: 'a verification is not undone in passing',
    calls: ['reject'],
    where: ({ verifiedStatus }) => verifiedStatus === 'verified',
  },
  {
    why: 'a story that is done is not set free: loopctl would list it as ready again',
    calls: ['unclaim', 'force_unclaim'],
    where: isDone,
  },
  {
    why: 'what loopctl lets us backfill or report is not marked past everything it checks',
    calls: ['mark_complete'],
    where: ({ agentStatus, verifiedStatus }) =>
      agentStatus !== 'contracted' && !(agentStatus === 'pending' && verifiedStatus === 'rejected'),
  },
  {
    why: 'a rejection counts once',
    calls: ['reject', 'undo'],
    where: ({ verifiedStatus, isAnswered }) => verifiedStatus === 'rejected' && !isAnswered,
  },
  {
    why: 'what was rejected does not pass before it is reported again',
    calls: ['review_complete'],
    where: ({ verifiedStatus, isAnswered }) => verifiedStatus === 'rejected' && !isAnswered,
  },
  {
    why: 'a second record of a review that has done its service',
    calls: ['review_complete'],
    where: isDone,
  },
];

function isOpen({ verifiedStatus }: Situation): boolean {
  return verifiedStatus !== 'verified';
}

function isDone({ agentStatus, verifiedStatus }: Situation): boolean {
  return agentStatus === 'reported_done' && verifiedStatus === 'verified';
}

interface Cell {
  readonly call: TransitionCall;
  readonly situation: Situation;
}

function answerOf({ call, situation }: Cell): TransitionAnswer {
  const { story } = enter(situation);
  const standing = {
    agentStatus: story.agent_status,
    verifiedStatus: story.verified_status,
    assignedAgentId: story.assigned_agent_id,
    reportedDoneAt: story.reported_done_at,
    rejectedAt: story.rejected_at,
  };
  return answerTransition(call, standing, implementerId);
}

/** What loopctl, or the aim of the call, has against this answer; nothing where the answer is right. */
function faultOf(cell: Cell, answer: TransitionAnswer): string | null {
  const { call, situation } = cell;
  const before = enter(situation);
  const after = actAs(call, before);
  const isAllowed = after.status < 300 && hasMoved(before, after);
  const exception = exceptionOf(cell);
  const isAimReached = isOurs(situation) && aims[call](situation);
  if (answer === 'do') return isAllowed ? (exception?.why ?? null) : `loopctl answers ${after.status}, nothing moves`;
  if (isAllowed && exception === null) return `loopctl allows it with ${after.status}, and nothing speaks against it`;
  if (answer === 'skip') return isAimReached ? null : 'it has not been done';
  return isAimReached ? 'it has been done' : null;
}

function exceptionOf({ call, situation }: Cell): Exception | null {
  return allowedButWrong.find(({ calls, where }) => calls.includes(call) && where(situation)) ?? null;
}

/** Nobody's before the claim, ours after it; what is verified and nobody's was recorded by us. */
function isOurs({ agentStatus, verifiedStatus, holder }: Situation): boolean {
  return holder === 'us' || (holder === 'nobody' && (agentStatus !== 'reported_done' || verifiedStatus === 'verified'));
}

function hasMoved(before: PlacedStory, after: PlacedStory): boolean {
  const { updated_at: _, ...was } = before.story;
  const { updated_at: __, ...is } = after.story;
  return JSON.stringify(was) !== JSON.stringify(is);
}

const cells = situations.flatMap((situation) =>
  transitionCalls.map((call) => ({ call, situation, title: describeSituation(situation) })),
);

describe('the places a story can stand at', () => {
  it.each(situations.map((situation) => ({ situation, title: describeSituation(situation) })))(
    'include, by calls of loopctl alone: $title',
    ({ situation }) => {
      const { story } = enter(situation);
      const holders = { us: implementerId, nobody: null };
      const isTheirs = story.assigned_agent_id !== null && story.assigned_agent_id !== implementerId;
      expect(story).toMatchObject({
        agent_status: situation.agentStatus,
        verified_status: situation.verifiedStatus,
        ...(situation.holder === 'somebody else' ? {} : { assigned_agent_id: holders[situation.holder] }),
      });
      expect(isTheirs).toBe(situation.holder === 'somebody else');
    },
  );

  it('leave out none that can be reached', () => {
    const known = new Set(situations.map(placeOf));
    const all = (['pending', 'contracted', 'assigned', 'implementing', 'reported_done'] as const).flatMap(
      (agentStatus) =>
        (['unverified', 'rejected', 'verified'] as const).flatMap((verifiedStatus) =>
          (['nobody', 'us', 'somebody else'] as const).map((holder) => ({ agentStatus, verifiedStatus, holder })),
        ),
    );
    expect(all.filter(isReachable).map(placeOf).toSorted()).toEqual([...known].toSorted());
  });
});

describe('the table of transitions', () => {
  it.each(cells)('is right about $call of a story that is $title', (cell) => {
    expect(faultOf(cell, answerOf(cell))).toBeNull();
  });

  it.each(cells)('could say nothing else of $call of a story that is $title', (cell) => {
    const others = (['do', 'skip', 'hold'] as const).filter((answer) => answer !== answerOf(cell));
    for (const other of others) expect(faultOf(cell, other), other).not.toBeNull();
  });

  it.each(allowedButWrong)('needs to be told, since loopctl allows it: $why', ({ calls, where }) => {
    for (const call of calls) {
      const allowed = situations.filter((situation) => {
        const before = enter(situation);
        const after = actAs(call, before);
        return where(situation) && after.status < 300 && hasMoved(before, after);
      });
      expect(allowed, call).not.toEqual([]);
    }
  });
});

function placeOf({
  agentStatus,
  verifiedStatus,
  holder,
}: Pick<Situation, 'agentStatus' | 'verifiedStatus' | 'holder'>): string {
  return `${agentStatus}, ${verifiedStatus}, ${holder}`;
}
