import { describe, expect, it } from 'vitest';
import type { ActorFacts } from '../../../../src/core/actor.ts';
import { followComments } from '../../../../src/core/commands/follow-comments.ts';
import { decide } from '../../../../src/core/decide.ts';
import type { Plan } from '../../../../src/core/decision.ts';
import type { CommentFacts, Heard } from '../../../../src/core/heard.ts';
import type { Ledger } from '../../../../src/core/ledger.ts';
import type { Answer } from '../../../../src/core/people-decision.ts';
import type { Policy } from '../../../../src/core/policy.ts';
import { rememberApplied } from '../../../../src/core/remember.ts';
import type { Snapshot } from '../../../../src/core/snapshot.ts';
import { aCheck } from '../../../builders/checks.ts';
import { aLedger, aMemory, approved, minute, noon, opened } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aPullRequest } from '../../../builders/pull-request.ts';
import { headSha } from '../../../builders/sha.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const ada: ActorFacts = { login: 'ada', isBot: false, canWrite: true, canMaintain: true, isAdmin: false, teams: [] };
const eve: ActorFacts = { ...ada, login: 'eve', canWrite: false, canMaintain: false };

function aComment(body: string, change: Partial<CommentFacts> = {}): CommentFacts {
  const place = { id: '7', source: 'comment', on: 11, branch: 'orchestrate/1.1' } as const;
  const { writtenAt = noon - minute } = change;
  return { ...place, actor: ada, body, writtenAt, aboutUntil: writtenAt, ...change };
}

interface Scene {
  readonly comments: readonly CommentFacts[];
  readonly ledger?: Partial<Ledger>;
  readonly stories?: Ledger['stories'];
  readonly world?: Partial<Snapshot>;
  readonly policy?: Partial<Policy>;
  readonly until?: number | null;
}

function hear({ comments, ledger, stories = {}, world, policy, until = null }: Scene): Plan {
  const seen = aSnapshot([aStory()], { ...world, heard: { comments, until } });
  return decide(seen, aLedger(stories, ledger), aPolicy(policy), noon);
}

function handledOf(plan: Plan, id = '7'): Heard['handled'][string] | undefined {
  return plan.ledger.heard.handled[id];
}

function answersOf({ decisions }: Plan): readonly Answer[] {
  return decisions.filter((decision) => decision.kind === 'answer');
}

