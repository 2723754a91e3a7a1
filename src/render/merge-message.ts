import type { Merge } from '../core/decision.ts';
import { plainLine } from './sanitise.ts';

/** The merge commit's title and message; its trailers say on whose word it was made. */
export function renderMergeMessage({ story, pullRequest, verdict, headSha }: Merge): {
  readonly title: string;
  readonly message: string;
} {
  return {
    title: `${story.number}: ${plainLine(story.title)} (#${pullRequest})`,
    message: [
      plainLine(verdict.review.summary, 1000),
      '',
      `Story: ${story.number}`,
      `Reviewed-by-agent: ${verdict.reviewer}`,
      `Reviewed-head: ${headSha}`,
      `Criteria-hash: ${verdict.criteriaHash}`,
      `Orchestrate-run: ${verdict.run}`,
    ].join('\n'),
  };
}
