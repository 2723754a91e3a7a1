import type { StoryFacts } from '../core/snapshot.ts';
import { answerTransition, type TransitionCall } from '../core/transitions.ts';
import type { Pass } from './pass.ts';

/**
 * Makes one loopctl call for a story as it stands now: read again, then done, or skipped because it was done before.
 * False when the story is elsewhere than we believed, and the call must not be made.
 */
export async function transit(
  call: TransitionCall,
  story: StoryFacts,
  { loopctl, log }: Pick<Pass, 'loopctl' | 'log'>,
  make: () => Promise<unknown>,
): Promise<boolean> {
  const [now, identities] = await Promise.all([loopctl.getStory(story.id), loopctl.identities()]);
  if (now === null) {
    log(`! ${call} ${story.number} — not done: loopctl does not know the story any more`);
    return false;
  }
  const answer = answerTransition(call, now, identities.implementer.agentId);
  if (answer === 'do') await make();
  if (answer === 'hold') {
    log(`! ${call} ${story.number} — not done: the story is ${now.agentStatus}, ${now.verifiedStatus} in loopctl`);
  }
  return answer !== 'hold';
}
