import { act, hold, type Step } from './step.ts';
import { tellNotBefore } from './utc.ts';
import type { Context, StoryView } from './view.ts';

/** What a story's counters forbid before another author is sent at it, or nothing. */
export function checkAuthorLimits({ story, memory }: StoryView, { world, policy, now }: Context): Step | null {
  const { limits } = policy;
  const rejections = Math.max(memory.rejections, world.rejections.get(story.number) ?? 0);
  if (rejections >= limits.rejections + memory.granted) {
    const detail = `rejected ${rejections} times`;
    return act({ kind: 'escalate', story, because: detail, hold: { code: 'rejections_exhausted', detail } });
  }
  if (memory.authorRuns > limits.authorRuns) {
    const detail = `${memory.authorRuns} author runs`;
    return act({ kind: 'escalate', story, because: detail, hold: { code: 'author_runs_exhausted', detail } });
  }
  return checkInfrastructure({ story, memory }, { policy, now });
}

/** What failing machines forbid before another agent is sent, or nothing. */
export function checkInfrastructure(
  { story, memory }: Pick<StoryView, 'story' | 'memory'>,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Step | null {
  const { failures, notBefore } = memory.infrastructure;
  if (failures > policy.limits.infrastructure) {
    const detail = `${failures} runs were lost`;
    return act({ kind: 'escalate', story, because: detail, hold: { code: 'infrastructure_exhausted', detail } });
  }
  if (notBefore > now) return hold('backing_off', tellNotBefore(notBefore));
  return null;
}

/** When work may be tried again after its n-th infrastructure failure: 15 s, then eight times longer each time. */
export function backOff(failures: number, now: number): number {
  return now + 15_000 * 8 ** Math.max(0, failures - 1);
}
