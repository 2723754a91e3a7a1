import type { Reason } from './reason.ts';

/** What a head’s checks say, or do not say. */
export const checkReasons = {
  ci_pending: {
    who: 'ci',
    title: 'waits for its checks',
    detail: 'Checks of exactly this head are queued or running.',
    remedy: 'Nothing to do; the end of CI starts the next run.',
  },
  check_missing: {
    who: 'ci',
    title: 'a required check has not reported',
    detail: 'A check that the rules require, by its name and app, has not appeared on this head.',
    remedy:
      'See that a workflow produces a check of that name, by that app, on pull requests; a path filter may keep it away.',
  },
  check_never_reported: {
    who: 'person',
    title: 'a required check never reported',
    detail:
      'A required check has stayed away for longer than `checks.deadline-minutes` after the push: by now nothing will bring it by itself.',
    remedy:
      'See which workflow is to report it and why it did not run: a path filter, a condition, a name or an app that changed. Mend that or the rule, or give it longer: `checks.deadline-minutes`.',
  },
  checks_unknown: {
    who: 'ci',
    title: 'no check at all on this commit',
    detail: 'Nothing at all has reported on this head, neither a check run nor a status.',
    remedy:
      'No checks is not green. See that CI runs on pull requests that this token opens; with GITHUB_TOKEN it does not.',
  },
  check_refused: {
    who: 'person',
    title: 'a check ended without an answer',
    detail:
      'A check was cancelled, timed out, was skipped where it may not be, or failed where no agent can mend it: that is no success, and says nothing of the change.',
    remedy: 'Run it again, or name it under `checks.ignore` if it is optional, or under `checks.allow-skipped`.',
  },
} as const satisfies Record<string, Reason>;
