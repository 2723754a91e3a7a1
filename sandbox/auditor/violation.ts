/** What the auditor knows to be wrong, whatever the loop's own opinion is. */
export const violationCodes = {
  merge_without_required_check: 'merged though a required check had not succeeded on the head',
  merge_without_verdict: 'merged without a passing verdict of a witnessed reviewer on this diff',
  merge_without_head_sha: 'the merge was sent without the head it was meant for',
  merge_on_unproven_base: 'merged while the tip of the base was not proven green',
  repair_of_another_base: 'merged into a red base, and not as the one repair of exactly that commit',
  push_outside_merge: 'the base was moved by something else than the merge of a pull request',
  verified_not_merged: 'verified though nothing of it was merged',
  claimed_twice: 'claimed by two at once',
  too_many_agents: 'more agents at work at once than allowed',
  self_review: 'one identity in two roles that must be apart',
  agent_held_loopctl_key: 'an agent process held a loopctl key',
  agent_held_secret: 'an agent process held a secret of the repository',
  agent_held_write_token: 'an agent process held a token that can write',
  agent_saw_runner_variables: 'an agent process saw variables of the runner',
  protected_paths_unapproved: 'protected paths were pushed to a branch before a person approved them',
  agent_before_release: 'an agent was sent to a story that had been handed to a person',
  reopened_unreleased:
    'a person closed the pull request, and the loop opened one before that person released the story',
  effect_twice: 'done twice',
} as const;

export type ViolationCode = keyof typeof violationCodes;

export interface Violation {
  readonly code: ViolationCode;
  readonly detail: string;
  /** ISO 8601: when it happened, not when it was noticed. */
  readonly at: string;
}
