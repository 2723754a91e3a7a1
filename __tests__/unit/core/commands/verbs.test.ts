import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../../src/core/ledger.ts';
import { aCheck } from '../../../builders/checks.ts';
import { answerCommand, type CommandScene, followCommand, refuseCommand } from '../../../builders/command-scene.ts';
import { aFlight, aMemory, approved, aVerdict, minute, noon, opened } from '../../../builders/ledger.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { aSha, headSha } from '../../../builders/sha.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const pullRequest = aPullRequest();
const merged = { sha: aSha('merge'), headSha, baseBefore: null, by: null, at: noon };
const mergedPull = aPullRequest({ state: 'MERGED', mergeSha: merged.sha, mergedBy: 'orchestrate-app' });
const done = ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
const reported = ourStory({ agentStatus: 'reported_done' });
/** Work of ours that is open, reviewed, and waits for its merge. */
const ready = { story: reported, memory: approved(), world: { pullRequests: [pullRequest] } };
/** The same, at work on it an agent. */
function withAgent(role: 'review' | 'fix'): Partial<Ledger> {
  return { flights: { '99-3': aFlight({ role }) } };
}

type Row = readonly [situation: string, scene: Omit<CommandScene, 'command'>, says: RegExp];

describe.each(['cancel', 'release'])('%s', (verb) => {
  const how = verb === 'cancel' ? 'cancelled' : 'released';

  it('holds the story for whoever takes it, and keeps what is to be given back and closed', () => {
    const { memory, said } = followCommand({ ...ready, command: `${verb} 1.1` });
    expect(memory).toEqual(approved({ sticky: { code: how, detail: 'by ada', since: noon } }));
    expect(said).toMatch(new RegExp(`^1\\.1 is ${how}: its claim is given back`));
  });

  it('takes the story of the pull request on which it is said', () => {
    expect(followCommand({ ...ready, command: verb, said: { story: '1.1' } }).memory.sticky?.code).toBe(how);
    expect(refuseCommand({ ...ready, command: verb })).toMatch(/needs the number of a story.*on its pull request/);
  });

  it('takes the place of whatever else it waited for, even of a fresh start', () => {
    const memory = opened({ sticky: { code: 'declined', detail: '', since: 1 }, startOver: true });
    expect(followCommand({ memory, story: ourStory(), command: `${verb} 1.1` }).memory).toMatchObject({
      sticky: { code: how },
      startOver: false,
    });
  });

  it('says what becomes of the agent at work', () => {
    const { said } = followCommand({ ...ready, ledger: withAgent('fix'), command: `${verb} 1.1` });
    expect(said).toContain('What the agent at work makes is thrown away.');
  });

  it.each<Row>([
    ['verified', { story: done }, /is verified\. `revert` undoes it/],
    ['merged', { story: reported, memory: approved({ merged }) }, /is merged\. `revert` undoes it/],
    ['somebody else’s', { story: aStory({ agentStatus: 'implementing', assignedAgentId: 'x' }) }, /by somebody else/],
    ['unknown', { said: { story: '9.9' }, story: aStory({ number: '1.2' }) }, /There is no story 1\.1/],
  ])('is refused for a story that is %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command: `${verb} 1.1` })).toMatch(says);
  });

  it('is undone by retry: what is open goes on, what is closed begins anew', () => {
    const sticky = { code: how, detail: 'by ada', since: noon };
    const open = { story: aStory(), memory: opened({ sticky }), world: { pullRequests: [pullRequest] } };
    expect(followCommand({ ...open, command: 'retry 1.1' }).memory).toMatchObject({ sticky: null, generation: 1 });
    const closed = { ...open, world: { pullRequests: [aPullRequest({ state: 'CLOSED' })] } };
    expect(followCommand({ ...closed, command: 'retry 1.1' }).memory).toMatchObject({ sticky: null, generation: 2 });
    const none = { memory: aMemory({ sticky }), command: 'retry 1.1' };
    expect(followCommand(none)).toMatchObject({
      memory: { sticky: null, generation: 1 },
      said: '1.1 is released: it is done.',
    });
  });
});

