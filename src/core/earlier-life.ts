import { type Ledger, recall, remember, type StoryMemory } from './ledger.ts';
import type { PullRequestFacts, Snapshot, StoryFacts } from './snapshot.ts';
import { isDone, isRejected, type StoryNumber } from './story.ts';
import { parseBranch } from './view.ts';

type Trace = Pick<StoryMemory, 'generation' | 'pullRequest'>;

/**
 * The ledger with what pull requests tell of stories of whose work it knows nothing (it was lost, or is an old one): the
 * newest generation of their branch, and its newest pull request. What was rejected after its merge begins anew.
 */
export function noteEarlierLife(ledger: Ledger, { stories, pullRequests, viewer }: Snapshot): Ledger {
  const forgotten = new Map(
    stories
      .filter((story) => !isDone(story) && isForgotten(recall(ledger, story.number)))
      .map((story) => [story.number, story]),
  );
  const traces = new Map<StoryNumber, Trace>();
  const newest = pullRequests.filter(({ isFork }) => !isFork).toSorted((left, right) => left.number - right.number);
  for (const pullRequest of newest) {
    const branch = parseBranch(pullRequest.headRef);
    const story = branch === null ? undefined : forgotten.get(branch.story);
    if (branch === null || story === undefined) continue;
    const known = traces.get(branch.story) ?? recall(ledger, branch.story);
    if (branch.generation < known.generation) continue;
    traces.set(branch.story, traceOf(story, pullRequest, branch.generation, viewer));
  }
  return [...traces].reduce((noted, [story, trace]) => remember(noted, story, trace), ledger);
}

/** Nothing is known of its work: not on which branch it is, nor that a person has to look at it first. */
function isForgotten({ pullRequest, head, kept, merged }: StoryMemory): boolean {
  return pullRequest === null && head === null && kept === null && merged === null;
}

function traceOf(story: StoryFacts, pullRequest: PullRequestFacts, generation: number, viewer: string): Trace {
  const isOurMerge = pullRequest.state === 'MERGED' && pullRequest.mergedBy === viewer;
  if (isRejected(story) && isOurMerge) return { generation: generation + 1, pullRequest: null };
  return { generation, pullRequest: pullRequest.number };
}
