import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../../src/core/ledger.ts';
import type { Policy } from '../../../../src/core/policy.ts';
import type { Snapshot, StoryFacts } from '../../../../src/core/snapshot.ts';
import { emptyTally } from '../../../../src/core/tally.ts';
import { findTicked } from '../../../../src/core/ticks.ts';
import { renderDashboard } from '../../../../src/render/dashboard/dashboard.ts';
import { renderBar } from '../../../../src/render/dashboard/progress.ts';
import { present } from '../../../../src/render/present.ts';
import type { PresentFacts } from '../../../../src/render/surface.ts';
import { shownOf } from '../../../builders/dashboard.ts';
import { aFlight, aHead, aLedger, aMemory, minute, noon } from '../../../builders/ledger.ts';
import { aPolicy } from '../../../builders/policy.ts';
import { aSha, tip } from '../../../builders/sha.ts';
import { aSnapshot } from '../../../builders/snapshot.ts';
import { aStory, ourStory } from '../../../builders/story.ts';

const done = { agentStatus: 'reported_done', verifiedStatus: 'verified' } as const;

function bodyOf(facts: PresentFacts): string {
  return renderDashboard(facts).body;
}

/** Every box ticked. */
function ticked(body: string): readonly string[] {
  return findTicked(body.replaceAll('- [ ] ', '- [x] '));
}

function aBacklog(count: number, title: string): readonly StoryFacts[] {
  return Array.from({ length: count }, (_, index) =>
    aStory({ number: `${1 + Math.floor(index / 50)}.${1 + (index % 50)}`, title }),
  );
}

describe('whether there is one', () => {
  const seen = { number: 3, isOpen: true, digest: 'x', editedAt: noon, unsure: null };
  // A story without a pull request, which people are called for on the dashboard.
  const ledger = aLedger({}, { shown: { dashboard: { id: 3, digest: 'x', note: '' } } });
  const kindsOf = (policy: Policy, dashboard: typeof seen | null): readonly string[] =>
    present(shownOf(aSnapshot([aStory({ criteria: [] })], { dashboard }), { ledger, policy })).map(({ kind }) => kind);

  test.each([
    ['when none is known yet', aPolicy(), null, ['dashboard', 'comment']],
    ['when it is there', aPolicy(), seen, ['dashboard', 'comment']],
    ['not when somebody closed it', aPolicy(), { ...seen, isOpen: false }, []],
    ['not when the configuration wants none', aPolicy({ dashboard: false }), seen, []],
  ])('%s', (_, policy, dashboard, kinds) => {
    expect(kindsOf(policy, dashboard)).toEqual(kinds);
  });
});

describe('what is urgent on the dashboard', () => {
  const urgentOf = (ledger: Ledger, change: Partial<Snapshot> = {}): string =>
    renderDashboard(shownOf(aSnapshot([aStory(), aStory({ number: '1.2' })], change), { ledger })).urgent;
  const sticky = { code: 'declined', detail: 'Which?', since: noon };

  test.each([
    ['a story that waits for a person', aLedger({ '1.1': aMemory({ sticky }) }), {}],
    ['a pause', aLedger({}, { paused: { by: 'ada', at: noon, cause: 'person' } }), {}],
    ['a base that is not proven', aLedger(), { base: { branch: 'main', sha: tip, checks: [] } }],
  ] as const)('%s is', (_, ledger, change) => {
    expect(urgentOf(ledger, change)).not.toBe(urgentOf(aLedger()));
  });

  test('who is at work, and what was done, is not', () => {
    const recent = [{ at: noon, kind: 'dispatch', story: '1.1', said: 'ready' }];
    const working = aLedger({}, { recent, tally: { ...emptyTally, verified: 3 } });
    expect(urgentOf(working)).toBe(urgentOf(aLedger()));
  });
});