describe('escalate', () => {
  it('hands the story to a person, and the agent at work goes on', () => {
    const { memory, said } = followCommand({ ...ready, ledger: withAgent('review'), command: 'escalate 1.1' });
    expect(memory.sticky).toEqual({ code: 'escalated', detail: 'by ada', since: noon });
    expect(said).toMatch(/until `retry 1\.1`\. The agent at work goes on/);
    expect(followCommand({ memory, command: 'retry 1.1' }).memory.sticky).toBeNull();
  });

  it('changes nothing for one that waits for a person already, and says why it does', () => {
    const memory = aMemory({ sticky: { code: 'declined', detail: 'how wide?', since: 1 } });
    const { memory: after, said } = followCommand({ memory, command: 'escalate 1.1' });
    expect(after).toEqual(memory);
    expect(said).toMatch(/waits for a person already: the agent could not restate the story: how wide\?/);
  });

  it.each<Row>([
    ['verified', { story: done }, /is merged/],
    ['merged', { story: reported, memory: approved({ merged }) }, /nothing left to hand over/],
  ])('is refused for a story that is %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command: 'escalate 1.1' })).toMatch(says);
  });
});

const heads: readonly Row[] = [
  ['there is no work', {}, /has no work that could be judged/],
  [
    'its pull request is closed',
    { ...ready, world: { pullRequests: [aPullRequest({ state: 'CLOSED' })] } },
    /#11 is closed/,
  ],
  ['it is merged', { ...ready, memory: approved({ merged }) }, /#11 is merged/],
  [
    'somebody pushed what was not judged yet',
    { ...ready, world: { pullRequests: [aPullRequest({ headSha: aSha('pushed') })] } },
    /which was not judged yet/,
  ],
  [
    'the head moved after it was said',
    { ...ready, said: { saidAt: noon - 31 * minute } },
    /#11 moved to .* after that was said/,
  ],
  ['it was said in the second of the push', { ...ready, said: { saidAt: noon - 30 * minute } }, /after that was said/],
];

describe.each(['approve 1.1 AC-1', 'reject 1.1: no', 'rerun review 1.1', 'rerun ci 1.1'])('%s', (command) => {
  it.each(heads)('is refused where %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('approve', () => {
  const said = { criterion: 'AC-1', by: 'ada', criteriaHash: 'criteria-1.1', patchId: 'patch-1', at: noon };

  it('says that a person saw a criterion met: as it reads, and by this diff', () => {
    const { memory, said: words } = followCommand({ ...ready, command: 'approve 1.1 AC-1' });
    expect(memory.vouched).toEqual([said]);
    expect(words).toMatch(/^AC-1 of 1\.1: approved for [0-9a-f]{7}, for as long as its diff stays this one\.$/);
  });

  it('forgets what was said of another diff or another text, and says nothing twice', () => {
    const memory = approved({
      vouched: [
        { ...said, patchId: 'x' },
        { ...said, criteriaHash: 'x' },
      ],
    });
    expect(followCommand({ ...ready, memory, command: 'approve 1.1 AC-1' }).memory.vouched).toEqual([said]);
    const again = followCommand({ ...ready, memory: approved({ vouched: [said] }), command: 'approve 1.1 AC-1' });
    expect(again.said).toContain('approved already');
  });

  it('is refused for a criterion that the story does not have, the nearest named', () => {
    expect(refuseCommand({ ...ready, command: 'approve 1.1 AC-1 AC-2' })).toBe(
      '1.1 has no criterion AC-2. Did you mean AC-1?',
    );
    expect(refuseCommand({ ...ready, command: 'approve 1.1 elephant' })).toBe(
      '1.1 has no criterion elephant. It has AC-1.',
    );
  });
});

describe('reject', () => {
  const command = 'reject 1.1: the error case is missing';

  it('is a verdict that fails, in the person’s name, whatever was said before', () => {
    const { memory, said } = followCommand({ ...ready, command });
    expect(memory).toMatchObject({
      reported: null,
      verdict: {
        by: 'ada',
        reviewer: 'reviewer',
        patchId: 'patch-1',
        criteriaHash: 'criteria-1.1',
        headSha,
        assignment: 'person-7',
        review: {
          result: 'fail',
          summary: 'Rejected by ada: the error case is missing',
          findings: [{ severity: 'HIGH', description: 'the error case is missing' }],
        },
      },
    });
    expect(said).toMatch(/it counts as a rejection, and a fresh agent is told why\.$/);
  });

  it('throws a review under way away', () => {
    expect(followCommand({ ...ready, ledger: withAgent('review'), command }).said).toContain('is thrown away');
  });

  it.each<Row>([
    ['an author is at work', { ...ready, ledger: withAgent('fix') }, /An agent is at work on 1\.1/],
    [
      'GitHub is merging it',
      { ...ready, memory: approved({ merging: { headSha, baseSha: aSha('base'), uuid: null, at: noon } }) },
      /GitHub is merging #11\. `revert 1\.1` undoes it/,
    ],
    ['it is given back', { ...ready, story: aStory() }, /is pending in loopctl: nothing is handed in/],
  ])('is refused where %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('rerun review', () => {
  const command = 'rerun review 1.1';

  it('forgets what was said of this head, and how often it was asked about', () => {
    const memory = approved({ reviews: { headSha, count: 2 } });
    expect(followCommand({ ...ready, memory, command }).memory).toMatchObject({
      verdict: null,
      reported: null,
      reviews: { headSha, count: 0 },
    });
  });

  it('lifts that there were too many, and no other hold', () => {
    const held = (code: string) => opened({ reviews: { headSha, count: 2 }, sticky: { code, detail: '', since: 1 } });
    const scene = { ...ready, story: ourStory(), command };
    expect(followCommand({ ...scene, memory: held('reviews_exhausted') }).memory.sticky).toBeNull();
    expect(followCommand({ ...scene, memory: held('declined') }).memory.sticky?.code).toBe('declined');
  });

  it('changes nothing where a review is due anyway', () => {
    const { memory, said } = followCommand({ ...ready, story: ourStory(), memory: opened(), command });
    expect([memory, said]).toEqual([opened(), '1.1 is to be reviewed anyway.']);
  });

  it.each<Row>([
    ['an agent is at work', { ...ready, ledger: withAgent('review') }, /An agent is at work/],
    ['a person rejected it', { ...ready, memory: approved({ verdict: aVerdict({ by: 'bob' }) }) }, /^bob rejected it/],
    [
      'GitHub is merging it',
      { ...ready, memory: approved({ merging: { headSha, baseSha: aSha('base'), uuid: null, at: noon } }) },
      /GitHub is merging/,
    ],
  ])('is refused where %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('rerun ci', () => {
  const command = 'rerun ci 1.1';
  const checks = [
    aCheck('failure', { workflowRunId: 7 }),
    aCheck('cancelled', { name: 'lint', workflowRunId: 7 }),
    aCheck('timed_out', { name: 'e2e', workflowRunId: 8 }),
    aCheck('success', { name: 'docs', workflowRunId: 9 }),
    aCheck('failure', { name: 'elsewhere', workflowRunId: null }),
  ];
  const red = { story: ourStory(), memory: opened(), world: { pullRequests: [aPullRequest({ checks })] } };

  it('orders each workflow run of the head that failed, once', () => {
    const { ledger, said } = followCommand({ ...red, command });
    expect(ledger.orders).toEqual([
      { kind: 'rerun_checks', story: '1.1', headSha, runs: [7, 8], by: 'ada', at: noon, comment: '7' },
    ]);
    expect(said).toMatch(/^2 workflow runs of [0-9a-f]{7} are run again; no agent is sent at it meanwhile\.$/);
  });

  it.each<Row>([
    ['nothing failed', ready, /No workflow run of #11 has failed\. Checks of other apps/],
    ['an agent is at work', { ...red, ledger: withAgent('fix') }, /An agent is at work/],
  ])('is refused where %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('backfill', () => {
  const command = 'backfill 1.1 pr=12 done by hand';

  it.each([
    ['nobody’s', aStory()],
    ['rejected', aStory({ verifiedStatus: 'rejected' })],
  ])('orders it of a story that is %s', (_what, story) => {
    const { ledger, said } = followCommand({ story, command });
    expect(ledger.orders).toEqual([
      { kind: 'backfill', story: '1.1', pullRequest: 12, reason: 'done by hand', by: 'ada', at: noon, comment: '7' },
    ]);
    expect(said).toBe('1.1 is recorded as done by #12.');
  });

  it('changes nothing for one that is verified', () => {
    expect(followCommand({ story: done, command }).said).toBe('1.1 is verified already.');
  });

  it.each<Row>([
    [
      'under way',
      { story: ourStory(), memory: opened() },
      /is under way\. Take it out of our hands first: `release 1\.1`/,
    ],
    ['about to be', { ledger: withAgent('fix') }, /is under way/],
    ['merged', { story: aStory(), memory: approved({ merged }) }, /is merged\. It is verified when the base is proven/],
  ])('is refused for a story that is %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('add', () => {
  const command = 'add 1 1.9 Say hello\nTo everybody.\n- it says hello';

  it('orders a story that nobody has the number of', () => {
    const { ledger, said } = followCommand({ command });
    expect(ledger.orders).toEqual([
      {
        kind: 'add',
        story: '1.9',
        epic: 1,
        title: 'Say hello',
        description: 'To everybody.',
        criteria: ['it says hello'],
        by: 'ada',
        at: noon,
        comment: '7',
      },
    ]);
    expect(said).toBe('1.9 is added to epic 1, with one criterion.');
  });

  it('changes nothing where it is there already', () => {
    const story = aStory({ number: '1.9', title: 'Say hello' });
    expect(followCommand({ story, command })).toMatchObject({ ledger: { orders: [] }, said: '1.9 is there already.' });
  });

  it.each<Row>([
    ['the number is taken', { story: aStory({ number: '1.9' }) }, /1\.9 is taken: .*a number that no story has/],
    ['there is no such epic', { story: aStory({ number: '2.1', epic: 2 }) }, /There is no epic 1\. There are 2;/],
  ])('is refused where %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('revert', () => {
  const command = 'revert 1.1';
  const order = {
    kind: 'revert',
    story: '1.1',
    pullRequest: 11,
    mergeSha: merged.sha,
    by: 'ada',
    at: noon,
    comment: '7',
  };

  it.each([
    ['merged', { story: reported, memory: approved({ merged }) }],
    ['verified, and remembered by nobody', { story: done }],
  ])('orders it of a story that is %s', (_what, scene) => {
    const { ledger, said } = followCommand({ ...scene, world: { pullRequests: [mergedPull] }, command });
    expect(ledger.orders).toEqual([order]);
    expect(said).toMatch(/#11 is reverted by GitHub, through checks, review and gate.* then 1\.1 is done again/);
  });

  it('takes the newest merge of a story that was done twice', () => {
    const second = { ...mergedPull, number: 15, headRef: 'orchestrate/1.1-2' };
    const { ledger } = followCommand({ story: done, world: { pullRequests: [second, mergedPull] }, command });
    expect(ledger.orders).toMatchObject([{ pullRequest: 15 }]);
  });

  it('changes nothing where it was reverted before', () => {
    const world = { pullRequests: [mergedPull], reverts: new Map([[11, 12]]) };
    expect(followCommand({ story: done, world, command }).said).toBe('#11 is reverted already, by #12.');
  });

  it.each<Row>([
    ['is not merged', ready, /No merge of 1\.1 is known\. .*`cancel 1\.1` or `reset 1\.1`/],
    [
      'was merged elsewhere',
      { story: done, world: { pullRequests: [{ ...mergedPull, baseRef: 'next' }] } },
      /No merge/,
    ],
  ])('is refused for what %s', (_situation, scene, says) => {
    expect(refuseCommand({ ...scene, command })).toMatch(says);
  });
});

describe('a question', () => {
  it.each([
    ['help', { kind: 'help' }],
    ['status', { kind: 'status' }],
    ['plan', { kind: 'plan' }],
    ['why', { kind: 'why', story: '1.1' }],
    ['why 2.1', { kind: 'why', story: '2.1' }],
  ])('%s is told, and changes nothing', (command, ask) => {
    expect(answerCommand({ command, said: { story: '1.1' } })).toEqual({ kind: 'asked', ask });
  });
});
