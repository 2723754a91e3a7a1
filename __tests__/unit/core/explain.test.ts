import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/core/decide.ts';
import { chainOf, type ExplanationFacts, explainStory, type Link } from '../../../src/core/explain.ts';
import type { Ledger } from '../../../src/core/ledger.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import { renderWhy } from '../../../src/render/why.ts';
import { aCheck } from '../../builders/checks.ts';
import { aFlight, aLedger, aMemory, minute, noon, opened } from '../../builders/ledger.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

type Held = Readonly<Record<string, Hold>>;

function blockedBy(...stories: readonly string[]): Hold {
  return { code: 'blocked', detail: stories.join(', '), stories };
}

const pending: Hold = { code: 'ci_pending', detail: 'test' };
const rejected: Hold = { code: 'rejections_exhausted', detail: 'rejected 3 times' };
const working: Hold = { code: 'agent_at_work', detail: 'implement in run 99' };

function factsOf(held: Held, ledger: Ledger = aLedger(), line: Hold | null = null): ExplanationFacts {
  const stories = Object.keys(held).map((number) => aStory({ number }));
  return { world: aSnapshot(stories), plan: { holds: new Map(Object.entries(held)), line, decisions: [] }, ledger };
}

function explain(number: string, facts: ExplanationFacts): Link {
  const explanation = explainStory(number, facts);
  if (explanation.kind === 'unknown') throw new Error(`${number} is unknown`);
  return explanation.link;
}

function chain(number: string, held: Held): string {
  return chainOf(explain(number, factsOf(held)))
    .map(({ story, isRepeated }) => (isRepeated ? `(${story})` : story))
    .join(' < ');
}

function why(number: string, facts: ExplanationFacts): string {
  return renderWhy(explainStory(number, facts), noon).join('\n');
}

describe('the chain of what holds a story', () => {
  it.each<[behaviour: string, held: Held, expected: string]>([
    ['is the story alone where it waits for nobody', { '2.3': pending }, '2.3'],
    ['goes down to the root', { '2.3': blockedBy('2.1'), '2.1': blockedBy('1.1'), '1.1': pending }, '2.3 < 2.1 < 1.1'],
    [
      'takes the branch that ends at a person first',
      { '2.3': blockedBy('1.1', '1.2'), '1.1': pending, '1.2': rejected },
      '2.3 < 1.2',
    ],
    [
      'takes CI before what goes on by itself',
      { '2.3': blockedBy('1.1', '1.2'), '1.1': working, '1.2': pending },
      '2.3 < 1.2',
    ],
    [
      'takes the longer of two that end alike',
      { '3.1': blockedBy('1.1', '2.1'), '1.1': pending, '2.1': blockedBy('1.2'), '1.2': pending },
      '3.1 < 2.1 < 1.2',
    ],
    ['ends where it comes round', { '1.1': blockedBy('1.2'), '1.2': blockedBy('1.1') }, '1.1 < 1.2 < (1.1)'],
    ['ends at a story of which nothing is known', { '1.1': blockedBy('9.9') }, '1.1 < 9.9'],
  ])('%s', (_behaviour, held, expected) => {
    expect(chain(Object.keys(held)[0] ?? '', held)).toBe(expected);
  });

  it('keeps every branch', () => {
    const link = explain('2.3', factsOf({ '2.3': blockedBy('1.1', '1.2'), '1.1': pending, '1.2': rejected }));
    expect(link.waitsFor.map(({ story }) => story)).toEqual(['1.2', '1.1']);
  });

  it('ends for any graph, and in time where there are more ways through it than anybody could count', () => {
    const numbers = Array.from({ length: 600 }, (_, at) => `1.${at + 1}`);
    const ladder = Object.fromEntries(
      numbers.map((number, at) => [number, blockedBy(...numbers.slice(at + 1, at + 4))]),
    );
    const text = why('1.1', factsOf(ladder));
    expect(text.split('\n').length).toBeLessThan(2500);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 30 }), (edges) => {
        const held = Object.fromEntries(
          Array.from({ length: 8 }, (_, from) => {
            const stories = edges.filter(([start]) => start === from).map(([, end]) => `1.${end}`);
            return [`1.${from}`, stories.length === 0 ? pending : blockedBy(...stories)] as const;
          }),
        );
        expect(why('1.0', factsOf(held))).toMatch(/^1\.0 Story 1\.0\n1\.0/);
      }),
    );
  });
});

it('goes down to the root of ten thousand stories that wait one for the other', () => {
  const numbers = Array.from({ length: 10_000 }, (_, at) => `1.${at + 1}`);
  const row = Object.fromEntries(numbers.map((number, at) => [number, blockedBy(...numbers.slice(at + 1, at + 2))]));
  const last = numbers.at(-1) ?? '';
  expect(chainOf(explain('1.1', factsOf({ ...row, [last]: pending }))).at(-1)?.story).toBe(last);
});

