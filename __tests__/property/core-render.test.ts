import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/core/decide.ts';
import { listNewlyWaiting } from '../../src/core/newly-waiting.ts';
import { findNotifications } from '../../src/core/notifications.ts';
import { recordLook } from '../../src/core/record/pass-record.ts';
import { findTicked } from '../../src/core/ticks.ts';
import { renderAnnotations } from '../../src/render/annotations.ts';
import { renderReviewCheck } from '../../src/render/checks/review-check.ts';
import { renderDashboard } from '../../src/render/dashboard/dashboard.ts';
import { renderNotifications } from '../../src/render/notification.ts';
import { renderPullRequest } from '../../src/render/pull-request.ts';
import { renderReplay } from '../../src/render/replay.ts';
import { renderReply } from '../../src/render/replies.ts';
import { sanitise, sanitiseLine } from '../../src/render/sanitise.ts';
import { renderPassSummary } from '../../src/render/summary.ts';
import { shownOf } from '../builders/dashboard.ts';
import { aFlight, aHead, aLedger, aMemory, aVerdict, noon } from '../builders/ledger.ts';
import { aReview } from '../builders/outcome.ts';
import { aPolicy } from '../builders/policy.ts';
import { aSnapshot } from '../builders/snapshot.ts';
import { aStory } from '../builders/story.ts';

const pieces = fc.constantFrom(
  '@',
  'octocat',
  '!',
  '[',
  ']',
  '(x)',
  '<',
  '!--',
  '-->',
  '<!--',
  '&',
  '#64;',
  '#',
  '12',
  'fixes',
  ' ',
  '\n',
  '|',
  '\\',
  '\u200B',
  '\u202E',
  '\uD83D',
  '\u{E0041}',
  ':',
  'GH-',
);
const hostile = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

/** Links of ours lead into the repository. */
const ownLinks = /\[\d+\]\(https:\/\/github\.test\/[^)\s]*\)/g;

/** The boxes before criteria. */
const ownBoxes = /^- \[[ x]\] /gm;

const seen = /\p{Cs}|\p{Bidi_Control}|[\u{E0000}-\u{E007F}]/u;

