import { act, type Step } from '../step.ts';
import type { StoryView } from '../view.ts';

/** A claim on a text that has changed since the handshake is given back; it counts against nobody. */
export function giveBackChanged({ story }: StoryView): Step {
  const because = 'the story was changed after it was agreed on';
  return act({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}
