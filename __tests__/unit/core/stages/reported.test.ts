import { describe, expect, it } from 'vitest';
import { approved, aVerdict, opened } from '../../../builders/ledger.ts';
import { aFailedReview } from '../../../builders/outcome.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, type Row } from '../../../builders/scene.ts';
import { ourStory } from '../../../builders/story.ts';

const reported = ourStory({ agentStatus: 'reported_done' });
const rejected = { verifiedStatus: 'rejected', reportedDoneAt: '1', rejectedAt: '2' } as const;
const pullRequest = aPullRequest();

const rows: readonly Row[] = [
  {
    behaviour: 'a reported story of ours goes on through the gate',
    story: reported,
    memory: approved(),
    pullRequest,
    expected: 'merge',
  },
  {
    behaviour: 'a story that somebody else reported is theirs',
    story: ourStory({ agentStatus: 'reported_done', assignedAgentId: 'a-person' }),
    memory: approved(),
    pullRequest,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a reported story that was changed since is given back, reviewed or not',
    story: ourStory({ agentStatus: 'reported_done', criteriaHash: 'criteria-of-today' }),
    memory: approved(),
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'a rejection that nothing reset is told to its end, so that its findings are remembered',
    story: { ...reported, ...rejected },
    memory: opened({ verdict: aVerdict({ review: aFailedReview() }) }),
    pullRequest,
    expected: 'report_fail',
  },
  {
    behaviour: 'a rejection by somebody else that nothing reset is taken back',
    story: { ...reported, ...rejected },
    memory: approved(),
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'a rejection is taken back though we know nothing of the story',
    story: { ...reported, ...rejected },
    pullRequest,
    expected: 'unclaim',
  },
  {
    behaviour: 'a rejection that was answered by a new report stands for nothing',
    story: { ...reported, ...rejected, reportedDoneAt: '3' },
    memory: approved(),
    pullRequest,
    expected: 'merge',
  },
];

describe('reported', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });
});