describe('what is said of it', () => {
  it('is one sentence down to the root, since when, and what to do there', () => {
    const held = { '2.3': blockedBy('2.1'), '2.1': blockedBy('1.1'), '1.1': rejected };
    const sticky = { code: rejected.code, detail: rejected.detail, since: noon - 185 * minute };
    const text = why('2.3', factsOf(held, aLedger({ '1.1': aMemory({ sticky }) })));
    expect(text).toMatch(
      /^2\.3 Story 2\.3\n2\.3 waits for 2\.1, which waits for 1\.1: rejected too often \(rejected 3 times\), since 3 h\.\nWhat to do: Read the findings/,
    );
    expect(text).not.toContain('All that it waits for');
  });

  it('comes from the plan itself, and tells since when it was first seen where nothing else is remembered', () => {
    const stories = [ourStory(), aStory({ number: '2.1' })];
    const pullRequest = aPullRequest({ checks: [aCheck('success', { name: 'lint' })] });
    const blocked = { ready: new Set<string>(), blockers: new Map([['2.1', ['1.1']]]) };
    const world = aSnapshot(stories, { pullRequests: [pullRequest], ...blocked });
    const first = decide(world, aLedger({ '1.1': opened() }), aPolicy(), noon + 30 * minute);
    const plan = decide(world, first.ledger, aPolicy(), noon + 210 * minute);
    const text = renderWhy(explainStory('2.1', { world, plan, ledger: plan.ledger }), noon + 210 * minute);
    expect(text.slice(1)).toEqual([
      '2.1 waits for 1.1: a required check never reported (test: 45 minutes after the push of 6865616), since 3 h.',
      expect.stringMatching(/^What to do: See which workflow is to report it/),
    ]);
  });

  it('names the story where what to do is a command about it', () => {
    const sticky = { code: rejected.code, detail: rejected.detail, since: noon };
    const text = why('1.1', factsOf({ '1.1': rejected }, aLedger({ '1.1': aMemory({ sticky }) })));
    expect(text).toContain('comment `/orchestrate retry 1.1`');
  });

  it('lists every branch where there is more than one, each story once', () => {
    const held = { '3.1': blockedBy('2.1', '2.2'), '2.1': blockedBy('1.1'), '2.2': blockedBy('1.1'), '1.1': pending };
    const text = why('3.1', factsOf(held));
    expect(text).toContain(
      [
        'All that it waits for:',
        '  2.1: waits for other stories (1.1).',
        '    1.1: waits for its checks (test).',
        '  2.2: waits for other stories (1.1).',
        '    1.1: as above.',
      ].join('\n'),
    );
  });

  it.each<[behaviour: string, since: number, said: string]>([
    ['minutes', 5, ', since 5 min.'],
    ['no time at all', 0.5, ', since less than a minute.'],
    ['days', 3 * 24 * 60, ', since 3 days.'],
  ])('tells an agent at work with its time: %s', (_behaviour, minutes, said) => {
    const ledger = aLedger({}, { flights: { '99-3': aFlight({ since: noon - minutes * minute }) } });
    expect(why('1.1', factsOf({ '1.1': working }, ledger))).toContain(
      `an agent is at work (implement in run 99)${said}`,
    );
  });

  it('tells the hold of the whole line besides, unless it is the root itself', () => {
    const line: Hold = { code: 'base_red', detail: 'test failed' };
    expect(why('1.1', factsOf({ '1.1': pending }, aLedger(), line))).toContain(
      'The whole line waits, too: the base is red (test failed).',
    );
    expect(why('1.1', factsOf({ '1.1': line }, aLedger(), line))).not.toContain('The whole line');
    const merged: Hold = { code: 'merged_unverified', detail: 'test failed' };
    expect(why('1.1', factsOf({ '1.1': merged }, aLedger(), line))).not.toContain('The whole line');
  });

  it('says what happens next to a story that moves, and that a verified one is done', () => {
    const story = aStory({ number: '1.1' });
    const because = 'it is out of attempts';
    const plan = {
      holds: new Map<string, Hold>(),
      line: null,
      decisions: [{ kind: 'escalate', story, because, hold: rejected }] as const,
    };
    expect(why('1.1', { world: aSnapshot([story]), plan, ledger: aLedger() })).toContain(
      '1.1: it moves; next is escalate: it is out of attempts.',
    );
    const done = ourStory({ agentStatus: 'reported_done', verifiedStatus: 'verified' });
    expect(why('1.1', { world: aSnapshot([done]), plan: { ...plan, decisions: [] }, ledger: aLedger() })).toContain(
      '1.1: verified.',
    );
  });

  it('names the nearest of a story that does not exist', () => {
    expect(why('1.11', factsOf({ '1.1': pending }))).toBe('There is no story 1.11. Did you mean 1.1?');
    expect(why('nonsense', factsOf({ '1.1': pending }))).toBe('There is no story nonsense.');
  });
});
