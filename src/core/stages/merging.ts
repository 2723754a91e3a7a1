import { act, hold, type Step } from '../step.ts';
import { tellNotBefore } from '../utc.ts';
import type { Context, StoryView } from '../view.ts';

/**
 * What is asked of a story whose merge was asked for: nothing while GitHub is at it, whoever put it into the queue. One
 * that ended without a merge is dropped, and goes through the gate again.
 */
export function stepMerging({ story, memory, pullRequest }: StoryView, { world }: Context): Step | null {
  if (pullRequest === null || pullRequest.state !== 'OPEN') return null;
  const facts = world.merging.get(pullRequest.number);
  if (facts?.kind === 'queued') return hold('in_merge_queue', facts.detail);
  const { merging } = memory;
  if (merging === null || merging.headSha !== pullRequest.headSha) return null;
  if (facts === undefined) return hold('merge_state_unknown', `#${pullRequest.number} was not looked at yet`);
  if (facts.kind === 'pending') return hold('merge_pending', facts.detail);
  const because = `#${pullRequest.number} was not merged: ${facts.detail}`;
  return act({ kind: 'drop_merge', story, because, headSha: merging.headSha, detail: facts.detail });
}

/** What keeps a head from being merged at once that GitHub did not merge before: a while, and in the end a person. */
export function checkUnmerged({ story, memory }: StoryView, { policy, now }: Context): Step | null {
  const { unmerged, head } = memory;
  if (unmerged === null || unmerged.headSha !== head?.sha) return null;
  const { times, detail, notBefore } = unmerged;
  if (times > policy.limits.infrastructure) {
    const because = `${times} times: ${detail}`;
    return act({ kind: 'escalate', story, because, hold: { code: 'merge_refused', detail: because } });
  }
  return notBefore > now ? hold('merge_again', `${tellNotBefore(notBefore)}; it said: ${detail}`) : null;
}
