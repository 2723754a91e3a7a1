import { endSentence } from './end-sentence.ts';
import { agentReasons } from './reasons/agents.ts';
import { baseReasons } from './reasons/base.ts';
import { checkReasons } from './reasons/checks.ts';
import { mergeReasons } from './reasons/merge.ts';
import { pullRequestReasons } from './reasons/pull-request.ts';
import type { Reason } from './reasons/reason.ts';
import { storyReasons } from './reasons/story.ts';
import { tokenReasons } from './reasons/token.ts';

/** The catalogue by what the reasons are about, in the order in which a story comes to them. */
export const reasonGroups = {
  'The story': storyReasons,
  'Its agents': agentReasons,
  'Its pull request': pullRequestReasons,
  'Its checks': checkReasons,
  'Its merge': mergeReasons,
  'The base': baseReasons,
  'The token': tokenReasons,
} as const satisfies Record<string, Record<string, Reason>>;

/**
 * Every reason a story, or the whole line, can wait for: one closed catalogue. Same words in log, check, comment,
 * dashboard and `why`.
 */
export const reasons = {
  ...storyReasons,
  ...agentReasons,
  ...pullRequestReasons,
  ...checkReasons,
  ...mergeReasons,
  ...baseReasons,
  ...tokenReasons,
};

export type ReasonCode = keyof typeof reasons;

/** Why a story does not move. */
export interface Hold {
  readonly code: ReasonCode;
  /** What was seen, in one line. */
  readonly detail: string;
  /** The stories it waits for, when it waits for stories. */
  readonly stories?: readonly string[];
}

export function isReasonCode(code: string): code is ReasonCode {
  return Object.hasOwn(reasons, code);
}

/** A hold as one sentence: what, what was seen, what to do. */
export function describeHold(hold: Hold): string {
  const reason = reasons[hold.code];
  const said = hold.detail === '' ? reason.title : `${reason.title}: ${hold.detail}`;
  return `${endSentence(said)} ${reason.remedy}`;
}
