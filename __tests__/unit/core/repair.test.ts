import { describe, expect, it } from 'vitest';
import { judgeBase } from '../../../src/core/base.ts';
import { decide } from '../../../src/core/decide.ts';
import type { Decision } from '../../../src/core/decision.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import { rememberApplied } from '../../../src/core/remember.ts';
import { isRepair, noteRepair, repairNumber, repairStories } from '../../../src/core/repair.ts';
import type { BaseFacts } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aFlight, aHead, aLedger, aMemory, approved, aVerdict, minute, noon } from '../../builders/ledger.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aSha, headSha, tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

const number = repairNumber(tip);
const because = 'it is so';

function baseWith(state: Parameters<typeof aCheck>[0], sha = tip): BaseFacts {
  return { branch: 'main', sha, checks: [aCheck(state)] };
}

function note(ledger: Ledger, base: BaseFacts): Ledger {
  return noteRepair(ledger, base, judgeBase(base, ledger, aPolicy(), noon), aPolicy());
}

describe('what is noted of a red base', () => {
  it('is its commit and the jobs that failed there, each once', () => {
    const checks = ['lint', 'test', 'lint'].map((name) => aCheck('failure', { name }));
    const { repair } = note(aLedger(), { branch: 'main', sha: tip, checks });
    expect(repair).toEqual({ red: { sha: tip, jobs: ['lint', 'test'], reverts: null, asked: null }, tries: 0 });
  });

  it('is nothing before everything on it has ended', () => {
    const base = { branch: 'main', sha: tip, checks: [aCheck('failure'), aCheck('pending', { name: 'lint' })] };
    expect(note(aLedger(), base).repair.red).toBeNull();
  });

  it('stays what it was while it is repaired', () => {
    const before = note(aLedger(), baseWith('failure'));
    expect(note(before, { branch: 'main', sha: tip, checks: [aCheck('failure', { name: 'lint' })] })).toBe(before);
  });

  it('loses count of the attempts once the base is proven', () => {
    const tried = aLedger({}, { repair: { red: null, tries: 2 } });
    expect(note(tried, baseWith('success')).repair.tries).toBe(0);
    expect(note(tried, baseWith('pending')).repair.tries).toBe(2);
  });
});

describe('a repair', () => {
  const ledger = note(aLedger(), baseWith('failure'));

  it('is asked like a story, of which loopctl knows nothing', () => {
    const world = aSnapshot([], { base: baseWith('failure') });
    expect(repairStories(world, ledger)).toMatchObject([
      {
        number: `repair-${tip.slice(0, 7)}`,
        title: 'Make main green again',
        criteria: [{ id: 'AC-1', text: 'test succeeds' }],
        criteriaHash: JSON.stringify([tip, ['test'], null]),
      },
    ]);
    expect(repairStories(world, aLedger())).toEqual([]);
    expect([number, '1.1', '2'].map(isRepair)).toEqual([true, false, false]);
  });

  it('is what everything waits for that waits for the base', () => {
    const merged = { sha: tip, headSha, baseBefore: aSha('before'), by: null, at: noon };
    const stories = [ourStory({ agentStatus: 'reported_done' })];
    const world = aSnapshot(stories, { base: baseWith('failure') });
    const { holds, line } = decide(world, aLedger({ '1.1': approved({ merged }) }), aPolicy(), noon);
    expect(holds.get('1.1')).toMatchObject({ code: 'merged_unverified', stories: [number] });
    expect(line).toMatchObject({ code: 'base_red', stories: [number] });
  });

  it('gets its place before reviews and fixes', () => {
    const review = approved({ verdict: null, reported: null });
    const stories = { '1.1': review };
    const plan = decide(
      aSnapshot([ourStory({ agentStatus: 'reported_done' })], { base: baseWith('failure') }),
      aLedger(stories),
      aPolicy({ concurrency: 1 }),
      noon,
    );
    expect(plan.decisions).toMatchObject([
      {
        kind: 'dispatch',
        claims: false,
        assignment: { role: 'repair', redSha: tip, startSha: tip, branch: `orchestrate/${number}` },
        flight: { role: 'repair', story: number },
      },
    ]);
  });
});

const story = { ...ourStory(), number };
const red: Ledger = aLedger(
  { [number]: aMemory() },
  { repair: { red: { sha: tip, jobs: ['test'], reverts: null, asked: null }, tries: 1 } },
);
const place = { assignment: '99-3', branch: `orchestrate/${number}`, head: aHead(), expected: null };
const feedback = { kind: 'outcome_refused', summary: 'no', items: [], headSha: null } as const;
const passed = {
  kind: 'record_verdict',
  story,
  because,
  assignment: '99-3',
  verdict: aVerdict(),
  head: aHead(),
} as const;

const counted: readonly (readonly [string, Decision, number])[] = [
  ['an attempt that stands', { kind: 'accept_repair', story, because, ...place }, 2],
  [
    'an attempt that does not',
    { kind: 'refuse', story, because, assignment: '99-3', feedback: { ...feedback, items: [] } },
    2,
  ],
  [
    'an attempt on protected paths',
    { kind: 'keep', story, because, assignment: '99-3', head: aHead(), protectedPaths: ['a'] },
    2,
  ],
  ['a failed review', { ...passed, verdict: aVerdict({ review: aFailedReview() }) }, 2],
  ['no review that passes', passed, 1],
  ['no lost machine', { kind: 'lose', story, because, assignment: '99-3' }, 1],
  [
    'nothing any more once a person was asked',
    { kind: 'escalate', story, because, hold: { code: 'repairs_exhausted', detail: '' } },
    0,
  ],
];

