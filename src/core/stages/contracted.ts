import { checkAuthorLimits } from '../limits.ts';
import { hold, type Step, want } from '../step.ts';
import type { Context, StoryView } from '../view.ts';
import { giveBackChanged } from './give-back.ts';

/** Contracted: the handshake was made and the claim was not. Ours when we remember the agreement: the claim goes on. */
export function stepContracted(view: StoryView, context: Context): Step {
  const { story, memory } = view;
  if (memory.agreement === null) return hold('stalled_elsewhere', 'contracted, not by us');
  if (memory.agreement !== story.criteriaHash) return giveBackChanged(view);
  return (
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
