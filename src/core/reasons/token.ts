import { type Reason, saying } from './reason.ts';

/** What the token may not do, may not see, or may do too much of. */
export const tokenReasons = {
  token_refused: {
    who: 'person',
    title: 'GitHub does not let this token do it',
    detail: 'GitHub answered a request with 401 or 403, in the words that stand here.',
    remedy:
      'Use an App token with write permission on actions, checks, contents and pull requests. Where GITHUB_TOKEN has to do, allow it to create pull requests: Settings → Actions → General → Workflow permissions.',
  },
  token_degraded: {
    who: 'person',
    title: 'Orchestrate works with GITHUB_TOKEN',
    detail: "The token is the job's own: GitHub starts no workflow for what is done with it.",
    remedy:
      'Give it an App token: with this one the runs of its pull requests wait for approval, its merges start no CI on the base, and workflow files cannot be pushed.',
  },
  runs_parked: {
    who: 'person',
    title: 'its workflow runs wait for a person to let them start',
    detail: 'GitHub holds the workflow runs of this head until somebody who may write approves them.',
    remedy:
      'Approve them on the pull request, or under Actions. What GITHUB_TOKEN opens or pushes is always parked: give Orchestrate an App token, and they start by themselves.',
  },
  ci_not_started: {
    who: 'person',
    title: 'CI does not start for what this token does',
    detail:
      "Nothing has reported a quarter of an hour after a push with the job's own token, for which GitHub starts no workflow.",
    remedy:
      'Give Orchestrate an App token: what GITHUB_TOKEN opens or pushes starts no workflow. For this pull request, close and reopen it yourself.',
  },
  checks_unreadable: {
    who: 'person',
    title: 'this token may not read the checks',
    detail: 'GitHub shows that there are checks on this head, and not how they ended.',
    remedy:
      'Give Orchestrate an App token with permission on checks and commit statuses; a fine-grained personal access token cannot read check runs at all.',
  },
  workflows_refused: {
    who: 'person',
    title: 'this token may not push changes of workflow files',
    detail:
      'GitHub refused the push, since a workflow file is changed by it and the token has no permission on workflows.',
    remedy: `The work holds such a change, or the base's: give Orchestrate an App token with write permission on workflows, which GITHUB_TOKEN cannot have; then ${saying('retry STORY')}.`,
  },
  bypass_possible: {
    who: 'person',
    title: 'this token could pass over the rules of the base',
    detail:
      "A ruleset, or GitHub's word on the pull request, says that the token may merge past the rules, or nobody can say that it may not.",
    remedy: 'Take the App off every bypass list; Orchestrate merges only where it cannot bypass.',
  },
  budget_short: {
    who: 'loop',
    title: 'GitHub lets us ask for little more just now',
    detail: 'Of the requests that GitHub lets the token make in an hour hardly any are left.',
    remedy:
      'Nothing to do: merges and verdicts go first, the rest follows in a later run. If it comes often: an App token may ask more than GITHUB_TOKEN; else lower `concurrency`, or let the clock fire less often.',
  },
} as const satisfies Record<string, Reason>;
