import type { BaseProof } from './base.ts';
import type { Instant } from './instant.ts';
import { type Flight, type Ledger, recall, type StoryMemory } from './ledger.ts';
import type { Policy } from './policy.ts';
import { repairNumber, repairStories } from './repair.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from './snapshot.ts';

/** Everything a stage may look at: what was observed, what is remembered, what the team wants, and the time. */
export interface Context {
  readonly world: Snapshot;
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly now: Instant;
  readonly proof: BaseProof;
}

/** One story with all that belongs to it. */
export interface StoryView {
  readonly story: StoryFacts;
  readonly memory: StoryMemory;
  readonly flight: Flight | null;
  readonly pullRequest: PullRequestFacts | null;
}

/** All our branches begin with it. */
export const branchPrefix = 'orchestrate/';

/** The branch of a story's generation. */
export function branchOf(story: string, generation: number): string {
  return generation === 1 ? `${branchPrefix}${story}` : `${branchPrefix}${story}-${generation}`;
}

/**
 * The story and the generation a branch of ours is named after; null for any other branch. Anybody who may push can name
 * one: what is no generation's name, or of a number that could not be remembered, is taken whole, and is no story's.
 */
export function parseBranch(branch: string): { readonly story: string; readonly generation: number } | null {
  if (!branch.startsWith(branchPrefix)) return null;
  const name = branch.slice(branchPrefix.length);
  const [, story, generation] = /^([\d.]+|repair-[0-9a-f]{7})-([2-9]|[1-9]\d{1,4})$/.exec(name) ?? [];
  if (story === undefined) return { story: name, generation: 1 };
  return { story, generation: Number(generation) };
}

/** Gathers each story's flight, memory and pull request, once for the whole project; a red base's repair comes first. */
export function viewStories(world: Snapshot, ledger: Ledger): readonly StoryView[] {
  const flights = new Map(Object.values(ledger.flights).map((flight) => [flight.story, flight]));
  const byNumber = new Map(world.pullRequests.map((pullRequest) => [pullRequest.number, pullRequest]));
  const byBranch = findByBranch(world.pullRequests);
  return [...repairStories(world, ledger), ...world.stories].map((story) => {
    const memory = recall(ledger, story.number);
    const pullRequest =
      (memory.pullRequest === null ? undefined : byNumber.get(memory.pullRequest)) ??
      byBranch.get(isAskedRevert(story.number, ledger) ? '' : branchOf(story.number, memory.generation));
    return { story, memory, flight: flights.get(story.number) ?? null, pullRequest: pullRequest ?? null };
  });
}

/** GitHub names the branch of a revert; ours of that number may be of a repair that came before. */
function isAskedRevert(number: string, { repair: { red } }: Ledger): boolean {
  return red !== null && red.asked !== null && number === repairNumber(red.sha);
}

/** The pull request of each branch: the open one, else the newest. A fork's branch is never ours, whatever its name. */
function findByBranch(pullRequests: readonly PullRequestFacts[]): ReadonlyMap<string, PullRequestFacts> {
  const isOpen = ({ state }: PullRequestFacts): number => (state === 'OPEN' ? 1 : 0);
  const ours = pullRequests.filter(({ isFork }) => !isFork);
  const ordered = ours.toSorted((left, right) => isOpen(left) - isOpen(right) || left.number - right.number);
  return new Map(ordered.map((pullRequest) => [pullRequest.headRef, pullRequest]));
}
