import { act, hold, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';

/**
 * Merged, as an earlier look at GitHub showed. The tip seen now contains that merge, so the tip's proof verifies it;
 * a tip that is not proven yet leaves it waiting.
 */
export function stepMerged(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (memory.merged === null) return hold('merged_unverified');
  if (context.proof.kind === 'unproven') return hold('merged_unverified', context.proof.hold.detail);
  if (story.agentStatus !== 'reported_done') {
    return hold('stalled_elsewhere', `merged as ${memory.merged.sha.slice(0, 7)}, but ${story.agentStatus} in loopctl`);
  }
  return act({
    kind: 'verify',
    story,
    because: `merged as ${memory.merged.sha.slice(0, 7)}, base proven at ${context.world.base.sha.slice(0, 7)}`,
    mergeSha: memory.merged.sha,
    provenSha: context.world.base.sha,
    summary: memory.verdict?.review.summary ?? 'merged',
  });
}
