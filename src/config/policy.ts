import type { Policy } from '../core/policy.ts';
import type { Config } from './schema.ts';

/** What `decide` needs of the configuration, and of how the action is called: the file name of its workflow. */
export function toPolicy(config: Config, ownWorkflow: string): Policy {
  const { concurrency, selection, merge, base, checks, limits, agents, review } = config;
  return {
    concurrency,
    selection,
    merge,
    base: { start: base.start, unprotected: base.unprotected, revert: base.revert },
    checks: { ignore: checks.ignore, allowSkipped: checks['allow-skipped'], ownWorkflow },
    limits: {
      rejections: limits.rejections,
      authorRuns: limits['author-runs'],
      infrastructure: limits.infrastructure,
      reviewsPerHead: limits['reviews-per-head'],
      repairs: limits.repairs,
    },
    agentMinutes: { author: agents.implement['timeout-minutes'], reviewer: agents.review['timeout-minutes'] },
    checklist: review.checklist,
  };
}
