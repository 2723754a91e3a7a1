import { describe, expect, it } from 'vitest';
import type { Feedback } from '../../../../src/core/assignment.ts';
import type { StoryFacts } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aMemory, aVerdict, minute, noon, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { ourStory } from '../../../builders/story.ts';

const refused: Feedback = { kind: 'outcome_refused', summary: 'nothing was committed', items: [], headSha: null };
const findings: Feedback = { kind: 'review_failed', summary: 'no test', items: ['no test'], headSha };
const claimed = aMemory({ agreement: 'criteria-1.1' });

const rows: readonly Row[] = [
  {
    behaviour: 'a claim of ours that no agent is at wants its implementer',
    story: ourStory(),
    memory: claimed,
    expected: 'want implement',
  },
  {
    behaviour: 'a claim of somebody else is left alone',
    story: ourStory({ assignedAgentId: 'a-person' }),
    memory: claimed,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a claim of nobody we can name is left alone',
    story: ourStory({ assignedAgentId: null }),
    memory: claimed,
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a story that was changed after the handshake is given back',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-of-yesterday' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'a story that was changed is given back even with its pull request open',
    story: ourStory(),
    memory: opened({ agreement: 'criteria-of-yesterday' }),
    pullRequest: aPullRequest(),
    expected: 'unclaim',
  },
  {
    behaviour: 'a refused outcome wants a fix',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', authorRuns: 1, feedback: [refused] }),
    expected: 'want fix',
  },
  {
    behaviour: 'the last of the author runs is still made',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', authorRuns: 5, feedback: [refused] }),
    expected: 'want fix',
  },
  {
    behaviour: 'one more than the author runs hands the story to a person',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', authorRuns: 6, feedback: [refused] }),
    expected: 'escalate author_runs_exhausted',
  },
  {
    behaviour: 'lost machines beyond their limit hand the story to a person',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', infrastructure: { failures: 4, notBefore: 0 } }),
    expected: 'escalate infrastructure_exhausted',
  },
  {
    behaviour: 'a lost machine is waited for before the next is asked for',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', infrastructure: { failures: 2, notBefore: noon + minute } }),
    expected: 'hold backing_off',
  },
  {
    behaviour: 'a fresh attempt that was lost is made again: the rejected head is not reviewed a second time',
    story: ourStory({ verifiedStatus: 'rejected' }),
    memory: opened({ rejections: 1, feedback: [findings] }),
    pullRequest: aPullRequest(),
    expected: 'want fix',
  },
  {
    behaviour: 'a claim that was not started yet is finished before its old head is looked at',
    story: ourStory({ agentStatus: 'assigned' }),
    memory: opened({ verdict: null }),
    pullRequest: aPullRequest(),
    expected: 'want implement',
  },
  {
    behaviour: 'a claim that was not started is given back when a person closed the pull request',
    story: ourStory({ agentStatus: 'assigned' }),
    memory: opened(),
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'a claim whose pull request cannot be found is held, not started over',
    story: ourStory(),
    memory: opened(),
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a claim of ours that we forgot waits while a run is under way that may be at it',
    story: ourStory(),
    world: { strays: [{ run: 98, assignment: '98-1' }] },
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'so does one with a pull request: its agent may be about to push',
    story: ourStory(),
    pullRequest: aPullRequest(),
    world: { strays: [{ run: 98, assignment: '98-1' }] },
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'a reported story that we forgot waits as well',
    story: ourStory({ agentStatus: 'reported_done' }),
    pullRequest: aPullRequest(),
    world: { strays: [{ run: 98, assignment: '98-1' }] },
    expected: 'hold agent_at_work',
  },
  {
    behaviour: 'a claim of ours that we forgot is left to a plan by a settle, whose own run has other agents',
    story: ourStory(),
    pullRequest: aPullRequest({ headSha: aSha('forgotten') }),
    world: { pass: { run: 99, attempt: 1, holder: 'settle 99-1', canDispatch: false } },
    expected: 'hold awaiting_plan',
  },
  {
    behaviour: 'the merge of a claim that we forgot is recorded, whoever made it',
    story: ourStory(),
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge') }),
    world: { strays: [{ run: 98, assignment: '98-1' }] },
    expected: 'record_merge',
  },
  {
    behaviour: 'a claim of which we know why no agent is at it waits for no other run',
    story: ourStory(),
    memory: aMemory({ agreement: 'criteria-1.1', authorRuns: 1, feedback: [refused] }),
    world: { strays: [{ run: 98, assignment: '98-1' }] },
    expected: 'want fix',
  },
  {
    behaviour: 'a claim of ours that we forgot, and that no run is at, is done again',
    story: ourStory(),
    expected: 'want implement',
  },
  {
    behaviour: 'a pull request that was merged into another branch gives the claim back',
    story: ourStory(),
    memory: opened(),
    pullRequest: aPullRequest({ state: 'MERGED', baseRef: 'develop', mergeSha: headSha }),
    expected: 'unclaim',
  },
];

