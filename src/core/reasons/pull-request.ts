import { type Reason, saying } from './reason.ts';

/** What is in the way of a head, and of its pull request. */
export const pullRequestReasons = {
  protected_paths: {
    who: 'person',
    title: 'the change touches protected paths',
    detail:
      'The work stands, and changes paths that only a maintainer may let an agent change: it is kept where no workflow sees it.',
    remedy: `Look at them; to allow them for exactly this tree, ${saying('approve-paths SHA')} (maintain or admin); to say no, ${saying('retry STORY')}.`,
  },
  push_refused: {
    who: 'person',
    title: 'GitHub will not take the work',
    detail: 'GitHub answered the push of work that stands with a refusal: by a rule, a permission, or something in it.',
    remedy: `See which rule or permission it names; mend it, or say in the story what must stay as it is; then ${saying('retry STORY')}.`,
  },
  draft: {
    who: 'person',
    title: 'the pull request is a draft',
    detail: 'Somebody made the pull request a draft, which says that it is not to be merged.',
    remedy: 'Mark it ready for review.',
  },
  fork: {
    who: 'person',
    title: 'the pull request comes from a fork',
    detail: 'The branch of the pull request is in another repository, where anybody may change it.',
    remedy: 'Orchestrate merges only branches of this repository.',
  },
  base_changed: {
    who: 'person',
    title: 'the pull request was pointed at another branch',
    detail:
      'Somebody pointed the pull request at another branch than the base; what was judged was judged for the base.',
    remedy: 'Point it at the base again: its checks and rules were judged for that one.',
  },
  head_not_accepted: {
    who: 'person',
    title: 'the head is not one we accepted',
    detail:
      'The branch is at a commit that is neither our push of judged work nor one that can be taken over: it does not descend from what was accepted, or something in it is refused.',
    remedy: 'Somebody pushed to the branch. Merge it yourself, or close the pull request to have the story done again.',
  },
  merge_conflict: {
    who: 'loop',
    title: 'in conflict with the base',
    detail: 'GitHub cannot merge it into the base as that is now.',
    remedy: 'A fresh agent resolves it; nothing to do.',
  },
  behind: {
    who: 'loop',
    title: 'behind the base, and the rules are strict',
    detail: 'The rules ask for a branch that holds the newest commits of the base, and this one does not yet.',
    remedy: 'Nothing to do: the one that is next is brought up to date.',
  },
  update_refused: {
    who: 'person',
    title: 'GitHub would not bring it up to date',
    detail: 'GitHub was asked to merge the base into the branch, and refused.',
    remedy: 'See what it says: bring the base into the branch yourself, or give the App the permission it names.',
  },
  deliverables_missing: {
    who: 'loop',
    title: 'promised files are missing',
    detail: "Files that the story, or the agent's own restatement, promised are not in the tree of its head.",
    remedy: 'A fresh agent gets the list; nothing to do.',
  },
  verdict_missing: {
    who: 'loop',
    title: 'not reviewed yet',
    detail: 'There is no passing verdict by another identity about these criteria and exactly this change.',
    remedy: 'Nothing to do: a reviewer is dispatched when CI is green and an agent is free.',
  },
  criteria_need_person: {
    who: 'person',
    title: 'criteria that only a person can judge',
    detail:
      'The review passes, and says of these criteria that only a person can tell whether they are met; nobody has yet said so of this change.',
    remedy: `Look at them; where they are met, ${saying('approve AC-ID…')} on the pull request, else ${saying('reject REASON')}.`,
  },
  awaiting_approval: {
    who: 'person',
    title: 'waits for approval by a person',
    detail:
      'The rules of the base, or `merge.mode: approve`, ask for an approval by a person, for what was pushed last, and there is none that counts.',
    remedy: 'Approve the pull request.',
  },
  approval_refused: {
    who: 'person',
    title: 'the verdict does not count as an approval',
    detail:
      'The configuration lets the passing verdict be the approval that the rules ask for, and GitHub did not take it, or shows it and does not count it.',
    remedy:
      'Approve it yourself, or see what `approve: actions` takes: GitHub Actions allowed to approve (Settings → Actions → General), `approval-token` and `pull-requests: write` in the trusted jobs, pull requests opened by the App.',
  },
  change_requested: {
    who: 'person',
    title: 'a person requested changes',
    detail: 'Somebody who may write has requested changes, and has not taken that back.',
    remedy: 'Dismiss the request when it is answered, or close the pull request to have the story done again.',
  },
  conversations_open: {
    who: 'person',
    title: 'conversations are not resolved',
    detail: 'There are unresolved conversations on the pull request, and the rules of the base ask that there be none.',
    remedy: 'Resolve them: the rules of the base ask for it.',
  },
} as const satisfies Record<string, Reason>;
