import { describe, expect, it } from 'vitest';
import { aFlight, noon, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const memory = opened({ startOver: true });
const pullRequest = aPullRequest();

const rows: readonly Row[] = [
  { behaviour: 'gives the claim back', story: ourStory(), memory, pullRequest, expected: 'unclaim' },
  {
    behaviour: 'gives a reported story back',
    story: ourStory({ agentStatus: 'reported_done' }),
    memory,
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'gives a handshake back',
    story: aStory({ agentStatus: 'contracted' }),
    memory,
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'needs no claim',
    story: aStory({ verifiedStatus: 'rejected' }),
    memory,
    pullRequest,
    expected: 'unclaim',
  },
  { behaviour: 'needs no pull request', story: aStory(), memory, expected: 'unclaim' },
  {
    behaviour: 'is asked before whatever else a person is asked',
    story: ourStory(),
    memory: { ...memory, sticky: { code: 'declined', detail: '', since: noon } },
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'waits for the agent that is at work',
    story: ourStory(),
    memory,
    flight: aFlight(),
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'takes nothing from somebody else',
    story: ourStory({ assignedAgentId: 'a-person' }),
    memory,
    pullRequest,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'comes too late for what is merged',
    story: ourStory(),
    memory,
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge') }),
    expected: 'record_merge',
  },
];

describe('a story that a person starts over', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('has its pull request closed, if it is open', () => {
    expect(askScene({ story: ourStory(), memory, pullRequest })).toMatchObject({ decision: { closes: 11 } });
    const closed = aPullRequest({ state: 'CLOSED' });
    expect(askScene({ story: ourStory(), memory, pullRequest: closed })).toMatchObject({ decision: { closes: null } });
  });
});
