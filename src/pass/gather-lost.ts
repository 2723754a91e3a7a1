import { type Ledger, recall } from '../core/ledger.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from '../core/snapshot.ts';
import { holderOf } from '../core/stages/ownership.ts';
import { isDone, isRejected, type StoryNumber } from '../core/story.ts';
import { branchOf, parseBranch } from '../core/view.ts';
import type { GitHub } from '../github/client.ts';
import type { PullRequestRecord } from '../github/pull-request-record.ts';
import { completePullRequest, readPullRequestsOfBranches } from '../github/read-pull-requests.ts';

/** What says which stories are under way in our name. */
export interface SeenStories extends Pick<Snapshot, 'stories' | 'contractedBy' | 'identities'> {
  readonly pullRequests: readonly PullRequestFacts[];
}

/** So many branches of a story are asked for at once; there is hardly ever a second. */
const generationsAtOnce = 3;

/**
 * The pull requests of stories that are under way in our name, or were rejected, and of which the ledger knows none (any
 * more): of each the newest, of the highest generation. Without such stories nothing is asked.
 */
export async function gatherLost(
  seen: SeenStories,
  ledger: Ledger,
  github: Pick<GitHub, 'graphql'>,
): Promise<readonly PullRequestFacts[]> {
  const found = new Map<StoryNumber, PullRequestRecord>();
  let wanted = findLost(seen, ledger).map(({ number }) => number);
  for (let first = 1; wanted.length > 0; first += generationsAtOnce) {
    const generations = Array.from({ length: generationsAtOnce }, (_, index) => first + index);
    const branches = wanted.flatMap((number) => generations.map((generation) => branchOf(number, generation)));
    for (const record of await readPullRequestsOfBranches(github, branches)) keepNewest(found, record);
    wanted = wanted.filter((number) => generationOf(found.get(number)) === generations.at(-1));
  }
  return await Promise.all([...found.values()].map((record) => completePullRequest(github, record)));
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

function keepNewest(found: Map<StoryNumber, PullRequestRecord>, record: PullRequestRecord): void {
  const story = parseBranch(record.headRefName)?.story;
  if (story === undefined) return;
  const known = found.get(story);
  const order = generationOf(record) - generationOf(known) || record.number - (known?.number ?? 0);
  if (order > 0) found.set(story, record);
}

function generationOf(record: PullRequestRecord | undefined): number {
  return record === undefined ? 0 : (parseBranch(record.headRefName)?.generation ?? 0);
}
