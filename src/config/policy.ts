import type { MergeMode, Policy } from '../core/policy.ts';
import type { Config } from './schema.ts';

const mergeModes = ['auto', 'approve', 'never'] as const satisfies readonly MergeMode[];

/** What `decide` needs of the configuration, and of how the action is called: the file name of its workflow. */
export function toPolicy(config: Config, ownWorkflow: string): Policy {
  const { concurrency, selection, merge, approve, base, checks, limits, agents, review, commands, people, dashboard } =
    config;
  return {
    concurrency,
    selection,
    merge: {
      mode: merge.mode,
      method: merge.method,
      exceptions: mergeModes
        .map((mode) => ({ mode, ...merge[mode] }))
        .filter(({ epics, paths }) => epics.length + paths.length > 0),
    },
    approve,
    base: { start: base.start, unprotected: base.unprotected, revert: base.revert },
    checks: {
      ignore: checks.ignore,
      allowSkipped: checks['allow-skipped'],
      deadlineMinutes: checks['deadline-minutes'],
      ownWorkflow,
    },
    limits: {
      rejections: limits.rejections,
      authorRuns: limits['author-runs'],
      infrastructure: limits.infrastructure,
      reviewsPerHead: limits['reviews-per-head'],
      repairs: limits.repairs,
      budget: limits.budget,
    },
    teams: commands.teams,
    dashboard,
    people: {
      mention: people.mention,
      remindAfterHours: people['remind-after-hours'],
      reminders: people.reminders,
    },
    agentMinutes: { author: agents.implement['timeout-minutes'], reviewer: agents.review['timeout-minutes'] },
    checklist: review.checklist,
  };
}
