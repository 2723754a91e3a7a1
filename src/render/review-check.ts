import type { StoryFacts } from '../core/snapshot.ts';
import type { Review } from '../core/verdict.ts';
import { keepWithin } from './keep-within.ts';
import { sanitise, sanitiseLine } from './sanitise.ts';

/** Title and summary of the review's check: every criterion with its verdict, then the findings; never longer than GitHub takes. */
export function renderReviewCheck(
  story: StoryFacts,
  review: Review,
): { readonly title: string; readonly summary: string } {
  const failed = new Set(review.acs_failed);
  const rows = story.criteria.map(
    ({ id, text }) => `| ${failed.has(id) ? '✗ not met' : '✓ met'} | ${cell(id)} | ${cell(text)} |`,
  );
  const findings = review.findings.map(
    ({ severity, ac_id, description }) =>
      `- **${severity}**${ac_id ? ` ${sanitiseLine(ac_id)}` : ''}: ${sanitiseLine(description, 1000)}`,
  );
  const met = story.criteria.length - failed.size;
  return {
    title: `${review.result === 'pass' ? 'Passed' : 'Failed'}: ${met} of ${story.criteria.length} criteria met`,
    summary: [
      sanitise(review.summary),
      '',
      '| | criterion | |',
      '|---|---|---|',
      ...keepWithin(rows, 20_000, (left) => `| | | and ${left} more |`),
      ...(findings.length > 0
        ? ['', '### Findings', ...keepWithin(findings, 20_000, (left) => `- and ${left} more`)]
        : []),
    ].join('\n'),
  };
}

function cell(text: string): string {
  return sanitiseLine(text, 300).replace(/[\\|]/g, '\\$&');
}
