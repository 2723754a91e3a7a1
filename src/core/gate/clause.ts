import type { Hold } from '../reasons.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import type { Context, StoryView } from '../view.ts';

/** What every clause of the gate may look at: one story, its pull request, and everything around them. */
export interface GateFacts {
  readonly view: StoryView;
  readonly pullRequest: PullRequestFacts;
  readonly context: Context;
}

/** One clause: nothing when it holds. */
export type Judge = (facts: GateFacts) => Hold | null;

/** A hold where the condition is met. */
export function when(condition: boolean, code: Hold['code'], detail: string): Hold | null {
  return condition ? { code, detail } : null;
}
