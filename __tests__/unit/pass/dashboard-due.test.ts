import { describe, expect, test } from 'vitest';
import type { Shown } from '../../../src/core/shown.ts';
import type { DashboardFacts } from '../../../src/core/ticks.ts';
import { RemoteError } from '../../../src/errors.ts';
import { digestIssue } from '../../../src/github/issue-digest.ts';
import { findDue } from '../../../src/pass/show.ts';
import { writeDashboard } from '../../../src/pass/write-dashboard.ts';
import type { DashboardText } from '../../../src/render/surface.ts';
import { minute, noon } from '../../builders/ledger.ts';

const shownText: DashboardText = { kind: 'dashboard', key: 'dashboard', title: 'All', body: 'so far', urgent: 'none' };
const held = digestIssue(shownText);

/** A GitHub that answers everything with this issue, or refuses to. */
function aGitHub(issue: { readonly body: string; readonly state?: string } | number) {
  const sent: string[] = [];
  return {
    sent,
    request: async (route: string) => {
      sent.push(route);
      if (typeof issue === 'number')
        throw new RemoteError('no', { request: route, status: issue, requestId: null, retryable: issue > 499 });
      return {
        status: 200,
        headers: {},
        data: { number: 3, node_id: 'I_3', state: 'open', title: 'All', user: null, ...issue },
      };
    },
    graphql: async () => ({}),
  };
}

async function write(text: DashboardText, issue: Parameters<typeof aGitHub>[0], seen: string | null = held) {
  const github = aGitHub(issue);
  const dashboard = seen === null ? null : { number: 3, isOpen: true, digest: seen, editedAt: noon, unsure: null };
  const known = { id: 3, digest: 'x', note: '' };
  const written = await writeDashboard(text, known, { viewer: 'us', dashboard }, { github, log: () => undefined });
  return { written, sent: github.sent };
}

describe('when the dashboard is written', () => {
  const [due] = findDue([shownText], {}, { dashboard: null, clock: noon });
  const seen: DashboardFacts = { number: 3, isOpen: true, digest: held, editedAt: noon, unsure: null };

  async function isDue(text: DashboardText, change: Partial<DashboardFacts>, clock: number): Promise<boolean> {
    const { written } = await write(shownText, { body: shownText.body });
    const shown: Shown = { dashboard: { ...(written ?? { id: null, note: '' }), digest: due?.digest ?? '' } };
    return findDue([text], shown, { dashboard: { ...seen, ...change }, clock }).length > 0;
  }

  test.each([
    ['nothing is another', shownText, {}, 60, false],
    ['somebody ticked a box, or edited it', shownText, { digest: 'other' }, 0, true],
    ['what people act on is another', { ...shownText, body: 'now', urgent: 'one' }, {}, 1, true],
    ['the rest is another, and it was written just now', { ...shownText, body: 'now' }, {}, 4, false],
    ['the rest is another, and it has stood for a while', { ...shownText, body: 'now' }, {}, 5, true],
  ] as const)('%s', async (_, text, change, minutes, expected) => {
    expect(await isDue(text, change, noon + minutes * minute)).toBe(expected);
  });

  test('it is not known where it is, or cannot be seen', () => {
    expect(due).toBeDefined();
    const shown = { dashboard: { id: 3, digest: due?.digest ?? '', note: '' } };
    expect(findDue([shownText], shown, { dashboard: null, clock: noon })).toEqual([]);
    expect(findDue([{ ...shownText, body: 'now' }], shown, { dashboard: null, clock: noon })).toHaveLength(1);
  });
});

describe('what GitHub makes of it', () => {
  const wanted = { ...shownText, body: 'now' };

  test('is what is remembered of it', async () => {
    const { written } = await write(wanted, { body: shownText.body });
    expect(written).toMatchObject({ id: 3, note: expect.stringContaining(held) });
  });

  test('an edit since the pass looked is seen first', async () => {
    const { written, sent } = await write(wanted, { body: 'ticked' });
    expect(written).toBeNull();
    expect(sent).toEqual(['GET /repos/{owner}/{repo}/issues/{issue_number}']);
  });

  test.each([403, 404, 410])('a refusal (%i) is not asked for again in every pass', async (status) => {
    const { written } = await write(wanted, status);
    expect(written).toMatchObject({ id: 3 });
  });

  test('any other failure is left to the next pass', async () => {
    await expect(write(wanted, 502)).rejects.toThrow(RemoteError);
  });
});
