import { type Reason, saying } from './reason.ts';

/** What the base waits for, and everything with it. */
export const baseReasons = {
  base_pending: {
    who: 'ci',
    title: 'the base is not proven yet',
    detail:
      "The checks of the base's newest commit have not ended: what is merged now would be merged onto something unknown.",
    remedy: 'Nothing to do; the end of CI on the base starts the next run.',
  },
  base_no_run: {
    who: 'person',
    title: 'no check at all on the base',
    detail: 'The newest commit of the base has had no check for a quarter of an hour, and none that we started came.',
    remedy:
      'See that CI runs on pushes to the base; what GITHUB_TOKEN merges starts none: give Orchestrate an App token.',
  },
  base_red: {
    who: 'loop',
    title: 'the base is red',
    detail:
      "A check of the base's newest commit failed: whatever is merged onto it would be judged by a fault that is not its own.",
    remedy: 'Nothing starts and nothing merges until it is green; an agent repairs it, unless somebody is quicker.',
  },
  base_raced: {
    who: 'ci',
    title: 'somebody else moved the base while a merge was made',
    detail:
      "The base's newest commit is not the merge that we made: others merged beside it, and the two were never tested together.",
    remedy: 'Nothing to do: nothing starts and nothing merges until the checks of the new tip have ended.',
  },
  base_rewound: {
    who: 'person',
    title: 'the base was put back to before a merge of ours',
    detail: 'The base stands, a quarter of an hour after our merge, at a commit that does not contain it.',
    remedy: `Push that merge, or what takes its place, onto it; to have the story done again, ${saying('reset STORY')} (maintain or admin).`,
  },
  repairs_exhausted: {
    who: 'person',
    title: 'the base could not be repaired',
    detail:
      'As many repairs of the red base were tried as `limits.repairs` allows, and a revert was not allowed, not possible, or did not help.',
    remedy: `Mend the base, or grant as many attempts again: ${saying('retry STORY')}. \`base.revert: true\` has the last merge reverted instead.`,
  },
  base_unprotected: {
    who: 'person',
    title: 'the base is not protected',
    detail: 'No rule of the base asks for a pull request, or for a status check: green would then be only our word.',
    remedy:
      'Require pull requests and at least one status check on the base (Settings → Rules → Rulesets), or accept it by name: `base.unprotected: accept`.',
  },
} as const satisfies Record<string, Reason>;
