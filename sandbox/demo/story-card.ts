import type { DecisionEntry } from './decision-line.ts';

export interface StoryCard {
  readonly number: string;
  readonly title: string;
  verified: boolean;
  /** What is being done with it, in a word or two. */
  stage: string;
  /** Authors who were sent to it. */
  attempts: number;
  rejections: number;
  pull: number | null;
  /** Why it had to be mended or done again. */
  readonly troubles: string[];
}

/** A story that nothing happened to yet. */
export function newStoryCard(story: { readonly number: string; readonly title: string }): StoryCard {
  return { ...story, verified: false, stage: '', attempts: 0, rejections: 0, pull: null, troubles: [] };
}

/** Notes on the card what a decision means for its story. */
export function noteDecision(story: StoryCard, entry: DecisionEntry): void {
  if (entry.decision === 'dispatch') noteDispatch(story, entry);
  else story.stage = stages[entry.decision] ?? story.stage;
  if (entry.decision === 'report_fail') story.rejections += 1;
  if (entry.decision === 'report_fail' || entry.decision === 'refuse') story.troubles.push(entry.because);
}

function noteDispatch(story: StoryCard, { role, because }: DecisionEntry): void {
  // What a decision before this one has told already is not told again.
  if (role === 'fix' && !story.stage.startsWith('to be ')) story.troubles.push(because);
  if (role !== 'review') story.attempts += 1;
  story.stage = role === 'review' ? 'in review' : role === 'fix' ? 'being mended' : 'being written';
}

const stages: Readonly<Record<string, string>> = {
  accept: 'in CI',
  record_verdict: 'judged',
  report_pass: 'passed',
  refuse: 'to be mended',
  report_fail: 'to be done again',
  lose: 'to be tried again',
  unclaim: 'given back',
  keep: 'waits for approval',
  adopt: 'in CI',
  reject: 'to be done again',
  merge: 'merged',
  record_merge: 'merged',
  verify: 'verified',
  record_human_merge: 'verified',
  escalate: 'waits for a person',
};
