import type { Sha } from '../assignment.ts';
import { isRewound } from '../base.ts';
import { findProof } from '../due-merges.ts';
import type { StoryMemory } from '../ledger.ts';
import { repairNumber } from '../repair.ts';
import { act, hold, type Step } from '../step.ts';
import { isRejected } from '../story.ts';
import type { Context, StoryView } from '../view.ts';
import { stepMergedByHand } from './merged-by-hand.ts';
import { describeOwner, isOurs } from './ownership.ts';

/**
 * Merged, as an earlier look at GitHub showed. The proof of a tip that contains that merge verifies it, and so does the
 * merge commit's own; without either it waits. What was reverted is rejected instead.
 */
export function stepMerged(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  const { merged } = memory;
  if (merged === null) return hold('merged_unverified');
  const { red } = context.ledger.repair;
  if (red?.reverts?.story === story.number) {
    return hold('merged_unverified', 'it is being reverted', [repairNumber(red.sha)]);
  }
  const revert = findRevert(memory, merged.sha, context);
  if (revert !== null) return stepReverted(view, merged.sha, revert, context);
  const missing = holdMissing(merged, context);
  if (missing !== null) return missing;
  const provenSha = findProof(merged.sha, context.proof, context.world, context.policy);
  if (provenSha === null) return waitForProof('', context);
  const { by } = merged;
  if (by !== null) return stepMergedByHand(view, { ...merged, by }, context);
  if (story.agentStatus !== 'reported_done' || !isOurs(view, context)) return holdElsewhere(view, merged.sha, context);
  return act({
    kind: 'verify',
    story,
    because: `merged as ${merged.sha.slice(0, 7)}, base proven at ${provenSha.slice(0, 7)}`,
    mergeSha: merged.sha,
    provenSha,
    summary: memory.verdict?.review.summary ?? 'merged',
  });
}

/** No tip speaks for a merge that it does not contain: an old look, which passes, or a base that was put back. */
function holdMissing({ sha, at }: NonNullable<StoryMemory['merged']>, { world, now }: Context): Step | null {
  if (!world.missingMerges.has(sha)) return null;
  const detail = `${world.base.branch} is at ${world.base.sha.slice(0, 7)}, without ${sha.slice(0, 7)}`;
  return isRewound(at, now) ? hold('base_rewound', detail) : hold('merged_unverified', detail);
}

function waitForProof(words: string, { proof }: Context): Step {
  if (proof.kind === 'proven') return hold('merged_unverified');
  const { code, detail, stories } = proof.hold;
  // Nothing comes of waiting.
  if (code === 'base_rewound') return hold(code, detail);
  return hold('merged_unverified', `${words}${detail}`, stories);
}

interface Revert {
  /** In a few words, for the log. */
  readonly because: string;
  /** What becomes of the merge, to be said after "Merged as X". */
  readonly reason: string;
  /** For the author who does it again. */
  readonly items: readonly string[];
}

/** Why the merge does not stand any more: by a revert of ours, or by one that GitHub shows and nothing else is known of. */
function findRevert({ reverted, pullRequest }: StoryMemory, mergeSha: Sha, { world }: Context): Revert | null {
  const hint = `What was merged can be seen by: git show -m ${mergeSha}`;
  if (reverted !== null && reverted.by !== null) {
    const reason = `was reverted, since ${reverted.by} wanted that`;
    return { because: reason, reason, items: [...reverted.failures, hint] };
  }
  if (reverted !== null) {
    const clash =
      'Its own checks were green before: it did not go with what others had merged. Make it fit the base as it is now.';
    return {
      because: `reverted: with it the base was red at ${reverted.redSha.slice(0, 7)}`,
      reason: 'it made the base red, and was reverted',
      items: [clash, ...reverted.failures, hint],
    };
  }
  const by = pullRequest === null ? undefined : world.reverts.get(pullRequest);
  return by === undefined
    ? null
    : { because: `reverted by #${by}`, reason: `it was reverted by #${by}`, items: [hint] };
}

/** Its revert is merged too: once the base is proven without it, it is rejected with the reason and done again. */
function stepReverted(view: StoryView, mergeSha: Sha, revert: Revert, context: Context): Step {
  const { story } = view;
  if (context.proof.kind === 'unproven') return waitForProof('reverted; ', context);
  const isReported = story.agentStatus === 'reported_done' && isOurs(view, context);
  if (!isReported && !isRejected(story)) return holdElsewhere(view, mergeSha, context);
  const reason = `Merged as ${mergeSha.slice(0, 7)} ${revert.reason}.`;
  return act({
    kind: 'reject',
    story,
    because: revert.because,
    reason,
    feedback: { kind: 'reverted', summary: reason, items: [...revert.items], headSha: null },
  });
}

function holdElsewhere(view: StoryView, mergeSha: Sha, context: Context): Step {
  return hold('stalled_elsewhere', `merged as ${mergeSha.slice(0, 7)}; ${describeOwner(view, context)}`);
}
