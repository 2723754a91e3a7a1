import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import type { Plan } from '../../../src/core/decision.ts';
import type { Ledger, StoryMemory } from '../../../src/core/ledger.ts';
import type { Policy } from '../../../src/core/policy.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from '../../../src/core/snapshot.ts';
import { aCheck } from '../../builders/checks.ts';
import { aFlight, aHead, aLedger, aMemory, noon } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSha, tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

interface Situation {
  readonly stories: readonly StoryFacts[];
  readonly memories?: Readonly<Record<string, StoryMemory>>;
  readonly pullRequests?: readonly PullRequestFacts[];
  readonly world?: Partial<Snapshot>;
  readonly ledger?: Partial<Ledger>;
  readonly policy?: Partial<Policy>;
}

function planOf({ stories, memories = {}, pullRequests = [], world, ledger, policy }: Situation): Plan {
  return decide(aSnapshot(stories, { pullRequests, ...world }), aLedger(memories, ledger), aPolicy(policy), noon);
}

function dispatched(plan: Plan): readonly string[] {
  return plan.decisions.flatMap((decision) =>
    decision.kind === 'dispatch' ? `${decision.assignment.role} ${decision.story.number}` : [],
  );
}

function underWay(
  number: string,
  checks = [aCheck()],
): Required<Pick<Situation, 'stories' | 'memories' | 'pullRequests'>> {
  const minor = Number(number.split('.')[1]);
  const memory = aMemory({ agreement: `criteria-${number}`, head: aHead(), pullRequest: minor });
  return {
    stories: [ourStory({ number })],
    memories: { [number]: memory },
    pullRequests: [aPullRequest({ number: minor, headRef: `orchestrate/${number}`, checks })],
  };
}

const news = [aStory({ number: '1.1' }), aStory({ number: '1.2' }), aStory({ number: '1.3' })];
const toReview = underWay('1.5');
const toFix = underWay('1.4', [aCheck('failure')]);
const mixed: Situation = {
  stories: [...news, ...toFix.stories, ...toReview.stories],
  memories: { ...toFix.memories, ...toReview.memories },
  pullRequests: [...toFix.pullRequests, ...toReview.pullRequests],
};

function base(...checks: Snapshot['base']['checks']): Partial<Snapshot> {
  return { base: { branch: 'main', sha: aSha('next'), checks } };
}

describe('room', () => {
  it('goes to reviews before fixes before new stories', () => {
    expect(dispatched(planOf({ ...mixed, policy: { concurrency: 9 } }))).toEqual([
      'review 1.5',
      'fix 1.4',
      'implement 1.1',
      'implement 1.2',
      'implement 1.3',
    ]);
  });

  it('holds those who get none', () => {
    const plan = planOf({ ...mixed, policy: { concurrency: 3 } });
    expect(dispatched(plan)).toEqual(['review 1.5', 'fix 1.4', 'implement 1.1']);
    expect([...plan.holds].map(([number, { code }]) => `${number} ${code}`)).toEqual(['1.2 no_room', '1.3 no_room']);
  });

  it('is less by what is in flight already', () => {
    const flights = { '99-3': aFlight({ story: '2.1' }), '99-4': aFlight({ id: '99-4', story: null, role: 'repair' }) };
    expect(dispatched(planOf({ stories: news, ledger: { flights }, policy: { concurrency: 3 } }))).toEqual([
      'implement 1.1',
    ]);
    expect(dispatched(planOf({ stories: news, ledger: { flights }, policy: { concurrency: 1 } }))).toEqual([]);
  });

  it('is no more than the tenant allows, and says so', () => {
    const plan = planOf({ stories: news, world: { maxConcurrentAgents: 1 }, policy: { concurrency: 5 } });
    expect(dispatched(plan)).toEqual(['implement 1.1']);
    expect(plan.holds.get('1.2')).toEqual({ code: 'no_room', detail: '1 agents at most' });
  });

  it('is no more than the configuration allows, whatever the tenant does', () => {
    expect(dispatched(planOf({ stories: news, world: { maxConcurrentAgents: 9 } }))).toHaveLength(2);
  });

  it('is for nobody while the project is paused', () => {
    const plan = planOf({
      ...mixed,
      ledger: { paused: { by: 'ada', at: noon, cause: 'person' } },
      policy: { concurrency: 9 },
    });
    expect(plan.decisions).toEqual([]);
    expect([...plan.holds.values()].map(({ code }) => code)).toEqual(Array(5).fill('paused'));
    expect(plan.line).toEqual({ code: 'paused', detail: 'by ada' });
  });

  it('is for nobody at a story that has lost its criteria', () => {
    const { stories, ...rest } = underWay('1.5');
    const plan = planOf({ stories: stories.map((story) => ({ ...story, criteria: [] })), ...rest });
    expect(plan.decisions).toEqual([]);
    expect(plan.holds.get('1.5')?.code).toBe('no_criteria');
  });
});

const pending = base(aCheck('pending'));
const red = base(aCheck('failure'));
const starts: readonly {
  readonly start: Policy['base']['start'];
  readonly world: Partial<Snapshot>;
  readonly state: string;
  readonly starting: number;
}[] = [
  { start: 'proven', state: 'pending', world: pending, starting: 2 },
  // The fix waits as well: its CI may be red for the base's sake.
  { start: 'proven', state: 'red', world: red, starting: 1 },
  { start: 'last-proven', state: 'pending', world: pending, starting: 5 },
  { start: 'last-proven', state: 'red', world: red, starting: 1 },
  { start: 'last-proven', state: 'cancelled, and started again', world: base(aCheck('cancelled')), starting: 5 },
  { start: 'last-proven', state: 'waiting for a person', world: base(aCheck('action_required')), starting: 2 },
];

