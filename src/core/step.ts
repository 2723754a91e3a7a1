import type { Feedback, Sha } from './assignment.ts';
import type { Decision, Merge, UpdateBranch } from './decision.ts';
import type { Hold } from './reasons.ts';
import type { Context, StoryView } from './view.ts';

/** An agent that a story needs; whether it gets one now is for the project-wide limits to say. */
export interface Want {
  readonly role: 'implement' | 'fix' | 'review' | 'repair';
  /** New stories wait for a proven base; what is under way does not. */
  readonly isNew: boolean;
  readonly claims: boolean;
  /** Null: the base. */
  readonly startSha: Sha | null;
  readonly feedback: readonly Feedback[];
  readonly because: string;
}

/** A stage's answer to its one question: what is to happen with this story now? */
export type Step =
  | { readonly kind: 'act'; readonly decision: Decision }
  | { readonly kind: 'hold'; readonly hold: Hold }
  | { readonly kind: 'want'; readonly want: Want }
  /** Which of them is next is for the order of merging to say. */
  | { readonly kind: 'merge'; readonly decision: Merge | UpdateBranch };

export type Stage = (view: StoryView, context: Context) => Step;

export function act(decision: Decision): Step {
  return { kind: 'act', decision };
}

export function hold(code: Hold['code'], detail = '', stories?: readonly string[]): Step {
  return { kind: 'hold', hold: stories === undefined ? { code, detail } : { code, detail, stories } };
}

export function want(wanted: Want): Step {
  return { kind: 'want', want: wanted };
}
