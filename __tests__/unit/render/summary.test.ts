import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/core/decision.ts';
import type { Hold } from '../../../src/core/reasons.ts';
import {
  type PassSummaryFacts,
  renderAgentSummary,
  renderCommandSummary,
  renderFailureSummary,
  renderPassSummary,
  renderSpentSummary,
} from '../../../src/render/summary.ts';
import { aFlight, aLedger, noon } from '../../builders/ledger.ts';
import { tip } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { aStory, ourStory } from '../../builders/story.ts';

const done = ourStory({ number: '1.1', agentStatus: 'reported_done', verifiedStatus: 'verified' });
const stories = [
  done,
  aStory({ number: '1.2', title: 'Parse a line' }),
  aStory({ number: '1.10' }),
  aStory({ number: '2.1' }),
];
const holds: ReadonlyMap<string, Hold> = new Map([
  ['1.1', { code: 'project_done', detail: '' }],
  ['2.1', { code: 'blocked', detail: '1.2', stories: ['1.2'] }],
  ['1.10', { code: 'declined', detail: 'Which width?' }],
  ['1.2', { code: 'ci_pending', detail: 'test' }],
]);

function summarise(change: Partial<PassSummaryFacts> = {}): string {
  return renderPassSummary({
    title: 'plan',
    world: aSnapshot(stories),
    plan: { holds, line: null, notes: [], ledger: aLedger({}, { flights: { '99-3': aFlight() } }) },
    applied: [],
    undone: new Map(),
    places: { repository: 'https://github.test/ada/demo', run: 'https://github.test/ada/demo/actions/runs/7' },
    ...change,
  });
}

