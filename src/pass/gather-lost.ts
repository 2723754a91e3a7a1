import { type Ledger, recall } from '../core/ledger.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from '../core/snapshot.ts';
import { holderOf } from '../core/stages/ownership.ts';
import { isDone, isRejected } from '../core/story.ts';
import { parseBranch } from '../core/view.ts';
import type { GitHub } from '../github/client.ts';
import { readNewestPulls } from './newest-pulls.ts';

/** What says which stories are under way in our name. */
export interface SeenStories extends Pick<Snapshot, 'stories' | 'contractedBy' | 'identities'> {
  readonly pullRequests: readonly PullRequestFacts[];
}

/**
 * The pull requests of stories that are under way in our name, or were rejected, and of which the ledger knows none (any
 * more): of each the newest, of the highest generation. Without such stories nothing is asked.
 */
export async function gatherLost(
  seen: SeenStories,
  ledger: Ledger,
  github: Pick<GitHub, 'graphql'>,
): Promise<readonly PullRequestFacts[]> {
  return await readNewestPulls(
    github,
    findLost(seen, ledger).map(({ number }) => number),
  );
}

function findLost({ stories, pullRequests, ...owners }: SeenStories, ledger: Ledger): readonly StoryFacts[] {
  const busy = new Set(Object.values(ledger.flights).map(({ story }) => story));
  const open = new Set(pullRequests.flatMap(({ headRef }) => parseBranch(headRef)?.story ?? []));
  return stories.filter((story) => {
    if (busy.has(story.number) || open.has(story.number)) return false;
    // It had a pull request, unless somebody else had it.
    if (isRejected(story)) return !Object.hasOwn(ledger.stories, story.number);
    const { pullRequest, merged, kept } = recall(ledger, story.number);
    return isUnderWay(story, owners) && pullRequest === null && merged === null && kept === null;
  });
}

function isUnderWay(
  story: StoryFacts,
  { contractedBy, identities }: Omit<SeenStories, 'stories' | 'pullRequests'>,
): boolean {
  if (story.agentStatus === 'pending' || isDone(story)) return false;
  return holderOf(story, contractedBy) === identities.implementer;
}
