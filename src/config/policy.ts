import type { Policy } from '../core/policy.ts';
import type { Config } from './schema.ts';

/** What `decide` needs of the configuration. */
export function toPolicy(config: Config): Policy {
  const { concurrency, selection, merge, base, checks, limits, agents, review } = config;
  return {
    concurrency,
    selection,
    merge,
    base: { start: base.start, unprotected: base.unprotected },
    checks: { ignore: checks.ignore, allowSkipped: checks['allow-skipped'] },
    limits: {
      rejections: limits.rejections,
      authorRuns: limits['author-runs'],
      infrastructure: limits.infrastructure,
      reviewsPerHead: limits['reviews-per-head'],
    },
    agentMinutes: { author: agents.implement['timeout-minutes'], reviewer: agents.review['timeout-minutes'] },
    checklist: review.checklist,
  };
}