describe('claimed', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('does not hold an agent that goes on with a claim back for the base', () => {
    expect(askScene({ story: ourStory(), memory: claimed })).toMatchObject({ want: { isNew: false, claims: false } });
  });

  it('says which run may be at it', () => {
    const step = askScene({ story: ourStory(), world: { strays: [{ run: 98, assignment: '98-1' }] } });
    expect(step).toMatchObject({ hold: { detail: 'an agent of run 98 that the ledger does not know may be at it' } });
  });

  it('says who else has a claim', () => {
    expect(askScene({ story: ourStory({ assignedAgentId: 'a-person' }) })).toMatchObject({
      hold: { detail: 'implementing by agent a-person' },
    });
  });

  it.each<readonly [string, Partial<StoryFacts>, string]>([
    ['implementing', {}, 'implementing by agent a-person since 2026-11-20 07:05 UTC'],
    ['assigned', {}, 'assigned by agent a-person since 2026-11-20 07:05 UTC'],
    [
      'implementing',
      { assignedAgentId: null },
      'implementing since 2026-11-20 07:05 UTC, and loopctl does not say by whom',
    ],
    [
      'reported_done',
      { reportedDoneAt: '2026-11-21T23:59:59.000000Z' },
      'reported done by agent a-person since 2026-11-21 23:59 UTC',
    ],
  ])('says since when somebody else has it who is %s: %o', (agentStatus, change, detail) => {
    const theirs = { agentStatus: agentStatus as StoryFacts['agentStatus'], assignedAgentId: 'a-person' };
    const story = ourStory({ ...theirs, assignedAt: '2026-11-20T07:05:31.123456Z', ...change });
    expect(askScene({ story })).toMatchObject({ hold: { code: 'stalled_elsewhere', detail } });
  });

  it('starts a story that was claimed and not started', () => {
    const step = askScene({ story: ourStory({ agentStatus: 'assigned' }), memory: claimed });
    expect(step).toMatchObject({ want: { claims: true, startSha: null } });
  });

  it('goes on from the accepted head when the claim of a fresh attempt was not started', () => {
    const memory = opened({ feedback: [findings] });
    const step = askScene({ story: ourStory({ agentStatus: 'assigned' }), memory, pullRequest: aPullRequest() });
    expect(step).toMatchObject({ want: { role: 'fix', claims: true, startSha: headSha, feedback: [findings] } });
  });

  it('gives the next author the findings, the refusal and the red checks together', () => {
    const memory = opened({ feedback: [findings, refused] });
    const pullRequest = aPullRequest({ checks: [aCheck('failure')] });
    const step = askScene({ story: ourStory(), memory, pullRequest });
    expect(step).toMatchObject({ want: { feedback: [findings, refused, { kind: 'ci_red' }] } });
  });

  it('asks nothing more of an author whose head has turned green after a fix was refused', () => {
    const memory = opened({ feedback: [refused], verdict: aVerdict() });
    expect(answerScene({ story: ourStory(), memory, pullRequest: aPullRequest() })).toBe('report_pass');
  });
});
