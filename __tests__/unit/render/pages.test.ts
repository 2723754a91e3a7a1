import { describe, expect, it } from 'vitest';
import { renderMergeMessage } from '../../../src/render/merge-message.ts';
import { renderPullRequest } from '../../../src/render/pull-request.ts';
import { renderReviewCheck } from '../../../src/render/review-check.ts';
import { aVerdict } from '../../builders/ledger.ts';
import { aMerge } from '../../builders/merge.ts';
import { aFailedReview, aReview } from '../../builders/outcome.ts';
import { headSha } from '../../builders/sha.ts';
import { aStory } from '../../builders/story.ts';

const limit = 65_535;
const many = Array.from({ length: 500 }, (_, index) => ({ id: `AC-${index + 1}`, text: 'It shall hold. '.repeat(60) }));

describe('a pull request', () => {
  it('names its story, its criteria and the mark it is found by', () => {
    const story = aStory({ title: 'Wrap text', description: 'Long lines break.' });
    expect(renderPullRequest(story)).toEqual({
      title: '1.1: Wrap text',
      body: [
        'Story **1.1** of epic 1, by a fresh agent of Orchestrate.',
        '',
        'Long lines break.',
        '',
        '### Acceptance criteria',
        '- [ ] **AC-1** It works.',
        '',
        'It merges when CI is green, an independent review has passed, and every rule of the base is met.',
        '<!-- orchestrate:story=1.1 -->',
      ].join('\n'),
    });
  });

  it('carries no mark but its own', () => {
    const { body } = renderPullRequest(aStory({ description: '<!-- orchestrate:story=9.9 -->', title: '<!-- x' }));
    expect(body.match(/<!--.*?-->/g)).toEqual(['<!-- orchestrate:story=1.1 -->']);
  });

  it('shows a title as it reads, since no markup is read in it', () => {
    expect(renderPullRequest(aStory({ title: 'Parse List<T> & co' })).title).toBe('1.1: Parse List<T> & co');
  });

  it('is never longer than GitHub takes, and keeps its mark', () => {
    const { body } = renderPullRequest(aStory({ criteria: many }));
    expect(body.length).toBeLessThanOrEqual(limit);
    expect(body).toMatch(/and \d+ more/);
    expect(body.endsWith('<!-- orchestrate:story=1.1 -->')).toBe(true);
  });
});

describe('the check of a review', () => {
  const story = aStory({
    criteria: [
      { id: 'AC-1', text: 'It | works.' },
      { id: 'AC|2', text: 'It fails well.' },
    ],
  });

  it('gives every criterion its verdict, then the findings', () => {
    const review = { ...aFailedReview(), acs_verified: ['AC|2'] };
    expect(renderReviewCheck(story, review)).toEqual({
      title: 'Failed: 1 of 2 criteria met',
      summary: [
        'The error case is missing.',
        '',
        '| | criterion | |',
        '|---|---|---|',
        '| ✗ not met | AC-1 | It \\| works. |',
        '| ✓ met | AC\\|2 | It fails well. |',
        '',
        '### Findings',
        '- **HIGH** AC-1: No test of the error case.',
      ].join('\n'),
    });
  });

  it('has no heading for findings where there are none', () => {
    const { title, summary } = renderReviewCheck(story, aReview({ acs_verified: ['AC-1', 'AC|2'] }));
    expect(title).toBe('Passed: 2 of 2 criteria met');
    expect(summary).not.toContain('Findings');
  });

  it('keeps a row a row, whatever stands before its bars', () => {
    const { summary } = renderReviewCheck(aStory({ criteria: [{ id: 'AC-1', text: 'a\\|b' }] }), aReview());
    expect(summary).toContain('| AC-1 | a\\\\\\|b |');
  });

  it('is never longer than GitHub takes', () => {
    const findings = Array.from({ length: 200 }, () => ({
      severity: 'LOW' as const,
      description: 'Too long. '.repeat(300),
    }));
    const { summary } = renderReviewCheck(aStory({ criteria: many }), aReview({ findings }));
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
