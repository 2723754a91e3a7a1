import { type Reason, saying } from './reason.ts';

/** What is in the way of a head, and of its pull request. */
export const pullRequestReasons = {
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
  approval_refused: {
    who: 'person',
    title: 'the verdict does not count as an approval',
    remedy:
      'Approve it yourself, or see what `approve: actions` takes: GitHub Actions allowed to approve (Settings → Actions → General), `approval-token` and `pull-requests: write` in the trusted jobs, pull requests opened by the App.',
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
} as const satisfies Record<string, Reason>;
