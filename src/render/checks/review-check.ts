import type { AcceptedHead, VerdictRecord } from '../../core/ledger.ts';
import type { CheckAnnotation } from '../../core/own-checks.ts';
import type { StoryFacts } from '../../core/snapshot.ts';
import type { Finding } from '../../core/verdict.ts';
import { type CriterionStanding, standingOfCriterion } from '../criteria.ts';
import { keepWithin } from '../keep-within.ts';
import { quote, sanitise, sanitiseLine } from '../sanitise.ts';
import { renderCell } from '../table-cell.ts';
import type { CheckText } from './check-text.ts';

export interface ReviewedHead {
  readonly story: StoryFacts;
  readonly verdict: VerdictRecord;
  readonly head: Pick<AcceptedHead, 'changedPaths'>;
  readonly vouched: readonly string[];
  /** Where the reviewer worked. */
  readonly detailsUrl: string;
}

/** The check of a review: every criterion with its verdict, then the findings, those of a changed file on its line; never longer than GitHub takes. */
export function renderReviewCheck({ story, verdict, head, vouched, detailsUrl }: ReviewedHead): CheckText {
  const { review } = verdict;
  const standings = story.criteria.map(({ id }) => standingOfCriterion(id, verdict, vouched));
  const rows = story.criteria.map(
    ({ id, text }, index) => `| ${marks[standings[index] ?? 'unknown']} | ${renderCell(id)} | ${renderCell(text)} |`,
  );
  const findings = review.findings.map(renderFinding);
  const asked = standings.filter((standing) => standing === 'human').length;
  const met = standings.filter((standing) => standing === 'met' || standing === 'vouched').length;
  const isPass = review.result === 'pass';
  const word = isPass ? 'Passed' : 'Failed';
  return {
    conclusion: isPass ? (asked > 0 ? 'action_required' : 'success') : 'failure',
    title: `${word}: ${met} of ${story.criteria.length} criteria met${asked > 0 ? `, ${asked} for a person to judge` : ''}`,
    summary: [
      quote(review.summary),
      '',
      '| state | criterion | text |',
      '|---|---|---|',
      ...keepWithin(rows, 20_000, (left) => `| | | and ${left} more |`),
      ...(findings.length > 0
        ? ['', '### Findings', ...keepWithin(findings, 20_000, (left) => `- and ${left} more`)]
        : []),
    ].join('\n'),
    annotations: findAnnotations(review.findings, head.changedPaths ?? []),
    detailsUrl,
  };
}

const marks: Readonly<Record<CriterionStanding, string>> = {
  met: '✓ met',
  not_met: '✗ not met',
  human: '? needs a human',
  vouched: '✓ met, by a person',
  unknown: '? not judged',
};

function renderFinding({ severity, ac_id, description, file, line }: Finding): string {
  const about = ac_id ? ` ${sanitiseLine(ac_id)}` : '';
  const place = file ? ` (${sanitiseLine(file)}${line ? `:${line}` : ''})` : '';
  return `- **${severity}**${about}${place}: ${sanitiseLine(description, 1000)}`;
}

const levels = {
  CRITICAL: 'failure',
  HIGH: 'failure',
  MEDIUM: 'warning',
  LOW: 'notice',
} as const satisfies Record<Finding['severity'], CheckAnnotation['level']>;

/** GitHub shows an annotation where the diff is shown: nothing is said of a file that the diff leaves alone. */
function findAnnotations(findings: readonly Finding[], changedPaths: readonly string[]): readonly CheckAnnotation[] {
  return findings.flatMap(({ severity, ac_id, description, file, line }) => {
    const path = changedPaths.find((changed) => changed === file?.replace(/^\.?\//, ''));
    if (path === undefined || line == null) return [];
    const title = `${severity}${ac_id ? ` ${sanitiseLine(ac_id)}` : ''}`;
    return [{ path, line, level: levels[severity], title, message: sanitise(description) }];
  });
}
