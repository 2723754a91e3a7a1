/** loopctl's own words for where a story stands (wire values). */
export type AgentStatus = 'pending' | 'contracted' | 'assigned' | 'implementing' | 'reported_done';
export type VerifiedStatus = 'unverified' | 'verified' | 'rejected';

/** A story's number as loopctl writes it: `major` or `major.minor`, such as `2.10`. */
export type StoryNumber = string;

export interface Criterion {
  readonly id: string;
  readonly text: string;
}

export interface Story {
  readonly id: string;
  readonly number: StoryNumber;
  readonly epic: number;
  readonly title: string;
  readonly description: string | null;
  readonly criteria: readonly Criterion[];
  /** Files that must exist in the tree, as `metadata.deliverables` names them (paths or globs). */
  readonly deliverables: readonly string[];
  readonly agentStatus: AgentStatus;
  readonly verifiedStatus: VerifiedStatus;
  readonly assignedAgentId: string | null;
}

/** Done for good: reported and verified. A verified story whose claim was taken away is not. */
export function isDone({ agentStatus, verifiedStatus }: Pick<Story, 'agentStatus' | 'verifiedStatus'>): boolean {
  return agentStatus === 'reported_done' && verifiedStatus === 'verified';
}

/** Rejected, and given back with it: to be done again. */
export function isRejected({ agentStatus, verifiedStatus }: Pick<Story, 'agentStatus' | 'verifiedStatus'>): boolean {
  return agentStatus === 'pending' && verifiedStatus === 'rejected';
}

/**
 * The text whose hash is the criteria hash: title and criteria in order. The shell hashes it (SHA-256, hex),
 * since core holds no hash function.
 */
export function canonicalAgreement(story: Pick<Story, 'title' | 'criteria'>): string {
  return JSON.stringify([story.title, story.criteria.map(({ id, text }) => [id, text])]);
}

/** Whether a key of the ledger is a number that loopctl may give a story. */
export function isStoryNumber(key: string): boolean {
  return /^\d+(\.\d+)?$/.test(key);
}

/** The order of story numbers: by epic part, then by minor part, as integers; before them whatever is no story's. */
export function compareStoryNumbers(left: StoryNumber, right: StoryNumber): number {
  const isStory = isStoryNumber(left);
  if (isStory !== isStoryNumber(right)) return isStory ? 1 : -1;
  if (!isStory) return left < right ? -1 : Number(left > right);
  const [leftMajor = 0, leftMinor = 0] = left.split('.').map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split('.').map(Number);
  return leftMajor - rightMajor || leftMinor - rightMinor;
}