describe('the base', () => {
  it.each(starts)(
    'lets $starting of five start when it is $state and `start` is $start',
    ({ start, world, starting }) => {
      const base = { start, unprotected: 'refuse', revert: false } as const;
      const plan = planOf({ ...mixed, world, policy: { concurrency: 9, base } });
      const stories = dispatched(plan).filter((one) => !one.startsWith('repair'));
      expect(stories).toHaveLength(starting);
      expect(stories.slice(0, 2)).toEqual(['review 1.5', 'fix 1.4'].slice(0, starting));
    },
  );

  it('lets nothing start from a last proof where there never was one', () => {
    const policy: Partial<Policy> = { base: { start: 'last-proven', unprotected: 'refuse', revert: false } };
    const plan = planOf({ stories: news, world: pending, ledger: { base: { proven: null, watched: null } }, policy });
    expect(dispatched(plan)).toEqual([]);
  });

  it('gives new work the last proven commit to start from', () => {
    const policy: Partial<Policy> = { base: { start: 'last-proven', unprotected: 'refuse', revert: false } };
    const [first] = planOf({ stories: news, world: pending, policy }).decisions;
    expect(first).toMatchObject({ kind: 'dispatch', assignment: { startSha: tip, base: { sha: aSha('next') } } });
  });

  it('is named as what the whole line waits for', () => {
    expect(planOf({ stories: news, world: red }).line?.code).toBe('base_red');
    expect(planOf({ stories: news }).line).toBeNull();
  });
});

const settle = { run: 100, attempt: 1, holder: 'settle 99-3', canDispatch: false };

describe('a stray agent', () => {
  const strays = [{ run: 98, assignment: '98-4' }];

  it('takes a place', () => {
    expect(dispatched(planOf({ stories: news, world: { strays }, policy: { concurrency: 3 } }))).toEqual([
      'implement 1.1',
      'implement 1.2',
    ]);
    expect(dispatched(planOf({ stories: news, world: { strays }, policy: { concurrency: 1 } }))).toEqual([]);
  });

  it('keeps reviews and fixes waiting, and says for which run; what is new may start', () => {
    const plan = planOf({ ...mixed, world: { strays }, policy: { concurrency: 9 } });
    expect(dispatched(plan)).toEqual(['implement 1.1', 'implement 1.2', 'implement 1.3']);
    const hold = { code: 'agent_at_work', detail: 'an agent of run 98 that the ledger does not know may be at it' };
    expect([...plan.holds]).toEqual([
      ['1.4', hold],
      ['1.5', hold],
    ]);
  });

  it('keeps the repair of a red base waiting', () => {
    const plan = planOf({ stories: [], world: { ...red, strays } });
    expect(dispatched(plan)).toEqual([]);
    expect([...plan.holds.values()].map(({ code }) => code)).toEqual(['agent_at_work']);
    expect(dispatched(planOf({ stories: [], world: red }))).toHaveLength(1);
  });

  it.each<readonly [string, Situation]>([
    ['claimed, its agent lost', { stories: [ourStory()], memories: { '1.1': aMemory({ agreement: 'criteria-1.1' }) } }],
    ['given back', { stories: [aStory()], memories: { '1.1': aMemory({ generation: 2 }) } }],
    ['rejected', { stories: [aStory({ verifiedStatus: 'rejected' })] }],
    [
      'only half claimed',
      {
        stories: [aStory({ agentStatus: 'contracted' })],
        memories: { '1.1': aMemory({ agreement: 'criteria-1.1' }) },
      },
    ],
  ])('keeps a story waiting that is %s', (_, situation) => {
    const plan = planOf({ ...situation, world: { strays } });
    expect(dispatched(plan)).toEqual([]);
    expect(plan.wantsRun).toBe(false);
    expect(plan.holds.get('1.1')?.code).toBe('agent_at_work');
  });

  it('has no run started that would wait for it as well', () => {
    const world = { strays, pass: settle };
    expect(planOf({ ...toReview, world }).wantsRun).toBe(false);
    expect(planOf({ ...toReview, world: { pass: settle } }).wantsRun).toBe(true);
  });
});

describe('a settle', () => {
  it('dispatches nothing, and asks for a run where somebody would get a place', () => {
    const plan = planOf({ stories: news, world: { pass: settle } });
    expect(plan.decisions).toEqual([]);
    expect(plan.wantsRun).toBe(true);
    const held = ['1.1', '1.2', '1.3'].map((number) => plan.holds.get(number)?.code);
    expect(held).toEqual(['awaiting_plan', 'awaiting_plan', 'no_room']);
  });

  it('asks for no run where nobody would get a place', () => {
    const full = { '99-3': aFlight({ story: '2.1' }), '99-4': aFlight({ id: '99-4', story: '2.2' }) };
    expect(planOf({ stories: news, world: { pass: settle }, ledger: { flights: full } }).wantsRun).toBe(false);
    expect(planOf({ stories: news, world: { pass: settle, ...pending } }).wantsRun).toBe(false);
    expect(planOf({ stories: [], world: { pass: settle } }).wantsRun).toBe(false);
  });

  it('leaves a plan’s own run to itself', () => {
    expect(planOf({ stories: news }).wantsRun).toBe(false);
  });
});
