import type { Feedback } from '../assignment.ts';
import type { StoryMemory } from '../ledger.ts';
import { type Hold, isReasonCode, type ReasonCode } from '../reasons.ts';
import { restart } from '../remember.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import { parseBranch } from '../view.ts';

/** What a hold's lifting changes in what is remembered of its story, and what comes of it. */
export interface Lift {
  readonly change: Partial<StoryMemory>;
  readonly next: string;
}

/** What cannot be found in the memory of the story itself. */
export interface LiftFacts {
  readonly rejections: number;
  /** How many rejections the configuration allows. */
  readonly limit: number;
  /** Its pull request, as it is seen now. */
  readonly pullRequest: PullRequestFacts | null;
}

type Lifter = (memory: StoryMemory, facts: LiftFacts) => Lift | null;

const lifters: Partial<Record<ReasonCode, Lifter>> = {
  declined: () => ({ change: {}, next: 'a fresh agent gets it' }),
  rejections_exhausted: ({ granted }, { rejections, limit }) => ({
    // One more than what was used up, also where the limit was lowered in the meantime.
    change: { granted: Math.max(granted, rejections - limit) + 1 },
    next: 'one more attempt is granted',
  }),
  infrastructure_exhausted: () => ({
    change: { infrastructure: { failures: 0, notBefore: 0 } },
    next: 'the machines are tried again',
  }),
  backing_off: ({ infrastructure }) => ({
    change: { infrastructure: { ...infrastructure, notBefore: 0 } },
    next: 'it is tried again at once',
  }),
  merge_again: () => ({ change: { unmerged: null }, next: 'it goes through the gate again at once' }),
  merge_refused: () => ({ change: { unmerged: null }, next: 'it goes through the gate again' }),
  repairs_exhausted: () => ({ change: {}, next: 'as many repairs are tried again' }),
  reviews_exhausted: ({ reviews }) => ({ change: { reviews: { ...reviews, count: 0 } }, next: 'it is reviewed again' }),
  closed_by_human: (memory, { pullRequest }) =>
    pullRequest?.state === 'OPEN'
      ? { change: {}, next: 'its pull request is open again, and goes on' }
      : { change: restart(beyond(memory, pullRequest)), next: 'it is done again on a new branch' },
  cancelled: takeUp,
  released: takeUp,
  protected_paths: ({ kept, feedback }) =>
    kept === null
      ? null
      : {
          change: { kept: null, feedback: [...feedback, feedbackOfNo(kept)] },
          next: 'the work is not let in, and a fresh agent does without',
        },
};

/**
 * What a person's `retry` changes for a story that is held; null where it is not for `retry` to lift. What was handed to
 * a person (`sticky`) is asked anew, whatever it was.
 */
export function liftHold(hold: Hold, memory: StoryMemory, facts: LiftFacts): Lift | null {
  const lifter = lifters[hold.code];
  if (lifter !== undefined) {
    const lifted = lifter(memory, facts);
    return lifted === null ? null : { ...lifted, change: { ...lifted.change, sticky: null } };
  }
  return isThat(memory.sticky, hold) ? { change: { sticky: null }, next: 'it is looked at again' } : null;
}

/** Whether it is this that was handed to a person: a merge, say, goes before. A code of another release shows as stalled. */
function isThat(sticky: StoryMemory['sticky'], { code, detail }: Hold): boolean {
  if (sticky === null) return false;
  if (isReasonCode(sticky.code)) return sticky.code === code;
  return code === 'stalled_elsewhere' && detail === `${sticky.code}: ${sticky.detail}`;
}

/** What a person had taken out of our hands goes on where it is open, and begins anew where it is closed. */
function takeUp(memory: StoryMemory, { pullRequest }: LiftFacts): Lift {
  if (pullRequest === null) return { change: {}, next: 'it is done' };
  return pullRequest.state === 'OPEN'
    ? { change: {}, next: 'its pull request goes on' }
    : { change: restart(beyond(memory, pullRequest)), next: 'it is done again on a new branch' };
}

/** An old ledger may not know of the branch that is done with. */
function beyond(memory: StoryMemory, pullRequest: PullRequestFacts | null): StoryMemory {
  const seen = pullRequest === null ? null : parseBranch(pullRequest.headRef);
  return { ...memory, generation: Math.max(memory.generation, seen?.generation ?? 1) };
}

function feedbackOfNo({ head, protectedPaths }: NonNullable<StoryMemory['kept']>): Feedback {
  return {
    kind: 'outcome_refused',
    summary: 'the change to protected paths was not allowed: do without',
    items: protectedPaths.map((path) => `${path} must stay as it is`),
    headSha: head.sha,
  };
}
