import { type Ledger, remember } from './ledger.ts';
import type { PullRequestFacts, Snapshot } from './snapshot.ts';
import { isDone, type StoryNumber } from './story.ts';
import { parseBranch } from './view.ts';

interface Trace {
  readonly generation: number;
  readonly pullRequest: number;
}

/**
 * The ledger with what pull requests tell of stories that it knows nothing of (it was lost, or is an old one): the
 * newest generation of their branch, and its newest pull request.
 */
export function noteEarlierLife(ledger: Ledger, { stories, pullRequests }: Snapshot): Ledger {
  const forgotten = new Set(
    stories
      .filter((story) => !isDone(story) && !Object.hasOwn(ledger.stories, story.number))
      .map(({ number }) => number),
  );
  const traces = new Map<StoryNumber, Trace>();
  for (const pullRequest of pullRequests) {
    const branch = parseBranch(pullRequest.headRef);
    if (branch === null || pullRequest.isFork || !forgotten.has(branch.story)) continue;
    const known = traces.get(branch.story);
    if (known === undefined || isNewer(pullRequest, branch.generation, known)) {
      traces.set(branch.story, { generation: branch.generation, pullRequest: pullRequest.number });
    }
  }
  return [...traces].reduce((noted, [story, trace]) => remember(noted, story, trace), ledger);
}

function isNewer({ number }: PullRequestFacts, generation: number, known: Trace): boolean {
  return generation > known.generation || (generation === known.generation && number > known.pullRequest);
}
