import { describe, expect, it } from 'vitest';
import { aMemory, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { headSha } from '../../../builders/sha.ts';
import { aStory } from '../../../builders/story.ts';

const contracted = aStory({ agentStatus: 'contracted' });

const rows: readonly Row[] = [
  {
    behaviour: 'a handshake that we remember goes on to its claim',
    story: contracted,
    memory: aMemory({ agreement: 'criteria-1.1' }),
    expected: 'want implement',
  },
  {
    behaviour: 'a handshake that we do not remember is somebody else’s',
    story: contracted,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a handshake that was ours by loopctl’s account, and that we forgot, is given back',
    story: contracted,
    world: { contractedBy: new Map([['1.1', 'implementer']]) },
    expected: 'unclaim',
  },
  {
    behaviour: 'a handshake that was made by another agent is theirs',
    story: contracted,
    world: { contractedBy: new Map([['1.1', 'a-person']]) },
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a half-made claim whose pull request a person closed is given back',
    story: contracted,
    memory: opened(),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'a handshake of ours on a text that has changed since is given back',
    story: contracted,
    memory: aMemory({ agreement: 'criteria-of-yesterday' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'the handshake of a fresh attempt goes on with its findings',
    story: aStory({ agentStatus: 'contracted', verifiedStatus: 'rejected' }),
    memory: opened({ feedback: [{ kind: 'review_failed', summary: 'no', items: [], headSha }] }),
    expected: 'want fix',
  },
  {
    behaviour: 'the limits hold for a half-made claim as well',
    story: contracted,
    memory: aMemory({ agreement: 'criteria-1.1', rejections: 3 }),
    expected: 'escalate rejections_exhausted',
  },
];

describe('contracted', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('says who made a handshake that is not ours', () => {
    const contractedBy = new Map([['1.1', 'a-person']]);
    expect(askScene({ story: contracted, world: { contractedBy } })).toMatchObject({
      hold: { detail: 'contracted by agent a-person' },
    });
  });

  it('makes the claim that is missing', () => {
    const step = askScene({ story: contracted, memory: aMemory({ agreement: 'criteria-1.1' }) });
    expect(step).toMatchObject({ want: { claims: true, isNew: true, startSha: null } });
  });
});