describe('the attempts at a red base', () => {
  it.each(counted)('count %s', (_, decision, tries) => {
    expect(rememberApplied(red, decision, {}, noon).repair.tries).toBe(tries);
  });

  it('count work that was kept aside once', () => {
    const kept = { head: aHead(), protectedPaths: ['a'] };
    const ledger = { ...red, stories: { [number]: aMemory({ kept }) } };
    expect(rememberApplied(ledger, { kind: 'accept_repair', story, because, ...place }, {}, noon).repair.tries).toBe(1);
  });

  it('go to the next branch where an earlier repair of the same commit has left one, and count there', () => {
    const flight = aFlight({ role: 'repair', story: number, branch: place.branch });
    const decision: Decision = { kind: 'accept_repair', story, because, ...place };
    const moved = rememberApplied({ ...red, flights: { '99-3': flight } }, decision, { taken: aSha('old') }, noon);
    expect(moved.repair.tries).toBe(1);
    expect(moved.stories[number]).toEqual(aMemory({ generation: 2 }));
    expect(moved.flights).toEqual({ '99-3': { ...flight, branch: `orchestrate/${number}-2` } });
  });

  it('of a story’s author count nothing', () => {
    const decision: Decision = { kind: 'accept', story: ourStory(), because, ...place };
    expect(rememberApplied(red, decision, {}, noon).repair.tries).toBe(1);
  });
});

describe('what is remembered of a revert', () => {
  const decision: Decision = {
    kind: 'revert',
    story,
    because,
    reverts: '1.1',
    pullRequest: 11,
    pullRequestId: 'PR_11',
    failures: ['test: not ok 1'],
    closes: 20,
  };
  const merged = { sha: tip, headSha, baseBefore: aSha('before'), by: null, at: noon };
  const before = {
    ...red,
    stories: { '1.1': approved({ merged }), [number]: aMemory({ pullRequest: 20, head: aHead() }) },
  };
  const asked = rememberApplied(before, decision, { pullRequest: 21 }, noon);
  const drop: Decision = { kind: 'drop_repair', story, because, closes: null, forgetsOrder: false };
  const mergedRevert = { sha: aSha('reverted'), headSha: aSha('r'), baseBefore: tip, by: null, at: noon };

  it('is the story that is given up, and a pull request whose head nobody knows yet', () => {
    expect(asked.repair.red?.reverts).toEqual({ story: '1.1', failures: ['test: not ok 1'] });
    expect(asked.stories[number]).toEqual(aMemory({ pullRequest: 21 }));
  });

  it('makes the story a reverted one when it was merged', () => {
    const repair = aMemory({ pullRequest: 21, merged: mergedRevert });
    const after = rememberApplied({ ...asked, stories: { ...asked.stories, [number]: repair } }, drop, {}, noon);
    expect(after.stories['1.1']?.reverted).toEqual({ redSha: tip, failures: ['test: not ok 1'], by: null });
    expect(after.stories[number]).toBeUndefined();
    expect(after.repair.red).toBeNull();
  });

  it('leaves the story as it was when the base turned green without', () => {
    const after = rememberApplied(asked, drop, {}, noon);
    expect(after.stories['1.1']?.reverted).toBeNull();
    expect(after.repair.red).toBeNull();
  });
});

describe('a base that is proven again', () => {
  const merged = { sha: aSha('merge'), headSha, baseBefore: tip, by: null, at: noon };
  const agent = aFlight({ role: 'repair', story: number });

  it('ends the repair, and an agent still at it is let go of when its run has ended', () => {
    const world = aSnapshot([ourStory()], { base: baseWith('success') });
    const first = decide(world, { ...red, flights: { '99-3': agent } }, aPolicy(), noon + minute);
    expect(first.decisions.map(({ kind }) => kind)).toContain('drop_repair');
    const drop = first.decisions.find(({ kind }) => kind === 'drop_repair');
    if (drop === undefined) throw new Error('the repair goes on');
    const after = rememberApplied(first.ledger, drop, {}, noon + minute);
    const ended = aSnapshot([ourStory()], {
      base: baseWith('success'),
      runs: new Map([[99, { id: 99, attempt: 1, status: 'completed' }]]),
      legs: new Map([['99-3', { assignment: '99-3', agent: 'success', settle: 'missing', settleJobId: null }]]),
    });
    expect(decide(ended, after, aPolicy(), noon + minute).decisions).toContainEqual(
      expect.objectContaining({ kind: 'forget', assignment: '99-3' }),
    );
  });

  it('by a repair goes on to the next when it turns red in another way, and counts on', () => {
    const before = { ...red, stories: { [number]: aMemory({ merged, pullRequest: 20 }) } };
    const world = aSnapshot([], { base: baseWith('failure', merged.sha) });
    const { decisions, ledger } = decide(world, before, aPolicy(), noon);
    expect(decisions).toMatchObject([{ kind: 'drop_repair', closes: null }]);
    const [drop] = decisions;
    if (drop === undefined) throw new Error('the repair goes on');
    const next = decide(world, rememberApplied(ledger, drop, {}, noon), aPolicy(), noon);
    expect(next.decisions).toMatchObject([{ kind: 'dispatch', assignment: { role: 'repair', redSha: merged.sha } }]);
    expect(next.ledger.repair.tries).toBe(1);
  });
});
