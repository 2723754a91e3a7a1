import type { StoryFacts } from '../core/snapshot.ts';
import { answerTransition, type TransitionCall } from '../core/transitions.ts';
import type { StoryDetail } from '../loopctl/story-record.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/**
 * Makes one loopctl call for a story as it stands now: read again, then done, or skipped because it was done before.
 * Left undone when the story is elsewhere than we believed.
 */
export async function transit(
  call: TransitionCall,
  story: StoryFacts,
  { loopctl, requireLease }: Pick<LeasedPass, 'loopctl' | 'requireLease'>,
  make: (now: StoryDetail) => Promise<unknown>,
): Promise<void> {
  const [now, identities] = await Promise.all([loopctl.getStory(story.id), loopctl.identities()]);
  if (now === null) throw elsewhere(`${call}: loopctl does not know the story any more`);
  const answer = answerTransition(call, now, identities.implementer.agentId);
  if (answer === 'hold') throw elsewhere(`${call}: the story is ${now.agentStatus}, ${now.verifiedStatus} in loopctl`);
  if (answer === 'skip') return;
  requireLease();
  await make(now);
}

function elsewhere(detail: string): LeftUndone {
  return new LeftUndone({ code: 'stalled_elsewhere', detail });
}
