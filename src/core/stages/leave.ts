import type { StoryMemory } from '../ledger.ts';
import { act, type Step } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { isOurs } from './ownership.ts';

/** Whether a person took the story out of our hands: whatever an agent still makes of it is thrown away. */
export function isLeft({ sticky }: Pick<StoryMemory, 'sticky'>): boolean {
  return sticky?.code === 'cancelled' || sticky?.code === 'released';
}

/** What is to be given back, and of a cancelled story closed, before it waits for its person; nothing where that is done. */
export function leaveStory(view: StoryView, context: Context): Step | null {
  const { story, memory, pullRequest } = view;
  if (memory.sticky === null || !isLeft(memory)) return null;
  const closes = memory.sticky.code === 'cancelled' && pullRequest?.state === 'OPEN' ? pullRequest.number : null;
  const isClaimed = story.agentStatus !== 'pending';
  if (isClaimed && !isOurs(view, context)) return null;
  if (closes === null && !isClaimed) return null;
  const because = `${memory.sticky.code} ${memory.sticky.detail}`;
  return act({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes });
}
