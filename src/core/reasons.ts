/** How a person says something to the loop, for the remedies: what is to be done, in the middle of a sentence. */
export function saying(command: string): string {
  return `run the workflow with command \`${command}\``;
}

/**
 * Every reason a story, or the whole line, can wait for: one closed catalogue. `who` says who moves next: the loop by
 * itself, GitHub or CI, or a person. Same words in log, check, comment, dashboard and `why`.
 */
export const reasons = {
  blocked: {
    who: 'loop',
    title: 'waits for other stories',
    remedy: 'It starts by itself when the stories it depends on are verified.',
  },
  token_refused: {
    who: 'person',
    title: 'GitHub does not let this token do it',
    remedy:
      'Use an App token with write permission on actions, checks, contents and pull requests. Where GITHUB_TOKEN has to do, allow it to create pull requests: Settings → Actions → General → Workflow permissions.',
  },
  token_degraded: {
    who: 'person',
    title: 'Orchestrate works with GITHUB_TOKEN',
    remedy:
      'Give it an App token: with this one the runs of its pull requests wait for approval, its merges start no CI on the base, and workflow files cannot be pushed.',
  },
  backlog_drift: {
    who: 'person',
    title: 'waits for a story that the backlog does not name any more',
    remedy:
      'loopctl keeps dependencies that were taken out of the file: remove it there too, or put it back into the file.',
  },
  no_room: {
    who: 'loop',
    title: 'waits for a free agent',
    remedy: 'Raise `concurrency` in the configuration if the runners and the budget allow it.',
  },
  awaiting_plan: {
    who: 'loop',
    title: 'waits for the next run',
    remedy: 'Only the plan job dispatches agents; the next run is started by this one.',
  },
  agent_at_work: {
    who: 'loop',
    title: 'an agent is at work',
    remedy: 'Nothing to do; the job is ended when its time is up.',
  },
  settling: {
    who: 'loop',
    title: 'the agent has ended, its outcome is being settled',
    remedy: 'Nothing to do; a settle job that did not finish is run again.',
  },
  backing_off: {
    who: 'loop',
    title: 'tries again after a failure of the machines',
    remedy: 'Nothing to do; look at the run named here if it keeps happening.',
  },
  budget_short: {
    who: 'loop',
    title: 'GitHub lets us ask for little more just now',
    remedy:
      'Nothing to do: merges and verdicts go first, the rest follows in a later run. If it comes often: an App token may ask more than GITHUB_TOKEN; else lower `concurrency`, or let the clock fire less often.',
  },
  paused: {
    who: 'person',
    title: 'the project is paused',
    remedy: `Resume it: ${saying('resume')}.`,
  },
  no_criteria: {
    who: 'person',
    title: 'the story has no acceptance criteria',
    remedy: 'Give the story at least one acceptance criterion in the backlog; nobody can be held to a story without.',
  },
  declined: {
    who: 'person',
    title: 'the agent could not restate the story',
    remedy: `Answer the questions in the story, then release it: ${saying('retry STORY')}.`,
  },
  rejections_exhausted: {
    who: 'person',
    title: 'rejected too often',
    remedy: `Read the findings; change the story or grant one more attempt: ${saying('retry STORY')}.`,
  },
  author_runs_exhausted: {
    who: 'person',
    title: 'fixed too often',
    remedy: `Look at the pull request; to start over, ${saying('reset STORY')} (maintain or admin).`,
  },
  infrastructure_exhausted: {
    who: 'person',
    title: 'the machines failed too often',
    remedy: `Look at the runs named here, mend the workflow or the runners, then ${saying('retry STORY')}.`,
  },
  reviews_exhausted: {
    who: 'person',
    title: 'no usable review of this head',
    remedy: `Look at the reviewer's log; then ${saying('retry STORY')}, or review and merge it yourself.`,
  },
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
  runs_parked: {
    who: 'person',
    title: 'its workflow runs wait for a person to let them start',
    remedy:
      'Approve them on the pull request, or under Actions. What GITHUB_TOKEN opens or pushes is always parked: give Orchestrate an App token, and they start by themselves.',
  },
  ci_not_started: {
    who: 'person',
    title: 'CI does not start for what this token does',
    remedy:
      'Give Orchestrate an App token: what GITHUB_TOKEN opens or pushes starts no workflow. For this pull request, close and reopen it yourself.',
  },
  checks_unreadable: {
    who: 'person',
    title: 'this token may not read the checks',
    remedy:
      'Give Orchestrate an App token with permission on checks and commit statuses; a fine-grained personal access token cannot read check runs at all.',
  },
  check_refused: {
    who: 'person',
    title: 'a check ended without an answer',
    remedy: 'Run it again, or name it under `checks.ignore` if it is optional, or under `checks.allow-skipped`.',
  },
  merge_conflict: {
    who: 'loop',
    title: 'in conflict with the base',
    remedy: 'A fresh agent resolves it; nothing to do.',
  },
  behind: {
    who: 'loop',
    title: 'behind the base, and the rules are strict',
    remedy: 'Nothing to do: the one that is next is brought up to date.',
  },
  update_refused: {
    who: 'person',
    title: 'GitHub would not bring it up to date',
    remedy: 'See what it says: bring the base into the branch yourself, or give the App the permission it names.',
  },
  draft: {
    who: 'person',
    title: 'the pull request is a draft',
    remedy: 'Mark it ready for review.',
  },
  fork: {
    who: 'person',
    title: 'the pull request comes from a fork',
    remedy: 'Orchestrate merges only branches of this repository.',
  },
  base_changed: {
    who: 'person',
    title: 'the pull request was pointed at another branch',
    remedy: 'Point it at the base again: its checks and rules were judged for that one.',
  },
  head_not_accepted: {
    who: 'person',
    title: 'the head is not one we accepted',
    remedy: 'Somebody pushed to the branch. Merge it yourself, or close the pull request to have the story done again.',
  },
  protected_paths: {
    who: 'person',
    title: 'the change touches protected paths',
    remedy: `Look at them; to allow them for exactly this tree, ${saying('approve-paths SHA')} (maintain or admin); to say no, ${saying('retry STORY')}.`,
  },
  push_refused: {
    who: 'person',
    title: 'GitHub will not take the work',
    remedy: `See which rule or permission it names; mend it, or say in the story what must stay as it is; then ${saying('retry STORY')}.`,
  },
  workflows_refused: {
    who: 'person',
    title: 'this token may not push changes of workflow files',
    remedy: `The work holds such a change, or the base's: give Orchestrate an App token with write permission on workflows, which GITHUB_TOKEN cannot have; then ${saying('retry STORY')}.`,
  },
  deliverables_missing: {
    who: 'loop',
    title: 'promised files are missing',
    remedy: 'A fresh agent gets the list; nothing to do.',
  },
  verdict_missing: {
    who: 'loop',
    title: 'not reviewed yet',
    remedy: 'Nothing to do: a reviewer is dispatched when CI is green and an agent is free.',
  },
  awaiting_approval: {
    who: 'person',
    title: 'waits for approval by a person',
    remedy: 'Approve the pull request.',
  },
  change_requested: {
    who: 'person',
    title: 'a person requested changes',
    remedy: 'Dismiss the request when it is answered, or close the pull request to have the story done again.',
  },
  conversations_open: {
    who: 'person',
    title: 'conversations are not resolved',
    remedy: 'Resolve them: the rules of the base ask for it.',
  },
  merge_by_hand: {
    who: 'person',
    title: 'ready; merging is left to a person',
    remedy: 'Merge it; the next run records it. `merge.mode: auto` lets Orchestrate do it.',
  },
  in_merge_queue: {
    who: 'ci',
    title: 'in the merge queue',
    remedy: 'Nothing to do: the queue tests it and merges it; what it takes out goes through the gate again.',
  },
  merge_pending: {
    who: 'ci',
    title: 'GitHub is making the merge',
    remedy: 'Nothing to do; the next run asks what became of it.',
  },
  merge_again: {
    who: 'loop',
    title: 'GitHub did not make the merge',
    remedy: 'Nothing to do: it goes through the gate again in a while.',
  },
  merge_refused: {
    who: 'person',
    title: 'GitHub did not make the merge, again and again',
    remedy: `See what it says, in the pull request or in the merge queue; mend it, then ${saying('retry STORY')}, or merge it yourself.`,
  },
  merge_blocked: {
    who: 'person',
    title: 'GitHub says that it cannot be merged',
    remedy: 'Look at the merge box of the pull request: a rule asks for something that cannot be seen from here.',
  },
  merge_unstable: {
    who: 'ci',
    title: 'a check that is not required has failed',
    remedy: 'Mend it, or name it under `checks.ignore` if it is optional.',
  },
  merge_state_unknown: {
    who: 'ci',
    title: 'GitHub is still working out whether it can be merged',
    remedy: 'Nothing to do; the next run asks again.',
  },
  not_next: {
    who: 'loop',
    title: 'another pull request merges first',
    remedy: 'Nothing to do: one merge at a time, each proven before the next.',
  },
  base_pending: {
    who: 'ci',
    title: 'the base is not proven yet',
    remedy: 'Nothing to do; the end of CI on the base starts the next run.',
  },
  base_no_run: {
    who: 'person',
    title: 'no check at all on the base',
    remedy:
      'See that CI runs on pushes to the base; what GITHUB_TOKEN merges starts none: give Orchestrate an App token.',
  },
  base_red: {
    who: 'loop',
    title: 'the base is red',
    remedy: 'Nothing starts and nothing merges until it is green; an agent repairs it, unless somebody is quicker.',
  },
  base_raced: {
    who: 'ci',
    title: 'somebody else moved the base while a merge was made',
    remedy: 'Nothing to do: nothing starts and nothing merges until the checks of the new tip have ended.',
  },
  base_rewound: {
    who: 'person',
    title: 'the base was put back to before a merge of ours',
    remedy: `Push that merge, or what takes its place, onto it; to have the story done again, ${saying('reset STORY')} (maintain or admin).`,
  },
  repairs_exhausted: {
    who: 'person',
    title: 'the base could not be repaired',
    remedy: `Mend the base, or grant as many attempts again: ${saying('retry STORY')}. \`base.revert: true\` has the last merge reverted instead.`,
  },
  base_unprotected: {
    who: 'person',
    title: 'the base is not protected',
    remedy:
      'Require pull requests and at least one status check on the base (Settings → Rules → Rulesets), or accept it by name: `base.unprotected: accept`.',
  },
  bypass_possible: {
    who: 'person',
    title: 'this token could pass over the rules of the base',
    remedy: 'Take the App off every bypass list; Orchestrate merges only where it cannot bypass.',
  },
  merge_method_refused: {
    who: 'person',
    title: 'the repository forbids this way of merging',
    remedy: 'Set `merge.method` to one the repository and its rules allow.',
  },
  merged_unverified: {
    who: 'ci',
    title: 'merged; the base is not proven yet',
    remedy: 'Nothing to do; it is verified when the base is green.',
  },
  closed_by_human: {
    who: 'person',
    title: 'a person closed the pull request',
    remedy: `To have it done again on a new branch, ${saying('retry STORY')}.`,
  },
  stalled_elsewhere: {
    who: 'person',
    title: 'somebody else has it',
    remedy: 'It was claimed or reported outside of Orchestrate; finish it there or give the claim back.',
  },
  project_done: {
    who: 'loop',
    title: 'verified',
    remedy: 'Nothing to do.',
  },
} as const satisfies Record<string, { who: 'loop' | 'ci' | 'person'; title: string; remedy: string }>;

export type ReasonCode = keyof typeof reasons;

/** Why a story does not move. */
export interface Hold {
  readonly code: ReasonCode;
  /** What was seen, in one line. */
  readonly detail: string;
  /** The stories it waits for, when it waits for stories. */
  readonly stories?: readonly string[];
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}

/** A hold as one sentence: what, what was seen, what to do. */
export function describeHold(hold: Hold): string {
  const reason = reasons[hold.code];
  return `${reason.title}${hold.detail === '' ? '' : `: ${hold.detail}`}. ${reason.remedy}`;
}
