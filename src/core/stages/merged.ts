import type { Sha } from '../assignment.ts';
import { judgeChecks } from '../checks.ts';
import type { StoryMemory } from '../ledger.ts';
import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { stepMergedByHand } from './merged-by-hand.ts';
import { describeOwner, isOurs } from './ownership.ts';

/**
 * Merged, as an earlier look at GitHub showed. The tip seen now contains that merge, so the tip's proof verifies it, and
 * so does the merge commit's own; without either it waits. What was reverted is rejected instead.
 */
export function stepMerged(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  const { merged, reverted } = memory;
  if (merged === null) return hold('merged_unverified');
  const isGivenUp = context.ledger.repair.red?.reverts?.story === story.number;
  if (isGivenUp) return hold('merged_unverified', 'it is being reverted');
  if (reverted !== null) return stepReverted(view, merged.sha, reverted, context);
  const provenSha = findProof(merged.sha, context);
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

/** The tip, or the merge commit itself by its own checks, whichever is proven. */
function findProof(mergeSha: Sha, { proof, world, policy }: Context): Sha | null {
  if (proof.kind === 'proven') return world.base.sha;
  const own = judgeChecks(world.mergeChecks.get(mergeSha) ?? [], [], policy.checks);
  return own.kind === 'green' ? mergeSha : null;
}

function waitForProof(words: string, { proof }: Context): Step {
  if (proof.kind === 'proven') return hold('merged_unverified');
  const { code, detail, stories } = proof.hold;
  // Nothing comes of waiting.
  if (code === 'base_rewound') return hold(code, detail);
  return hold('merged_unverified', `${words}${detail}`, stories);
}

/** Its revert is merged too: once the base is proven without it, it is rejected with the reason and done again. */
function stepReverted(
  view: StoryView,
  mergeSha: Sha,
  { redSha, failures }: NonNullable<StoryMemory['reverted']>,
  context: Context,
): Step {
  const { story } = view;
  if (context.proof.kind === 'unproven') return waitForProof('reverted; ', context);
  const isRejected = story.agentStatus === 'pending' && story.verifiedStatus === 'rejected';
  const isReported = story.agentStatus === 'reported_done' && isOurs(view, context);
  if (!isReported && !isRejected) return holdElsewhere(view, mergeSha, context);
  const reason = `Merged as ${mergeSha.slice(0, 7)} it made the base red, and was reverted.`;
  return act({
    kind: 'reject',
    story,
    because: `reverted: with it the base was red at ${redSha.slice(0, 7)}`,
    reason,
    feedback: {
      kind: 'reverted',
      summary: reason,
      items: [
        'Its own checks were green before: it did not go with what others had merged. Make it fit the base as it is now.',
        ...failures,
        `What was merged can be seen by: git show -m ${mergeSha}`,
      ],
      headSha: null,
    },
  });
}

function holdElsewhere(view: StoryView, mergeSha: Sha, context: Context): Step {
  return hold('stalled_elsewhere', `merged as ${mergeSha.slice(0, 7)}; ${describeOwner(view, context)}`);
}