function expectHarmless(text: string): void {
  expect(text).not.toMatch(/@[\w-]/);
  expect(text).not.toContain('![');
  expect(text).not.toContain('<');
  expect(text).not.toMatch(/#\d/);
  expect(text).not.toMatch(/\b(close[sd]?|fix(e[sd])?|resolve[sd]?):?\s+(GH-\d|#\d|https?:)/i);
  expect(text).not.toMatch(/&#?\w+;(?<!&(lt|amp);)/);
  expect(text).not.toMatch(seen);
  const unlinked = text.replace(ownLinks, '');
  expect(unlinked).not.toMatch(/\][([]|\[[ xX]\]\s|\[!/);
  expect(unlinked).not.toMatch(/^[\s>*+-]*\[[^\]\n]*\]:/m);
}

describe('whatever text comes from outside', () => {
  it('calls nobody, closes nothing, shows no image, hides nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectHarmless(sanitise(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('stays on its line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(sanitiseLine(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
      { numRuns: 500 },
    );
  });

  it('is harmless in a pull request, which carries no mark but its own', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, description, text) => {
        const page = renderPullRequest(aStory({ title, description, criteria: [{ id: text, text }] }));
        expect(page.title).not.toMatch(/\n/);
        expect(page.body.match(/<!--/g)).toHaveLength(2);
        expectHarmless(
          page.body.replaceAll(/^<!-- orchestrate:(end|story=1\.1 title=\S*) -->$/gm, '').replaceAll(ownBoxes, ''),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is harmless in the check of a review, and breaks no row of it', () => {
    fc.assert(
      fc.property(hostile, hostile, (id, text) => {
        const review = aReview({
          summary: text,
          findings: [{ severity: 'LOW', description: text, ac_id: id }],
          acs_failed: [id],
        });
        const { summary } = renderReviewCheck({
          story: aStory({ criteria: [{ id, text }] }),
          verdict: aVerdict({ review }),
          head: aHead(),
          vouched: [],
          detailsUrl: '',
        });
        expectHarmless(summary);
        const rows = summary.split('\n').filter((line) => line.startsWith('| ✗'));
        expect(rows.map(countBars)).toEqual([4]);
      }),
      { numRuns: 500 },
    );
  });

  it('is harmless on the dashboard, and brings no box, no row and no line of the picture along', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, said) => {
        const body = dashboardOf(title, said);
        expectHarmless(withoutOwn(body));
        expect(findTicked(body.replaceAll('- [ ]', '- [x]'))).toEqual(['pause', 'retry 1.1']);
        expect(body.match(/^### .*$/gm)).toEqual(dashboardOf('A title', 'Some words').match(/^### .*$/gm));
        expect(body.split('\n').filter((line) => /^ {2}s1_\d\["[^"\]]*"\]:::\w+$/.test(line))).toHaveLength(3);
        const rows = body.split('\n').filter((line) => line.startsWith('| implement'));
        expect(rows.map(countBars)).toEqual([6]);
      }),
      { numRuns: 200 },
    );
  });

  it('is harmless in summaries and replies, and stays on its line in annotations, news and replays', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, detail) => {
        const told = tellOf(title, detail);
        for (const page of told.pages) expectHarmless(page.replaceAll(/^> |\[The dashboard\]\([^)]*\)/gm, ''));
        for (const line of told.lines) expect(line).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(told.slack.match(/</g)).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

/** A project in which every word that is not ours is one of these. */
function dashboardOf(title: string, said: string): string {
  const stories = ['1.1', '1.2', '1.3'].map((number) => aStory({ number, title }));
  const spending = [{ of: title, budgetMillicents: 10, spentMillicents: 9, alertThreshold: 80 }];
  const world = aSnapshot(stories, {
    ready: new Set(['1.1']),
    blockers: new Map([['1.3', ['1.1']]]),
    spending,
    schedule: { crons: [said], starts: [] },
  });
  const ledger = aLedger(
    { '1.1': aMemory({ sticky: { code: 'declined', detail: said, since: noon } }), '1.2': aMemory() },
    {
      flights: { '99-3': aFlight({ story: '1.2' }) },
      recent: [{ at: noon, kind: 'command', story: null, said }],
    },
  );
  return renderDashboard(shownOf(world, { ledger })).body;
}

/** What is left of the dashboard without what is ours in it: marks, boxes, the picture, and what can be opened. */
function withoutOwn(body: string): string {
  return body
    .replaceAll(/<!-- orchestrate:(dashboard|tick (pause|retry 1\.1)) -->/g, '')
    .replaceAll(/^ *- \[ \] /gm, '')
    .replaceAll(/^<details><summary>Story by story<\/summary>$|^<\/details>$/gm, '')
    .replaceAll(/^```mermaid\n[^`]*^```$/gm, '')
    .replaceAll(/\[`?[\w ]+`?\]\(https:\/\/github\.test\/[^)\s]*\)/g, '')
    .replaceAll('<project>:implement', '');
}

/** Everything that is told of a story of this title, which an agent declined in these words. */
function tellOf(title: string, detail: string) {
  const story = aStory({ title });
  const memory = aMemory({ sticky: { code: 'declined', detail, since: noon } });
  const world = aSnapshot([story, aStory({ number: '1.2', title })], {
    ready: new Set(['1.1']),
    blockers: new Map([['1.2', ['1.1']]]),
  });
  const before = aLedger({ '1.1': memory });
  const plan = decide(world, before, aPolicy(), noon);
  const facts = { world, plan, ledger: plan.ledger, tally: plan.ledger.tally, policy: aPolicy(), now: noon };
  const places = { repository: 'https://github.test/ada/demo', run: 'https://github.test/ada/demo/actions/runs/7' };
  const asks = [
    { kind: 'status' },
    { kind: 'plan' },
    { kind: 'why', story: '1.2' },
    { kind: 'why', story: null },
  ] as const;
  const annotations = renderAnnotations(listNewlyWaiting(plan, before), null);
  const record = { policy: aPolicy(), entries: [recordLook({ world, ledger: before, now: noon }, plan)] };
  return {
    pages: [
      ...asks.map((ask) => renderReply(ask, facts)),
      renderPassSummary({
        title: 'plan',
        world,
        plan,
        applied: [],
        undone: new Map([[title, { code: 'draft', detail }]]),
        places,
      }),
    ],
    lines: [...annotations.flatMap(({ title: head, message }) => [head, message]), ...renderReplay(record)],
    slack: JSON.parse(renderNotifications(findNotifications(facts), places, 'slack')).text as string,
  };
}

/** The bars that end a cell: those without a backslash of their own before them. */
function countBars(row: string): number {
  return row.replaceAll(/\\[\s\S]/g, '').split('|').length - 1;
}