describe('the summary of a pass', () => {
  it('says how the project stands', () => {
    expect(summarise()).toContain(
      `**1 of 4 stories verified** · 1 agent at work · 1 waiting for a person · main at \`${tip.slice(0, 7)}\`, proven`,
    );
  });

  it('names every hold with what was seen and what to do, those for people first and nothing that is done', () => {
    const text = summarise();
    const order = ['### Waits for a person (1)', '### Waits for GitHub or CI (1)', '### Goes on by itself (1)'];
    expect(order.map((heading) => text.indexOf(heading)).toSorted((a, b) => a - b)).toEqual(
      order.map((heading) => text.indexOf(heading)),
    );
    expect(text).toMatch(
      /\*\*the agent could not restate the story\*\* — Answer the questions.*\n\n- 1\.10 Story 1\.10: Which width\?/,
    );
    expect(text).toContain('- 1.2 Parse a line: test');
    expect(text).toContain('- 2.1 Story 2.1: 1.2');
    expect(text).not.toContain('- 1.1 ');
  });

  it('tells since when, where that is remembered', () => {
    const ledger = aLedger(
      {},
      { waits: { '1.10': { code: 'declined', since: noon }, '1.2': { code: 'draft', since: noon } } },
    );
    const text = summarise({ plan: { holds, line: null, notes: [], ledger } });
    expect(text).toContain('- 1.10 Story 1.10: Which width? (since 2027-01-15 08:00 UTC)\n');
    expect(text).toContain('- 1.2 Parse a line: test\n');
  });

  it('tells what was done, with why', () => {
    const because = 'checks green';
    const escalate: Decision = { kind: 'escalate', story: done, because, hold: { code: 'declined', detail: '' } };
    const finish: Decision = { kind: 'finish', because: '4 stories verified' };
    const text = summarise({ applied: [escalate, finish] });
    expect(text).toContain('### Done (2)\n\n- **escalate** 1.1: checks green\n- **finish**: 4 stories verified');
    expect(summarise()).toContain('Nothing was to be done.');
  });

  it('tells what was not done after all, with why', () => {
    const undone = new Map<string, Hold>([
      ['merge 1.2', { code: 'merge_blocked', detail: 'Base branch was modified' }],
    ]);
    const text = summarise({ undone });
    expect(text).toContain(
      '### Not done (1)\n\n- **merge 1.2**: GitHub says that it cannot be merged: Base branch was modified.',
    );
    expect(summarise()).not.toContain('Not done');
  });

  it('names the agents at work with their runs, and leads to the dashboard where there is one', () => {
    const shown = { dashboard: { id: 5, digest: '', note: '' } };
    const ledger = aLedger({}, { flights: { '99-3': aFlight() }, shown });
    const text = summarise({ plan: { holds, line: null, notes: [], ledger } });
    expect(text).toContain('[99](https://github.test/ada/demo/actions/runs/99)');
    expect(text).toContain('[The dashboard](https://github.test/ada/demo/issues/5)');
    const idle = summarise({ plan: { holds, line: null, notes: [], ledger: aLedger() } });
    expect(idle).not.toMatch(/Agents at work|dashboard/);
  });

  it('says first what the whole line waits for', () => {
    const line: Hold = { code: 'base_red', detail: 'test failed' };
    const text = summarise({ plan: { holds, line, notes: [], ledger: aLedger() } });
    expect(text).toContain('> **The whole line waits: the base is red**: test failed. ');
    expect(text.indexOf('whole line')).toBeLessThan(text.indexOf('Waits for a person'));
  });

  it('says what people should know beside it, with what to do', () => {
    const notes: Hold[] = [{ code: 'budget_short', detail: '12 of 1000 requests left' }];
    expect(summarise({ plan: { holds, line: null, notes, ledger: aLedger() } })).toMatch(
      /> \*\*GitHub lets us ask for little more just now\*\*: 12 of 1000 requests left\. Nothing to do: merges/,
    );
    const spent = renderSpentSummary('plan', { code: 'budget_short', detail: 'not asked' });
    expect(spent).toMatch(/^## Orchestrate: plan\n\n> \*\*GitHub lets us .*: not asked\. /);
  });

  it('makes text from outside harmless', () => {
    const hostile = aStory({ number: '1.2', title: '<img src=x> @everyone' });
    const text = summarise({
      world: aSnapshot([hostile]),
      plan: {
        holds: new Map([['1.2', { code: 'declined', detail: '![x](http://evil.test)\n## fixes #1' }]]),
        line: null,
        notes: [],
        ledger: aLedger(),
      },
    });
    expect(text).not.toMatch(/<img|@everyone|!\[|^## fixes|#1\b/m);
  });

  it('stays within bounds however many stories wait, and leaves no reason out for them', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => aStory({ number: `7.${at}`, title: 'x'.repeat(300) }));
    const crowd = new Map<string, Hold>(
      many.map(({ number }) => [number, { code: 'blocked', detail: 'y'.repeat(900) }]),
    );
    const one: Hold = { code: 'rejections_exhausted', detail: 'rejected 3 times' };
    const text = summarise({
      world: aSnapshot([...many, ...stories]),
      plan: { holds: new Map([...crowd, ['2.1', one]]), line: null, notes: [], ledger: aLedger() },
    });
    expect(text.length).toBeLessThan(65_000);
    expect(text).toContain('rejected 3 times');
    expect(text).toMatch(/- and \d+ more/);
  });
});

it("tells an agent's role, story, outcome and time, in no word of the agent's", () => {
  const facts = { assignment: '12-3', role: 'implement', subject: '2.1', outcome: 'timed_out', seconds: 3725 };
  expect(renderAgentSummary(facts)).toContain('| implement | 2.1 | timed out | 62 min 5 s |');
  expect(renderAgentSummary({ ...facts, role: null, subject: null, seconds: 9 })).toContain(
    '| unknown | unknown | timed out | 9 s |',
  );
});

it('tells whose command it was and what came of it', () => {
  const text = renderCommandSummary({ command: 'retry 2.1', actor: 'ada', answer: '2.1 is released.' });
  expect(text).toBe('## Orchestrate: retry 2.1\n\nBy ada. 2.1 is released.\n');
});

it('tells a failure with what to do about it', () => {
  const text = renderFailureSummary({ message: 'There is no story 9.9.', remedy: 'Did you mean 1.9?' });
  expect(text).toContain('There is no story 9.9.\n\n**What to do:** Did you mean 1.9?');
});
