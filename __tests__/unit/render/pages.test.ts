import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/core/verdict.ts';
import { renderReviewCheck } from '../../../src/render/checks/review-check.ts';
import { renderMergeMessage } from '../../../src/render/merge-message.ts';
import { type PullRequestStanding, renderPullRequest } from '../../../src/render/pull-request.ts';
import { aHead, aVerdict, minute, noon } from '../../builders/ledger.ts';
import { aMerge } from '../../builders/merge.ts';
import { aFailedReview, aReview } from '../../builders/outcome.ts';
import { headSha } from '../../builders/sha.ts';
import { aStory } from '../../builders/story.ts';

const limit = 65_535;
const many = Array.from({ length: 500 }, (_, index) => ({ id: `AC-${index + 1}`, text: 'It shall hold. '.repeat(60) }));

const ending = '<!-- orchestrate:end -->';
const promise =
  'It merges when CI is green, an independent review has passed, and every rule of the base is met. What stands between the marks of this text is ours and written anew; what you write outside of them stays.';

describe('a pull request', () => {
  const nothing: PullRequestStanding = {
    verdict: null,
    failure: null,
    vouched: [],
    attempts: [],
    awaitedBy: [],
    dashboard: null,
    repository: 'https://github.test/o/r',
  };

  it('names its story, its criteria and the marks it is found by', () => {
    const story = aStory({ title: 'Wrap text', description: 'Long lines break.' });
    expect(renderPullRequest(story)).toEqual({
      title: '1.1: Wrap text',
      body: [
        '<!-- orchestrate:story=1.1 title=1.1%3A%20Wrap%20text -->',
        'Story **1.1** of epic 1, by a fresh agent of Orchestrate.',
        '',
        '> Long lines break.',
        '',
        '### Acceptance criteria',
        '',
        '- [ ] **AC-1** It works.',
        '',
        promise,
        ending,
      ].join('\n'),
    });
  });

  it('ticks the criteria that the verdict found met, and says what is to be judged by people', () => {
    const criteria = ['AC-1', 'AC-2', 'AC-3', 'AC-4'].map((id) => ({ id, text: 'It works.' }));
    const review = aReview({ acs_verified: ['AC-1'], acs_failed: ['AC-2'], acs_human: ['AC-3', 'AC-4'] });
    const { body } = renderPullRequest(aStory({ criteria }), {
      ...nothing,
      verdict: aVerdict({ review }),
      vouched: ['AC-4'],
    });
    expect(body.match(/^- \[.*$/gm)).toEqual([
      '- [x] **AC-1** It works.',
      '- [ ] **AC-2** It works. — **not met**',
      '- [ ] **AC-3** It works. — **a person is to judge it**',
      '- [x] **AC-4** It works. — met, a person says',
    ]);
  });

  it('tells what the reviewer said, what waits for it, its attempts and where the whole project is', () => {
    const attempt = { assignment: '9-1', role: 'implement', run: 9, since: noon - minute, at: noon } as const;
    const { body } = renderPullRequest(aStory(), {
      ...nothing,
      verdict: aVerdict(),
      attempts: [
        { ...attempt, ended: 'accepted', said: '3 files | changed' },
        { ...attempt, role: 'review', ended: 'passed', said: 'fine' },
      ],
      awaitedBy: ['1.2', '2.1'],
      dashboard: 'https://github.test/o/r/issues?q=x',
    });
    expect(body).toContain('[The whole project](https://github.test/o/r/issues?q=x)');
    expect(body).toMatch(/Passed on [0-9a-f]{7}, 2027-01-15 07:50 UTC:\n\n> Every criterion is met\./);
    expect(body).toContain('Stories that wait for it: 1.2, 2.1.');
    expect(body).toContain(
      '| 2027-01-15 08:00 UTC | implement | accepted | 3 files \\| changed | [9](https://github.test/o/r/actions/runs/9) |',
    );
  });

  it('tells of a failed review as long as nobody has answered it', () => {
    const { body } = renderPullRequest(aStory(), { ...nothing, failure: 'The error case\n```' });
    expect(body).toContain('The last review failed:\n\n> The error case\n> ```\n\n');
  });

  it('carries no mark but its own', () => {
    const { body } = renderPullRequest(
      aStory({ description: '<!-- orchestrate:story=9.9 -->', title: '<!-- x --> --' }),
    );
    expect(body.match(/<!--.*?-->/g)).toEqual([
      '<!-- orchestrate:story=1.1 title=1.1%3A%20%3C!%2D%2D%20x%20%2D%2D%3E%20%2D%2D -->',
      ending,
    ]);
  });

  it('shows a title as it reads, since no markup is read in it', () => {
    expect(renderPullRequest(aStory({ title: 'Parse List<T> & co' })).title).toBe('1.1: Parse List<T> & co');
  });

  it('is never longer than GitHub takes, and keeps its marks', () => {
    const { body } = renderPullRequest(aStory({ criteria: many }));
    expect(body.length).toBeLessThanOrEqual(limit);
    expect(body).toMatch(/and \d+ more/);
    expect(body.endsWith(ending)).toBe(true);
  });
});

describe('the check of a review', () => {
  const story = aStory({
    criteria: [
      { id: 'AC-1', text: 'It | works.' },
      { id: 'AC|2', text: 'It fails well.' },
    ],
  });
  const detailsUrl = 'https://github.test/o/r/actions/runs/91';

  function checkOf(review: Review, { of = story, vouched = [] as string[], changedPaths = ['src/a.js'] } = {}) {
    return renderReviewCheck({
      story: of,
      verdict: aVerdict({ review }),
      head: aHead({ changedPaths }),
      vouched,
      detailsUrl,
    });
  }

  it('gives every criterion its verdict, then the findings', () => {
    const review = { ...aFailedReview(), acs_verified: ['AC|2'] };
    expect(checkOf(review)).toEqual({
      conclusion: 'failure',
      title: 'Failed: 1 of 2 criteria met',
      summary: [
        '> The error case is missing.',
        '',
        '| state | criterion | text |',
        '|---|---|---|',
        '| ✗ not met | AC-1 | It \\| works. |',
        '| ✓ met | AC\\|2 | It fails well. |',
        '',
        '### Findings',
        '- **HIGH** AC-1 (src/a.js): No test of the error case.',
      ].join('\n'),
      annotations: [],
      detailsUrl,
    });
  });

  it('puts a finding on its line, of a file that the diff changes', () => {
    const found = { severity: 'HIGH', ac_id: 'AC-1', description: 'No @test.' } as const;
    const findings = [
      { ...found, file: 'src/a.js', line: 7 },
      { ...found, file: './src/a.js', line: 8, severity: 'MEDIUM' as const, ac_id: null },
      { ...found, file: 'src/a.js', line: 9, severity: 'LOW' as const },
      { ...found, file: 'src/b.js', line: 7 },
      { ...found, file: 'src/a.js' },
    ];
    const message = 'No @\u200Btest.';
    expect(checkOf(aReview({ findings })).annotations).toEqual([
      { path: 'src/a.js', line: 7, level: 'failure', title: 'HIGH AC-1', message },
      { path: 'src/a.js', line: 8, level: 'warning', title: 'MEDIUM', message },
      { path: 'src/a.js', line: 9, level: 'notice', title: 'LOW AC-1', message },
    ]);
  });

  it('asks for a person as long as one is to judge a criterion', () => {
    const review = aReview({ acs_verified: ['AC|2'], acs_human: ['AC-1'] });
    expect(checkOf(review)).toMatchObject({
      conclusion: 'action_required',
      title: 'Passed: 1 of 2 criteria met, 1 for a person to judge',
      summary: expect.stringContaining('| ? needs a human | AC-1 |'),
    });
    expect(checkOf(review, { vouched: ['AC-1'] })).toMatchObject({
      conclusion: 'success',
      title: 'Passed: 2 of 2 criteria met',
      summary: expect.stringContaining('| ✓ met, by a person | AC-1 |'),
    });
  });

  it('has no heading for findings where there are none', () => {
    const { conclusion, title, summary } = checkOf(aReview({ acs_verified: ['AC-1', 'AC|2'] }));
    expect({ conclusion, title }).toEqual({ conclusion: 'success', title: 'Passed: 2 of 2 criteria met' });
    expect(summary).not.toContain('Findings');
  });

  it('keeps a row a row, whatever stands before its bars', () => {
    const { summary } = checkOf(aReview(), { of: aStory({ criteria: [{ id: 'AC-1', text: 'a\\|b' }] }) });
    expect(summary).toContain('| AC-1 | a\\\\\\|b |');
  });

  it('is never longer than GitHub takes', () => {
    const findings = Array.from({ length: 200 }, () => ({
      severity: 'LOW' as const,
      description: 'Too long. '.repeat(300),
    }));
    const { summary } = checkOf(aReview({ findings }), { of: aStory({ criteria: many }) });
    expect(summary.length).toBeLessThanOrEqual(limit);
    expect(summary).toMatch(/and \d+ more/);
  });
});

describe('the message of a merge', () => {
  function messageOf(summary: string, title = 'Wrap text'): ReturnType<typeof renderMergeMessage> {
    const verdict = aVerdict({ review: aReview({ summary }) });
    return renderMergeMessage(aMerge({ story: aStory({ title }), verdict }));
  }

  it('says on whose word it was made', () => {
    expect(messageOf('Every criterion is met.')).toEqual({
      title: '1.1: Wrap text (#11)',
      message: [
        'Every criterion is met.',
        '',
        'Story: 1.1',
        'Reviewed-by-agent: reviewer',
        `Reviewed-head: ${headSha}`,
        'Criteria-hash: criteria-1.1',
        'Orchestrate-run: 91',
      ].join('\n'),
    });
  });

  it('lets no reviewer write trailers', () => {
    const { message } = messageOf('met\n\nReviewed-by-agent: somebody else\nskip-checks: true');
    expect(message.split('\n').filter((line) => line.startsWith('Reviewed-by-agent:'))).toEqual([
      'Reviewed-by-agent: reviewer',
    ]);
    expect(message).not.toMatch(/^skip-checks/m);
  });

  it.each(['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]', '[Skip CI]'])(
    'keeps CI on the base: %s',
    (words) => {
      const { title, message } = messageOf(`done ${words}`, `Wrap ${words}`);
      expect(`${title}\n${message}`.toLowerCase()).not.toContain(words.toLowerCase());
    },
  );
});
