import type { PullRequestFacts } from '../core/snapshot.ts';
import type { StoryNumber } from '../core/story.ts';
import { branchOf, parseBranch } from '../core/view.ts';
import type { GitHub } from '../github/client.ts';
import type { PullRequestRecord } from '../github/pull-request-record.ts';
import { completePullRequest, readPullRequestsOfBranches } from '../github/read-pull-requests.ts';

/** So many branches of a story are asked for at once; there is hardly ever a second. */
const generationsAtOnce = 3;

/** Of each story the newest pull request of the highest generation, whatever became of it. For no story nothing is asked. */
export async function readNewestPulls(
  github: Pick<GitHub, 'graphql'>,
  stories: readonly StoryNumber[],
): Promise<readonly PullRequestFacts[]> {
  const found = new Map<StoryNumber, PullRequestRecord>();
  let wanted = stories;
  for (let first = 1; wanted.length > 0; first += generationsAtOnce) {
    const generations = Array.from({ length: generationsAtOnce }, (_, index) => first + index);
    const branches = wanted.flatMap((number) => generations.map((generation) => branchOf(number, generation)));
    for (const record of await readPullRequestsOfBranches(github, branches)) keepNewest(found, record);
    wanted = wanted.filter((number) => generationOf(found.get(number)) === generations.at(-1));
  }
  return await Promise.all([...found.values()].map((record) => completePullRequest(github, record)));
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
