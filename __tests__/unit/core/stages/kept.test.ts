import { describe, expect, it } from 'vitest';
import type { StoryMemory } from '../../../../src/core/ledger.ts';
import { aHead, aMemory, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const story = ourStory();
const kept: NonNullable<StoryMemory['kept']> = {
  head: aHead({ sha: aSha('kept'), assignment: '99-3' }),
  protectedPaths: ['.github/workflows/ci.yml'],
};
const memory = aMemory({ agreement: 'criteria-1.1', authorRuns: 1, kept });

const rows: readonly Row[] = [
  { behaviour: 'waits for a person, and no agent is sent', story, memory, expected: 'hold protected_paths' },
  {
    behaviour: 'is accepted when a person approved its head',
    story,
    memory: { ...memory, approvedHead: aSha('kept') },
    expected: 'accept',
  },
  {
    behaviour: 'waits though another head was approved',
    story,
    memory: { ...memory, approvedHead: headSha },
    expected: 'hold protected_paths',
  },
  {
    behaviour: 'goes with the claim of a story that was changed',
    story: ourStory({ criteriaHash: 'criteria-of-today' }),
    memory,
    expected: 'unclaim',
  },
  {
    behaviour: 'goes with the claim of a story whose pull request a person closed',
    story,
    memory: opened({ kept }),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'makes way for what a person pushed meanwhile',
    story,
    memory: opened({ kept, approvedHead: aSha('kept') }),
    pullRequest: aPullRequest({ headSha: aSha('person') }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'is accepted once more where its push was forgotten',
    story,
    memory: opened({ kept, approvedHead: aSha('kept') }),
    pullRequest: aPullRequest({ headSha: aSha('kept') }),
    expected: 'accept',
  },
  {
    behaviour: 'of a fix is waited for, whatever is wrong with the head before it',
    story: ourStory({ agentStatus: 'reported_done' }),
    memory: opened({ kept }),
    pullRequest: aPullRequest({ mergeState: 'DIRTY' }),
    expected: 'hold protected_paths',
  },
  {
    behaviour: 'of which nobody knows any more is done again, when a person said no',
    story,
    memory: aMemory({
      agreement: 'criteria-1.1',
      authorRuns: 1,
      feedback: [{ kind: 'outcome_refused', summary: 'do without', items: [], headSha: aSha('kept') }],
    }),
    expected: 'want fix',
  },
  {
    behaviour: 'is of no use to a story that was taken away',
    story: aStory(),
    memory,
    expected: 'want implement',
  },
];

describe('work kept for a person', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('is held with its whole SHA and the paths, as the person needs them', () => {
    const hold = { code: 'protected_paths', detail: `${aSha('kept')} changes .github/workflows/ci.yml` };
    expect(askScene({ story, memory })).toMatchObject({ hold });
  });

  it('is pushed to the branch of its generation, over the head that was accepted before', () => {
    const approved = opened({ kept, approvedHead: aSha('kept') });
    const step = askScene({ story, memory: approved, pullRequest: aPullRequest() });
    expect(step).toMatchObject({
      decision: { branch: 'orchestrate/1.1', head: kept.head, expected: headSha, assignment: '99-3' },
    });
  });
});
