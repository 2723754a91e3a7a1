import { describe, expect, it } from 'vitest';
import { aCheck } from '../../../builders/checks.ts';
import { aHead, aMemory, approved, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { answerScene, askScene, type Row } from '../../../builders/scene.ts';
import { aSha, headSha, tip } from '../../../builders/sha.ts';
import { someRules } from '../../../builders/snapshot.ts';
import { ourStory } from '../../../builders/story.ts';

const story = ourStory();
const reported = ourStory({ agentStatus: 'reported_done' });
const memory = opened();

const rows: readonly Row[] = [
  {
    behaviour: 'green CI wants a reviewer',
    story,
    memory,
    pullRequest: aPullRequest(),
    expected: 'want review',
  },
  {
    behaviour: 'red CI wants a fix',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
    expected: 'want fix',
  },
  {
    behaviour: 'red CI while the base is red says nothing of the author: it waits',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
    world: { base: { branch: 'main', sha: tip, checks: [aCheck('failure')] } },
    expected: 'hold base_red',
  },
  {
    behaviour: 'red CI while the base is pending wants a fix',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
    world: { base: { branch: 'main', sha: tip, checks: [aCheck('pending')] } },
    expected: 'want fix',
  },
  {
    behaviour: 'red CI after the review has passed wants a fix all the same',
    story: reported,
    memory: approved(),
    pullRequest: aPullRequest({ checks: [aCheck('timed_out')] }),
    expected: 'want fix',
  },
  {
    behaviour: 'red CI beyond the author runs hands the story to a person',
    story,
    memory: opened({ authorRuns: 6 }),
    pullRequest: aPullRequest({ checks: [aCheck('failure')] }),
    expected: 'escalate author_runs_exhausted',
  },
  {
    behaviour: 'CI that is under way is waited for',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('pending')] }),
    expected: 'hold ci_pending',
  },
  {
    behaviour: 'no check at all is unknown, never green',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [] }),
    expected: 'hold checks_unknown',
  },
  {
    behaviour: 'a required check that has not reported is waited for',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('success', { name: 'lint' })] }),
    expected: 'hold check_missing',
  },
  {
    behaviour: 'a cancelled check waits for a person, no agent is sent at it',
    story,
    memory,
    pullRequest: aPullRequest({ checks: [aCheck('cancelled')] }),
    expected: 'hold check_refused',
  },
  {
    behaviour: 'a conflict wants a fix, though no check has started',
    story,
    memory,
    pullRequest: aPullRequest({ mergeState: 'DIRTY', checks: [] }),
    expected: 'want fix',
  },
  {
    behaviour: 'missing deliverables want a fix before any review',
    story,
    memory: opened({ head: aHead({ missingDeliverables: ['docs/api.md'] }) }),
    pullRequest: aPullRequest(),
    expected: 'want fix',
  },
  {
    behaviour: 'a head that somebody pushed is not ours to review or merge',
    story: reported,
    memory: approved(),
    pullRequest: aPullRequest({ headSha: aSha('person') }),
    expected: 'hold head_not_accepted',
  },
  {
    behaviour: 'a pull request closed by a person gives the claim back',
    story,
    memory,
    pullRequest: aPullRequest({ state: 'CLOSED' }),
    expected: 'unclaim',
  },
  {
    behaviour: 'a merge by whomever is recorded',
    story,
    memory,
    pullRequest: aPullRequest({ state: 'MERGED', mergeSha: aSha('merge'), mergedBy: 'somebody' }),
    expected: 'record_merge',
  },
  {
    behaviour: 'a merge whose commit is not known yet is asked about again',
    story: reported,
    memory: approved(),
    pullRequest: aPullRequest({ state: 'MERGED' }),
    expected: 'hold merge_state_unknown',
  },
  {
    behaviour: 'a story reported outside of our loop is shown as such',
    story: reported,
    memory: aMemory(),
    expected: 'hold stalled_elsewhere',
  },
  {
    behaviour: 'a reported story whose pull request is gone is held',
    story: reported,
    memory: approved(),
    expected: 'hold stalled_elsewhere',
  },
];

describe('a pull request', () => {
  it.each(rows)('$behaviour', ({ expected, ...scene }) => {
    expect(answerScene(scene)).toBe(expected);
  });

  it('gives the fixer the failed checks with the ends of their logs, on the same branch and claim', () => {
    const checks = [aCheck('failure', { summary: 'expected 2, got 3' }), aCheck('success', { name: 'lint' })];
    const current = opened({ head: aHead({ diffBase: tip }) });
    expect(askScene({ story, memory: current, pullRequest: aPullRequest({ checks }) })).toMatchObject({
      want: {
        claims: false,
        isNew: false,
        startSha: headSha,
        feedback: [{ kind: 'ci_red', items: ['test: expected 2, got 3'], headSha }],
      },
    });
  });

  it('tells the fixer of a branch that is behind how to bring the base in: CI may have failed for its sake', () => {
    const step = askScene({ story, memory, pullRequest: aPullRequest({ checks: [aCheck('failure')] }) });
    const items = [expect.stringContaining('test'), expect.stringContaining(`git merge ${tip}`)];
    expect(step).toMatchObject({ want: { feedback: [{ kind: 'ci_red', items }] } });
  });

  it('tells the fixer of a conflict which base to merge', () => {
    const step = askScene({ story, memory, pullRequest: aPullRequest({ mergeState: 'DIRTY' }) });
    expect(step).toMatchObject({ want: { feedback: [{ kind: 'conflict', items: [expect.stringContaining(tip)] }] } });
  });

  it('keeps the hold of a person who closed the pull request', () => {
    const step = askScene({ story, memory, pullRequest: aPullRequest({ state: 'CLOSED' }) });
    expect(step).toMatchObject({ decision: { sticky: { code: 'closed_by_human', detail: '#11' } } });
  });

  it('is found by its branch where its number was never remembered', () => {
    const forgotten = opened({ pullRequest: null });
    const pullRequests = [aPullRequest({ number: 12, headRef: 'orchestrate/1.2' }), aPullRequest()];
    expect(answerScene({ story, memory: forgotten, world: { pullRequests } })).toBe('want review');
  });

  it('is looked for on the branch of its generation', () => {
    const second = opened({ pullRequest: null, generation: 2 });
    const pullRequest = aPullRequest({ headRef: 'orchestrate/1.1-2' });
    expect(answerScene({ story, memory: second, pullRequest })).toBe('want review');
    expect(answerScene({ story, memory: second, pullRequest: aPullRequest() })).toBe('hold stalled_elsewhere');
  });

  it('is judged by the rules of the base, not by what happens to be there', () => {
    const rules = someRules({ requiredChecks: [{ name: 'test', appId: 42 }] });
    expect(answerScene({ story, memory, pullRequest: aPullRequest(), world: { rules } })).toBe('hold check_missing');
  });
});
