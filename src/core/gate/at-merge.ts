import type { Sha } from '../assignment.ts';
import { type CheckPolicy, judgeChecks } from '../checks.ts';
import type { Merge } from '../decision.ts';
import type { Hold } from '../reasons.ts';
import type { CheckFacts, MergeState, PullRequestFacts } from '../snapshot.ts';
import { when } from './clause.ts';
import { holdOfAdmin } from './protection.ts';

/** What the gate let through. */
export type JudgedMerge = Pick<Merge, 'pullRequest' | 'headSha' | 'baseSha'>;

/** The same pull request right before its merge is asked for. */
export interface AtMergeFacts
  extends Pick<PullRequestFacts, 'headSha' | 'mergeState' | 'reviewDecision' | 'viewerCanMergeAsAdmin'> {
  /** The base's tip; null when the base is gone. */
  readonly baseSha: Sha | null;
}

/** Why the merge must not be asked for after all, or nothing: only this head, this base, and GitHub's own word. */
export function judgeAtMerge(judged: JudgedMerge, facts: AtMergeFacts): Hold | null {
  const subject = `#${judged.pullRequest}`;
  if (facts.headSha !== judged.headSha) return { code: 'head_not_accepted', detail: `it moved to ${facts.headSha}` };
  if (facts.baseSha !== judged.baseSha) {
    return { code: 'base_raced', detail: `it moved to ${facts.baseSha ?? 'nothing'} while this was judged` };
  }
  if (facts.reviewDecision === 'CHANGES_REQUESTED') {
    return { code: 'change_requested', detail: `${subject}, a moment ago` };
  }
  return holdOfAdmin(facts) ?? holdOfState(facts.mergeState, subject);
}

function holdOfState(mergeState: MergeState, subject: string): Hold | null {
  switch (mergeState) {
    case 'CLEAN':
    case 'HAS_HOOKS':
    // Which check it is that fails is for `judgeUnstable` to say.
    case 'UNSTABLE':
      return null;
    case 'UNKNOWN':
      return { code: 'merge_state_unknown', detail: subject };
    case 'BEHIND':
      return { code: 'behind', detail: subject };
    case 'DIRTY':
      return { code: 'merge_conflict', detail: subject };
    case 'DRAFT':
      return { code: 'draft', detail: subject };
    case 'BLOCKED':
      return { code: 'merge_blocked', detail: `${subject} is BLOCKED` };
  }
}

/**
 * GitHub calls a head unstable when any check that it does not require is not green, one that the team ignores by name
 * among them: as of now none but those may be.
 */
export function judgeUnstable(
  { pullRequest }: Pick<JudgedMerge, 'pullRequest'>,
  checks: readonly CheckFacts[],
  policy: CheckPolicy,
): Hold | null {
  return when(judgeChecks(checks, [], policy).kind !== 'green', 'merge_unstable', `#${pullRequest}`);
}

/** How GitHub answers a merge, or a place in its queue, that it does not take on. */
export type MergeRefusal =
  | { readonly kind: 'head_moved' }
  | { readonly kind: 'not_mergeable'; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer was lost: it may still happen. */
  | { readonly kind: 'unanswered'; readonly message: string };

/** What a story waits for whose merge GitHub did not take on, in GitHub's words where it has any. */
export function holdOfRefusal(refusal: MergeRefusal): Hold {
  switch (refusal.kind) {
    case 'head_moved':
      return { code: 'head_not_accepted', detail: 'it moved while it was merged' };
    case 'not_mergeable':
    case 'refused':
      return { code: 'merge_blocked', detail: refusal.message };
    case 'unanswered':
      return { code: 'merge_state_unknown', detail: refusal.message };
  }
}
