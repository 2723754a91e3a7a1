import { describe, expect, it } from 'vitest';
import type { StoreFact } from '../../sandbox/auditor/facts.ts';
import { findRepeatedEffects } from '../../sandbox/auditor/rules/repeated-effects.ts';
import { findStoredObjects } from '../../sandbox/auditor/stored-objects.ts';
import type { Happening, KeptEvent } from '../../sandbox/github/world/events.ts';
import { aCheckRun } from '../builders/happenings.ts';

type Transition = Omit<Extract<StoreFact, { kind: 'transition' }>, 'kind' | 'seq' | 'at' | 'story' | 'agent'>;

/** What was seen twice in a world in which these things happened, one after the other. */
function repeatedIn(entries: readonly (Happening | Transition)[]): readonly string[] {
  const events: KeptEvent[] = [];
  const store: StoreFact[] = [];
  for (const [index, entry] of entries.entries()) {
    const stamp = { seq: index + 1, at: new Date(index).toISOString() };
    if ('kind' in entry) events.push({ ...entry, ...stamp });
    else store.push({ kind: 'transition', ...stamp, story: '1.1', agent: null, ...entry });
  }
  return findRepeatedEffects({ events, store }, { branchPrefix: 'orchestrate/' }).map(({ detail }) => detail);
}

function status(agentStatus: string): Transition {
  return { action: 'status_changed', agentStatus };
}

function told(action: string): Transition {
  return { action, agentStatus: action === 'auto_reset' ? 'pending' : null };
}

function agentJob(id: number, runId: number): Happening {
  return { kind: 'job', id, runId, name: '30-1 / agent', status: 'in_progress', conclusion: null };
}

function check(change: Partial<Extract<Happening, { kind: 'check' }>>): Happening {
  return aCheckRun({ name: 'orchestrate/gate', app: 'orchestrate-app', runId: null, jobId: null, ...change });
}

function push(after: string): Happening {
  const ref = 'refs/heads/orchestrate/1.1';
  return { kind: 'push', ref, before: '', after, by: 'app[bot]', tokenKind: 'installation', viaMerge: null };
}

const merge: Happening = {
  kind: 'merge',
  number: 7,
  method: 'merge',
  headSha: '',
  expectedSha: '',
  sha: '',
  base: 'main',
  baseBefore: '',
  by: 'app[bot]',
  tokenKind: 'installation',
};

const claim = [status('contracted'), status('assigned'), status('implementing')];
const artifact = told('artifact_posted');

describe('an effect is seen twice where', () => {
  it.each([
    ['a pull request is merged twice', [merge, merge], '#7 was merged again'],
    [
      'our check is made twice on a commit, in progress both times',
      [check({ status: 'in_progress', conclusion: null }), check({ id: 2, status: 'in_progress', conclusion: null })],
      'orchestrate-app made a second check "orchestrate/gate" on aaaaaaa',
    ],
    [
      'our check is made twice on a commit',
      [check({}), check({ id: 2 })],
      'orchestrate-app made a second check "orchestrate/gate" on aaaaaaa',
    ],
    [
      'two runs start one assignment',
      [agentJob(1, 30), agentJob(2, 31)],
      '30-1 / agent was dispatched again, by run 31',
    ],
    [
      'a story is started twice in one attempt',
      [...claim, status('implementing')],
      'story 1.1 was made implementing again in one attempt',
    ],
    [
      'a story is reported twice in one attempt',
      [...claim, status('reported_done'), status('reported_done')],
      'story 1.1 was made reported_done again in one attempt',
    ],
    [
      'a report is rejected twice',
      [...claim, status('reported_done'), told('rejected'), told('rejected')],
      'story 1.1 was made rejected again in one attempt',
    ],
    [
      'a story is verified twice',
      [...claim, told('verified'), status('pending'), told('verified')],
      'story 1.1 was made verified again in one attempt',
    ],
    [
      'an artifact is posted twice for one head',
      [push('a'), artifact, artifact],
      'story 1.1: 2 artifacts posted, 1 heads pushed',
    ],
  ])('%s', (_, entries, detail) => {
    expect(repeatedIn(entries)).toEqual([detail]);
  });
});

describe('no effect is seen twice where', () => {
  it.each([
    ['a check is changed', [check({ status: 'in_progress', conclusion: null }), check({})]],
    [
      'a check in progress takes the place of one that was completed',
      [check({}), check({ id: 2, status: 'in_progress', conclusion: null }), check({ id: 2 })],
    ],
    ['a check of ours stands on two commits', [check({}), check({ id: 2, sha: 'b'.repeat(40) })]],
    [
      "two jobs of one name report on a workflow's commit",
      [check({ jobId: 3, runId: 4 }), check({ id: 2, jobId: 5, runId: 6 })],
    ],
    ['an agent job is run again in its run', [agentJob(1, 30), agentJob(2, 30)]],
    [
      'a story is rejected, reset and done again',
      [
        ...claim,
        status('reported_done'),
        told('rejected'),
        told('auto_reset'),
        ...claim,
        status('reported_done'),
        told('verified'),
      ],
    ],
    [
      'what was verified is rejected and verified anew',
      [...claim, told('verified'), told('rejected'), told('auto_reset'), ...claim, told('verified')],
    ],
    ['each head has its artifact', [push('a'), artifact, push('b'), artifact]],
  ])('%s', (_, entries) => {
    expect(repeatedIn(entries)).toEqual([]);
  });
});

describe("an artifact's row in the feed", () => {
  it('is a fact about its story', () => {
    const row = {
      id: 'f1',
      entity_type: 'artifact_report',
      entity_id: 'a1',
      action: 'created',
      new_state: { story_id: 's1', reporter_agent_id: 'implementer' },
    };
    expect(findStoredObjects(JSON.stringify({ rows: [row] })).rows).toEqual([
      expect.objectContaining({
        id: 'f1',
        storyId: 's1',
        action: 'artifact_posted',
        agentStatus: null,
        agent: 'implementer',
      }),
    ]);
  });
});
