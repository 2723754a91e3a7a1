import { describe, expect, it } from 'vitest';
import { aCheck } from '../../../builders/checks.ts';
import { approved, noon } from '../../../builders/ledger.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { ourStory } from '../../../builders/story.ts';

const reported = ourStory({ agentStatus: 'reported_done' });
const merged = { sha: aSha('merge'), headSha, baseBefore: aSha('before'), by: null, at: noon };
const memory = approved({ merged });
const base = { branch: 'main', sha: tip, checks: [aCheck('pending')] };

const rows: readonly Row[] = [
  { behaviour: 'a merge on a proven base is verified', story: reported, memory, expected: 'verify' },
  {
    behaviour: 'a merge recorded from GitHub is verified by the proof of the tip as well',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: null } }),
    expected: 'verify',
  },
  {
    behaviour: 'a merge on a base that is not proven yet waits',
    story: reported,
    memory,
    world: { base },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a merge on a red base waits',
    story: reported,
    memory,
    world: { base: { ...base, checks: [aCheck('failure')] } },
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a look at the base that still shows the tip before the merge proves nothing of it',
    story: reported,
    memory: approved({ merged: { ...merged, baseBefore: tip } }),
    expected: 'hold merged_unverified',
  },
  {
    behaviour: 'a merge of a story that loopctl does not have as reported is left to a person',
    story: ourStory(),
    memory,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a verified story moves no more',
    story: ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' }),
    memory,
    expected: 'hold project_done',
  },
  {
    behaviour: 'what waits for a person waits whatever else is true of it',
    story: reported,
    memory: approved({ merged, sticky: { code: 'declined', detail: 'which table?', since: noon } }),
    expected: 'hold declined',
  },
  {
    behaviour: 'a hold whose code an earlier version knew is still a hold',
    story: reported,
    memory: approved({ merged, sticky: { code: 'of_yesterday', detail: '', since: noon } }),
    expected: 'hold stalled_elsewhere',
  },
];

describe('merged', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('verifies with the review’s words, the merge and the tip that proves it', () => {
    expect(askScene({ story: reported, memory })).toMatchObject({
      decision: { mergeSha: merged.sha, provenSha: tip, summary: 'Every criterion is met.' },
    });
  });
});
