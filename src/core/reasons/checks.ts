import type { Reason } from './reason.ts';

/** What a head’s checks say, or do not say. */
export const checkReasons = {
  ci_pending: {
    who: 'ci',
    title: 'waits for its checks',
    remedy: 'Nothing to do; the end of CI starts the next run.',
  },
  check_missing: {
    who: 'ci',
    title: 'a required check has not reported',
    remedy:
      'See that a workflow produces a check of that name, by that app, on pull requests; a path filter may keep it away.',
  },
  check_never_reported: {
    who: 'person',
    title: 'a required check never reported',
    remedy:
      'See which workflow is to report it and why it did not run: a path filter, a condition, a name or an app that changed. Mend that or the rule, or give it longer: `checks.deadline-minutes`.',
  },
  checks_unknown: {
    who: 'ci',
    title: 'no check at all on this commit',
    remedy:
      'No checks is not green. See that CI runs on pull requests that this token opens; with GITHUB_TOKEN it does not.',
  },
  check_refused: {
    who: 'person',
    title: 'a check ended without an answer',
    remedy: 'Run it again, or name it under `checks.ignore` if it is optional, or under `checks.allow-skipped`.',
  },
} as const satisfies Record<string, Reason>;