describe('a comment', () => {
  it('is followed, remembered as that, and owed an answer', () => {
    const plan = hear({ comments: [aComment('/orchestrate pause')] });
    expect(plan.ledger.paused).toEqual({ by: 'ada', at: noon, cause: 'person' });
    expect(plan.line?.code).toBe('paused');
    const replies = [
      'The project is paused: nothing new is started and nothing is merged; agents at work go on to their end.',
    ];
    const handled = { at: noon, on: 11, login: 'ada', outcome: 'done', replies, answered: false };
    expect(handledOf(plan)).toEqual(handled);
    expect(answersOf(plan)).toMatchObject([{ comment: '7', on: 11, reaction: 'rocket', replies }]);
  });

  it('is followed once, however often it is seen', () => {
    const first = hear({ comments: [aComment('/orchestrate pause')] });
    const resumed: Ledger = { ...first.ledger, paused: null };
    const again = decide(
      aSnapshot([aStory()], { heard: { comments: [aComment('/orchestrate pause')], until: null } }),
      resumed,
      aPolicy(),
      noon,
    );
    expect(again.ledger.paused).toBeNull();
    expect(again.ledger.heard).toEqual(first.ledger.heard);
  });

  it('has its commands followed in order, and each reply says to which line it is', () => {
    const plan = hear({ comments: [aComment('/orchestrate pause\nWait.\n/orchestrate resume\n/orchestrate rety')] });
    expect(plan.ledger.paused).toBeNull();
    expect(handledOf(plan)).toMatchObject({
      outcome: 'refused',
      replies: [
        expect.stringMatching(/^Line 1: The project is paused:/),
        'Line 3: The project goes on.',
        expect.stringMatching(/^Line 4: `rety` is no command\. Did you mean `retry`\?/),
      ],
    });
    expect(answersOf(plan)).toMatchObject([{ reaction: '-1' }]);
  });

  it('has no plan worked out again for a command before which nothing was changed', () => {
    const worked: Ledger[] = [];
    const foresee = (ledger: Ledger): Pick<Plan, 'holds' | 'decisions'> => {
      worked.push(ledger);
      return { holds: new Map(), decisions: [] };
    };
    const body = '/orchestrate help\n/orchestrate why\n/orchestrate pause\n/orchestrate status\n/orchestrate pause';
    const world = aSnapshot([aStory()], { heard: { comments: [aComment(body)], until: null } });
    const { heard } = followComments(aLedger(), world, aPolicy(), noon, foresee);
    expect(heard.handled['7']?.replies).toHaveLength(5);
    expect(worked.map(({ paused }) => paused?.by ?? null)).toEqual([null, 'ada']);
  });

  it('comes after those that were written before it', () => {
    const comments = [
      aComment('/orchestrate pause', { id: '7' }),
      aComment('/orchestrate resume', { id: '8', writtenAt: noon }),
    ];
    const plan = hear({ comments });
    expect(plan.ledger.paused).toBeNull();
    expect(answersOf(plan).map(({ comment }) => comment)).toEqual(['7', '8']);
  });

  it('speaks of the story of its pull request where it names none', () => {
    const sticky = { code: 'declined', detail: 'how wide?', since: 1 };
    const plan = hear({ comments: [aComment('/orchestrate retry: ten')], stories: { '1.1': aMemory({ sticky }) } });
    expect(plan.ledger.stories['1.1']).toMatchObject({
      sticky: null,
      feedback: [
        { kind: 'guidance', by: 'ada', items: ['ten', 'This answers what the agent before asked: how wide?'] },
      ],
    });
  });

  it('has to name its story on the dashboard', () => {
    const plan = hear({ comments: [aComment('/orchestrate retry', { branch: null, on: 3 })] });
    expect(handledOf(plan)).toMatchObject({ on: 3, outcome: 'refused', replies: [expect.stringContaining('Name it')] });
  });

  it('of somebody who may not is refused, and told nothing of how it would have to be written', () => {
    for (const body of ['/orchestrate pause', '/orchestrate nonsense']) {
      const plan = hear({ comments: [aComment(body, { actor: eve })] });
      expect(plan.ledger.paused).toBeNull();
      expect(handledOf(plan)).toMatchObject({
        outcome: 'forbidden',
        replies: [expect.stringContaining('write permission')],
      });
    }
  });

  it('of somebody outside the teams is refused', () => {
    const policy = { teams: ['octo/core'] };
    expect(handledOf(hear({ comments: [aComment('/orchestrate pause')], policy }))?.outcome).toBe('forbidden');
    const member = aComment('/orchestrate pause', { actor: { ...ada, teams: ['octo/core'] } });
    expect(handledOf(hear({ comments: [member], policy }))?.outcome).toBe('done');
  });

  it('that holds no command is left alone', () => {
    expect(hear({ comments: [aComment('> /orchestrate pause')] }).ledger.heard.handled).toEqual({});
  });

  it('that asks is answered by what is rendered then', () => {
    const plan = hear({ comments: [aComment('/orchestrate why\n/orchestrate help')] });
    expect(handledOf(plan)).toMatchObject({
      outcome: 'done',
      replies: [{ kind: 'why', story: '1.1' }, { kind: 'help' }],
    });
  });

  it('about a head that moved after it was written is refused', () => {
    const scene = { stories: { '1.1': approved() }, world: { pullRequests: [aPullRequest()] } };
    const old = aComment('/orchestrate reject no', { writtenAt: noon - 30 * minute });
    const plan = hear({ ...scene, comments: [old] });
    expect(handledOf(plan)).toMatchObject({ outcome: 'refused', replies: [expect.stringContaining('moved to')] });
  });
});

describe('a tick', () => {
  it('is followed like a comment, and the dashboard itself is its answer', () => {
    const tick = aComment('/orchestrate pause', { id: 'tick 1 pause', source: 'tick', branch: null, on: 3 });
    const plan = hear({ comments: [tick] });
    expect(plan.ledger.paused?.by).toBe('ada');
    expect(handledOf(plan, 'tick 1 pause')).toMatchObject({ outcome: 'done', answered: true });
    expect(answersOf(plan)).toEqual([]);
  });

  it('says nothing of a head that came after the text was written in which its box stands', () => {
    const scene = { stories: { '1.1': approved() }, world: { pullRequests: [aPullRequest()] } };
    const tick = { id: 'tick 1 approve', source: 'tick', branch: null, on: 3 } as const;
    const sure = aComment('/orchestrate approve 1.1 AC-1', tick);
    const late = { ...sure, aboutUntil: noon - 30 * minute };
    expect(handledOf(hear({ ...scene, comments: [sure] }), tick.id)?.outcome).toBe('done');
    expect(handledOf(hear({ ...scene, comments: [late] }), tick.id)).toMatchObject({
      outcome: 'refused',
      replies: [expect.stringContaining('moved to')],
    });
  });
});

describe('the cursor', () => {
  const handled: Heard['handled'][string] = {
    at: 0,
    on: 11,
    login: 'ada',
    outcome: 'done',
    replies: [],
    answered: true,
  };
  const heard: Heard = {
    since: 1,
    handled: {
      old: { ...handled, at: noon - 90 * minute },
      'old and owed': { ...handled, at: noon - 90 * minute, answered: false },
      recent: { ...handled, at: noon - 30 * minute },
      'not left behind': { ...handled, at: noon },
    },
  };

  it('moves on, and what it leaves behind is forgotten once it is answered and counted no more', () => {
    const plan = hear({ comments: [], ledger: { heard }, until: noon - minute });
    expect(plan.ledger.heard.since).toBe(noon - minute);
    expect(Object.keys(plan.ledger.heard.handled)).toEqual(['old and owed', 'recent', 'not left behind']);
  });

  it('stays where it is where nothing was listed', () => {
    expect(hear({ comments: [], ledger: { heard } }).ledger.heard).toEqual(heard);
  });
});

