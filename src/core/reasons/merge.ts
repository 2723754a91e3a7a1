import { type Reason, saying } from './reason.ts';

/** How a merge stands that everything else allows. */
export const mergeReasons = {
  merge_by_hand: {
    who: 'person',
    title: 'ready; merging is left to a person',
    detail:
      'Everything that is asked of it holds, and the configuration leaves merging this story, or one of the files it changes, to people.',
    remedy: 'Merge it; the next run records it. `merge.mode: auto` lets Orchestrate do it.',
  },
  merge_method_refused: {
    who: 'person',
    title: 'the repository forbids this way of merging',
    detail: 'The repository or the rules of the base do not allow what `merge.method` says.',
    remedy: 'Set `merge.method` to one the repository and its rules allow.',
  },
  not_next: {
    who: 'loop',
    title: 'another pull request merges first',
    detail: 'Another pull request goes first: it is merging, or being brought up to date, or was reviewed earlier.',
    remedy: 'Nothing to do: one merge at a time, each proven before the next.',
  },
  in_merge_queue: {
    who: 'ci',
    title: 'in the merge queue',
    detail: 'It has a place in the merge queue that the rules ask for.',
    remedy: 'Nothing to do: the queue tests it and merges it; what it takes out goes through the gate again.',
  },
  merge_pending: {
    who: 'ci',
    title: 'GitHub is making the merge',
    detail: 'GitHub has taken the merge on, and has not said how it ended.',
    remedy: 'Nothing to do; the next run asks what became of it.',
  },
  merge_again: {
    who: 'loop',
    title: 'GitHub did not make the merge',
    detail: 'GitHub took the merge on and ended it without one; the reason that it gives stands here.',
    remedy: 'Nothing to do: it goes through the gate again in a while.',
  },
  merge_refused: {
    who: 'person',
    title: 'GitHub did not make the merge, again and again',
    detail: 'The merge of this same head was given up more often than `limits.infrastructure` allows.',
    remedy: `See what it says, in the pull request or in the merge queue; mend it, then ${saying('retry STORY')}, or merge it yourself.`,
  },
  merge_blocked: {
    who: 'person',
    title: 'GitHub says that it cannot be merged',
    detail: 'Everything that can be seen from here holds, and GitHub refuses the merge all the same.',
    remedy: 'Look at the merge box of the pull request: a rule asks for something that cannot be seen from here.',
  },
  merge_unstable: {
    who: 'ci',
    title: 'a check that is not required has failed',
    detail:
      'GitHub calls the head unstable right before its merge: a check that is neither required nor ignored is not green.',
    remedy: 'Mend it, or name it under `checks.ignore` if it is optional.',
  },
  merge_state_unknown: {
    who: 'ci',
    title: 'GitHub is still working out whether it can be merged',
    detail: 'GitHub has not worked out, or did not say, how the pull request stands.',
    remedy: 'Nothing to do; the next run asks again.',
  },
  merged_unverified: {
    who: 'ci',
    title: 'merged; the base is not proven yet',
    detail: 'It is merged; a story is verified only when the base that holds it is green by its own checks.',
    remedy: 'Nothing to do; it is verified when the base is green.',
  },
} as const satisfies Record<string, Reason>;