describe('the dashboard', () => {
  test('says first how the project stands, then what waits for a person', () => {
    const ledger = aLedger({ '1.2': aMemory({ sticky: { code: 'declined', detail: 'Which format?', since: noon } }) });
    const body = bodyOf(shownOf(aSnapshot([aStory({ ...done }), aStory({ number: '1.2' })]), { ledger }));
    const lines = body.split('\n');
    expect(lines[0]).toBe('<!-- orchestrate:dashboard -->');
    expect(lines[1]).toMatch(/^\*\*1 of 2 stories verified\*\* · 0 agents at work · 1 waiting for a person/);
    expect(lines.find((line) => line.startsWith('### '))).toBe('### Waits for a person (1)');
    expect(body).toContain(
      '- **1.2** Story 1.2 — **the agent could not restate the story**: Which format? Since 2027-01-15 08:00 UTC. ',
    );
    expect(body).toContain('`/orchestrate retry 1.2`');
  });

  test('offers each command that would lift a hold as a box, none of them ticked', () => {
    const kept = { head: aHead({ sha: aSha('kept') }), protectedPaths: ['.github/workflows/ci.yml'] };
    const world = aSnapshot([
      ourStory(),
      aStory({ number: '1.2' }),
      aStory({ number: '1.3', criteria: [] }),
      aStory({ number: '1.4' }),
    ]);
    const ledger = aLedger({
      '1.1': aMemory({ kept, agreement: 'criteria-1.1', authorRuns: 1 }),
      '1.2': aMemory({ sticky: { code: 'declined', detail: '', since: noon } }),
      '1.4': aMemory({ sticky: { code: 'author_runs_exhausted', detail: '', since: noon } }),
    });
    const body = bodyOf(shownOf(world, { ledger }));
    expect(findTicked(body)).toEqual([]);
    expect(ticked(body)).toEqual(['pause', `approve-paths ${aSha('kept')}`, 'retry 1.1', 'retry 1.2']);
  });

  test('a paused project offers to be resumed, and does not list every story for it', () => {
    const ledger = aLedger({}, { paused: { by: 'ada', at: noon, cause: 'person' } });
    const body = bodyOf(shownOf(aSnapshot(aBacklog(40, 'A story')), { ledger }));
    expect(ticked(body)).toEqual(['resume']);
    expect(body).toContain('**The whole line waits: the project is paused**: by ada.');
    expect(body).toContain('No story waits for a person.');
  });

  test('tells who is at work since when, until when at most, and where to look', () => {
    const ledger = aLedger({ '1.1': aMemory() }, { flights: { '99-3': aFlight() } });
    const world = aSnapshot([ourStory()], { strays: [{ run: 77, assignment: '77-1' }] });
    expect(bodyOf(shownOf(world, { ledger }))).toContain(
      [
        '### Agents at work (2)',
        '',
        '| role | for | since | until at most | run |',
        '| --- | --- | --- | --- | --- |',
        '| implement | 1.1 Story 1.1 | 2027-01-15 07:50 UTC | 2027-01-15 08:50 UTC | [99](https://github.test/o/r/actions/runs/99) |',
        '| ? | `77-1` | nobody remembers it: what it makes is thrown away | | [77](https://github.test/o/r/actions/runs/77) |',
      ].join('\n'),
    );
  });

  test('shows every epic that is not done, those under way first', () => {
    const stories = [
      aStory({ number: '1.1', ...done }),
      aStory({ number: '2.1' }),
      aStory({ number: '3.1', ...done }),
      aStory({ number: '3.2' }),
    ];
    const rows = bodyOf(shownOf(aSnapshot(stories)))
      .split('\n')
      .filter((line) => /^\| (\d|\*\*all|…)/.test(line));
    expect(rows).toEqual([
      '| **all** | `██████████░░░░░░░░░░` 50 % | **2 of 4** |',
      '| 3 | `██████████░░░░░░░░░░` 50 % | 1 of 2 |',
      '| 2 | `░░░░░░░░░░░░░░░░░░░░` 0 % | 0 of 1 |',
      '| … | 1 epic is done | |',
    ]);
  });

  test.each([
    [0, 100, 0, 0],
    [1, 1000, 1, 0],
    [50, 100, 10, 50],
    [999, 1000, 19, 99],
    [100, 100, 20, 100],
    [0, 0, 0, 0],
  ])('%i of %i: %i of 20 filled, %i per cent', (verified, total, filled, percent) => {
    expect(renderBar(verified, total)).toBe(`\`${'█'.repeat(filled)}${'░'.repeat(20 - filled)}\` ${percent} %`);
  });

  test('tells of the base what proves it, or what it waits for', () => {
    const world = aSnapshot([aStory()]);
    expect(bodyOf(shownOf(world))).toContain(
      `- **main** is at [\`${tip.slice(0, 7)}\`](https://github.test/o/r/commit/${tip}), proven green at 2027-01-15 08:00 UTC.`,
    );
    const red = aSnapshot([aStory()], { base: { ...world.base, checks: [] } });
    expect(bodyOf(shownOf(red))).toContain('has no check yet');
  });

  test('tells how stories go, what was spent, and what was done lately', () => {
    const tally = {
      ...emptyTally,
      verified: 4,
      attempts: 6,
      rejections: 2,
      told: 9,
      costMillicents: 400_000,
      tokens: 12,
    };
    const recent = [
      { at: noon - minute, kind: 'dispatch', story: '1.1', said: 'implement: it is ready' },
      { at: noon, kind: 'merge', story: '1.1', said: 'every gate is passed @everyone' },
    ];
    const spending = [{ of: 'epic 1', budgetMillicents: 200_000, spentMillicents: 50_000, alertThreshold: 80 }];
    const body = bodyOf(shownOf(aSnapshot([aStory()], { spending }), { ledger: aLedger({}, { tally, recent }) }));
    expect(body).toContain('- **1.5** attempts a story on average, over 4 verified ones; 2 failed reviews');
    expect(body).toContain('9 agents told of $4.00 and 12 tokens, $1.00 for each verified story: their own word.');
    expect(body).toContain('| epic 1 | $0.50 of $2.00 | `█████░░░░░░░░░░░░░░░` 25 % |');
    expect(body).toMatch(
      /08:00 UTC \*\*merge\*\* 1\.1: every gate is passed @\u200Beveryone\n- .*07:59 UTC \*\*dispatch\*\*/,
    );
  });

  test('leads to the report where the repository has the workflow that makes it', () => {
    const link = 'https://github.test/o/r/actions/workflows/orchestrate-report.yml';
    expect(bodyOf(shownOf(aSnapshot([], { hasReport: true })))).toContain(link);
    expect(bodyOf(shownOf(aSnapshot([])))).not.toContain('report');
  });

  test('tells what wakes the next run, and how far the clock can be relied on', () => {
    const hours = [1, 2, 3, 4].map((back) => noon - back * 60 * minute + 40 * minute);
    const ledger = aLedger({ '1.1': aMemory() }, { flights: { '99-3': aFlight() } });
    const schedule = { crons: ['0 * * * *'], starts: hours };
    const body = bodyOf(shownOf(aSnapshot([ourStory()], { schedule }), { ledger }));
    expect(body).toContain('- The end of an agent, at 2027-01-15 08:50 UTC at the latest;');
    expect(body).toContain('the clock: `0 * * * *` (UTC); GitHub comes up to an hour late.');
  });

  test('says the same at another time, when nothing else has changed', () => {
    const kept = { head: aHead({ sha: aSha('kept') }), protectedPaths: ['a'] };
    const ledger = aLedger(
      { '1.1': aMemory({ kept, agreement: 'criteria-1.1' }), '1.2': aMemory() },
      { flights: { '99-3': aFlight({ story: '1.2' }) }, paused: null },
    );
    const stories = [ourStory(), ourStory({ number: '1.2' }), aStory({ number: '1.3' })];
    const world = aSnapshot(stories, { blockers: new Map([['1.3', ['1.1']]]), ready: new Set() });
    const first = shownOf(world, { ledger });
    const later = shownOf(world, { ledger: first.ledger, now: noon + 7 * minute });
    expect(bodyOf(later)).toBe(bodyOf(first));
  });

  test.each([0, 1, 300, 10_000])('is short enough for GitHub with %i stories, whatever they are called', (count) => {
    const title = '@org/team closes #1 <img src=x> ``` --> ] ) | ![a](http://b) "quoted" & '.repeat(40);
    const stories = aBacklog(count, title);
    const blockers = new Map(
      stories
        .slice(1)
        .flatMap(({ number }, index) => (index % 3 === 0 ? [] : [[number, [stories[index]?.number ?? '']]])),
    );
    const ready = new Set(stories.map(({ number }) => number).filter((number) => !blockers.has(number)));
    const sticky = { code: 'declined', detail: title, since: noon };
    const memories = stories.map(({ number }) => [number, aMemory({ sticky, authorRuns: 4 })] as const);
    const flights = stories
      .filter((_, index) => index % 4 === 0)
      .map(({ number }) => [`9-${number}`, aFlight({ id: `9-${number}`, story: number })] as const);
    const recent = Array.from({ length: 30 }, () => ({ at: noon, kind: 'merge', story: '1.1', said: title }));
    const spending = Array.from({ length: count }, () => ({
      of: title,
      budgetMillicents: 1,
      spentMillicents: 1,
      alertThreshold: 80,
    }));
    const schedule = { crons: [title], starts: [] };
    const ledger = aLedger(Object.fromEntries(memories), { recent, flights: Object.fromEntries(flights) });
    const world = aSnapshot(stories, { blockers, ready, spending, schedule });
    const { title: name, body } = renderDashboard(shownOf(world, { ledger, policy: aPolicy({ concurrency: 50 }) }));
    expect(body.length + name.length).toBeLessThan(65_536);
    expect(findTicked(body)).toEqual([]);
  });
});
