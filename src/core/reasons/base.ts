import { type Reason, saying } from './reason.ts';

/** What the base waits for, and everything with it. */
export const baseReasons = {
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
} as const satisfies Record<string, Reason>;
