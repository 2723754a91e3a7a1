import { checkAuthorLimits } from '../limits.ts';
import { act, hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { giveBackChanged } from './give-back.ts';
import { describeOwner, isOurs } from './ownership.ts';
import { heedPerson } from './pull-request.ts';

/**
 * Contracted: the handshake was made and the claim was not. Where we remember what was agreed the claim goes on; where
 * only loopctl knows that the handshake was ours it is given back, and the story begins anew.
 */
export function stepContracted(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (!isOurs(view, context)) return hold('stalled_elsewhere', describeOwner(view, context));
  if (memory.agreement === null) {
    const because = 'its handshake is ours, and what was agreed is forgotten';
    return act({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
  }
  if (memory.agreement !== story.criteriaHash) return giveBackChanged(view);
  return (
    heedPerson(view, context) ??
    checkAuthorLimits(view, context) ??
    want({
      role: memory.feedback.length > 0 ? 'fix' : 'implement',
      isNew: memory.head === null,
      claims: true,
      startSha: memory.head?.sha ?? null,
      feedback: memory.feedback,
      because: 'its handshake was made, its claim was not',
    })
  );
}