describe('what has to happen outside', () => {
  const red = aPullRequest({ checks: [aCheck('failure')] });
  const world = { stories: [ourStory()], pullRequests: [red] };
  const rerun = { comments: [aComment('/orchestrate rerun ci')], stories: { '1.1': opened() }, world };

  it('is ordered first, keeps agents away, and is answered when it has happened', () => {
    const plan = hear(rerun);
    expect(plan.decisions).toMatchObject([{ kind: 'rerun_checks', order: { runs: [7], headSha, comment: '7' } }]);
    const [decision] = plan.decisions;
    if (decision === undefined) throw new Error('nothing is ordered');
    const after = rememberApplied(plan.ledger, decision, {}, noon);
    expect(after).toMatchObject({ orders: [], stories: { '1.1': { rerun: { headSha, at: noon } } } });
    const next = decide(
      aSnapshot([ourStory()], { ...world, heard: { comments: [], until: null } }),
      after,
      aPolicy(),
      noon,
    );
    expect(next.decisions).toMatchObject([{ kind: 'answer', reaction: 'rocket' }]);
    // GitHub may go on showing the old checks for a while; not for ever.
    expect(next.holds.get('1.1')).toEqual({ code: 'ci_pending', detail: 'what failed is run again' });
    const later = decide(aSnapshot([ourStory()], world), after, aPolicy(), noon + 3 * minute);
    expect(later.decisions.map(({ kind }) => kind)).toContain('dispatch');
  });

  it('and is refused there is answered as that', () => {
    const plan = hear(rerun);
    const [decision] = plan.decisions;
    if (decision === undefined) throw new Error('nothing is ordered');
    const after = rememberApplied(plan.ledger, decision, { refusal: 'This workflow run cannot be retried' }, noon);
    expect(after.orders).toEqual([]);
    expect(after.heard.handled['7']).toMatchObject({
      outcome: 'refused',
      replies: [expect.stringContaining('run again'), '1.1: not done. This workflow run cannot be retried'],
    });
  });

  it.each<[what: string, body: string, expected: object]>([
    [
      'a new story',
      '/orchestrate add 1 1.9 Nine\n- it is nine',
      { kind: 'create_story', because: 'ada added it: Nine' },
    ],
    ['work done elsewhere', '/orchestrate backfill 1.2 pr=4 by hand', { kind: 'backfill_story', how: 'backfill' }],
    ['work done elsewhere of a rejected story', '/orchestrate backfill 1.3 pr=4 x', { how: 'mark_complete' }],
  ])('is told to loopctl: %s', (_what, body, expected) => {
    const stories = [aStory({ number: '1.2' }), aStory({ number: '1.3', verifiedStatus: 'rejected' })];
    const plan = hear({ comments: [aComment(body)], world: { stories } });
    expect(plan.decisions).toContainEqual(expect.objectContaining(expected));
  });

  it.each<[what: string, order: Partial<Ledger['orders'][number]>]>([
    ['its head is another one', { kind: 'rerun_checks', story: '1.1', headSha, runs: [7] }],
    ['its story is gone', { kind: 'backfill', story: '9.9', pullRequest: 4, reason: 'x' }],
  ])('and cannot happen any more is answered as that: %s', (_what, order) => {
    const orders = [{ by: 'ada', at: noon, comment: '7', ...order }] as Ledger['orders'];
    const handled = {
      at: noon,
      on: 11,
      login: 'ada',
      outcome: 'done',
      replies: ['It is done.'],
      answered: false,
    } as const;
    const heard: Heard = { since: null, handled: { 7: { ...handled, replies: [...handled.replies] } } };
    const plan = hear({ comments: [], ledger: { orders, heard } });
    expect(plan.ledger.orders).toEqual([]);
    expect(answersOf(plan)).toMatchObject([
      {
        reaction: '-1',
        replies: ['It is done.', expect.stringMatching(/^[19]\.[19]: not done\. What it was about is gone/)],
      },
    ]);
  });

  it('is forgotten once it is so, whoever did it', () => {
    const given = { by: 'ada', at: noon, comment: null } as const;
    const add = {
      ...given,
      kind: 'add',
      story: '1.1',
      epic: 1,
      title: 'x',
      description: null,
      criteria: ['y'],
    } as const;
    const backfill = { ...given, kind: 'backfill', story: '1.2', pullRequest: 4, reason: 'x' } as const;
    const gone = { ...given, kind: 'rerun_checks', story: '1.1', headSha, runs: [7] } as const;
    const done = ourStory({ number: '1.2', agentStatus: 'reported_done', verifiedStatus: 'verified' });
    const orders: Ledger['orders'] = [{ ...add, criteria: ['y'] }, backfill, { ...gone, runs: [7] }];
    const plan = hear({ comments: [], ledger: { orders }, world: { stories: [aStory(), done] } });
    expect(plan.ledger.orders).toEqual([]);
  });
});
