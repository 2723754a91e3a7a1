import type { Instant } from '../../src/core/instant.ts';
import { type AgentStatus, isDone, type StoryNumber, type VerifiedStatus } from '../../src/core/story.ts';

export type StoryState = 'verified' | 'reviewed' | 'under_way' | 'waiting';

/** The states in the order in which a story leaves them behind, last first, and what each is called. */
export const storyStates = {
  verified: 'Verified',
  reviewed: 'Reviewed, not verified yet',
  under_way: 'Under way',
  waiting: 'Not begun, or given back',
} as const satisfies Record<StoryState, string>;

/** What loopctl's feed says of a story: whichever of its two words changed. */
export interface Move {
  readonly at: Instant;
  readonly story: StoryNumber;
  readonly agentStatus?: AgentStatus;
  readonly verifiedStatus?: VerifiedStatus;
}

export interface StateStep {
  readonly at: Instant;
  readonly state: StoryState;
}

/** The states that a story went through, from its creation on; moves that change none of them are left out. */
export function stepsOf(createdAt: Instant, moves: readonly Move[]): readonly StateStep[] {
  let agentStatus: AgentStatus = 'pending';
  let verifiedStatus: VerifiedStatus = 'unverified';
  const steps: StateStep[] = [{ at: createdAt, state: 'waiting' }];
  for (const move of moves) {
    agentStatus = move.agentStatus ?? agentStatus;
    verifiedStatus = move.verifiedStatus ?? verifiedStatus;
    const state = stateOf(agentStatus, verifiedStatus);
    if (state !== steps.at(-1)?.state) steps.push({ at: move.at, state });
  }
  return steps;
}

function stateOf(agentStatus: AgentStatus, verifiedStatus: VerifiedStatus): StoryState {
  if (isDone({ agentStatus, verifiedStatus })) return 'verified';
  if (agentStatus === 'reported_done') return 'reviewed';
  return agentStatus === 'pending' ? 'waiting' : 'under_way';
}
