import { type Reason, saying } from './reason.ts';

/** How a merge stands that everything else allows. */
export const mergeReasons = {
  merge_by_hand: {
    who: 'person',
    title: 'ready; merging is left to a person',
    remedy: 'Merge it; the next run records it. `merge.mode: auto` lets Orchestrate do it.',
  },
  merge_method_refused: {
    who: 'person',
    title: 'the repository forbids this way of merging',
    remedy: 'Set `merge.method` to one the repository and its rules allow.',
  },
  not_next: {
    who: 'loop',
    title: 'another pull request merges first',
    remedy: 'Nothing to do: one merge at a time, each proven before the next.',
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
  merged_unverified: {
    who: 'ci',
    title: 'merged; the base is not proven yet',
    remedy: 'Nothing to do; it is verified when the base is green.',
  },
} as const satisfies Record<string, Reason>;
