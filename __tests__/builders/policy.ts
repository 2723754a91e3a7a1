import type { Policy } from '../../src/core/policy.ts';

/** The defaults of a configuration that says nothing. */
export function aPolicy(change: Partial<Policy> = {}): Policy {
  return {
    concurrency: 2,
    selection: 'cohesion',
    merge: { mode: 'auto', method: 'merge', exceptions: [] },
    approve: 'human',
    base: { start: 'proven', unprotected: 'refuse', revert: false },
    checks: { ignore: [], allowSkipped: [], deadlineMinutes: 45, ownWorkflow: 'orchestrate.yml' },
    limits: { rejections: 3, authorRuns: 5, infrastructure: 3, reviewsPerHead: 2, repairs: 3, budget: 'warn' },
    teams: [],
    dashboard: true,
    people: { mention: [], remindAfterHours: 24, reminders: 3 },
    agentMinutes: { author: 60, reviewer: 30 },
    checklist: [],
    ...change,
  };
}
