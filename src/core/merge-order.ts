import { judgeChecks } from './checks.ts';
import type { Merge, UpdateBranch } from './decision.ts';
import { addMinutes } from './instant.ts';
import type { AcceptedHead } from './ledger.ts';
import type { Hold } from './reasons.ts';
import type { PullRequestFacts } from './snapshot.ts';
import { isVerdictValid } from './standing.ts';
import type { StoryNumber } from './story.ts';
import type { Context, StoryView } from './view.ts';

/** For how long the others wait for the checks of a head that was brought up to date: as long as a job may take. */
const mostMinutes = 6 * 60;
/** How long such a head may be without its checks before nobody waits for them any more. */
const silentMinutes = 15;

export interface MergeOrder {
  readonly first: readonly (Merge | UpdateBranch)[];
  readonly holds: ReadonlyMap<StoryNumber, Hold>;
}

/**
 * One merge at a time: the one that was accepted first; the others wait for its proof. While GitHub is at a merge, or
 * CI at the head that was brought up to date for it, all of them wait.
 */
export function orderMerges(
  merges: readonly (Merge | UpdateBranch)[],
  views: readonly StoryView[],
  context: Context,
): MergeOrder {
  const ordered = merges.toSorted((left, right) => left.verdict.at - right.verdict.at);
  const ahead = views.find((view) => isMerging(view, context)) ?? views.find((view) => isBroughtUp(view, context));
  const [first, ...others] = ordered;
  if (first === undefined) return { first: [], holds: new Map() };
  const waiting = ahead === undefined ? others : ordered;
  const next = ahead === undefined ? first : { story: ahead.story, pullRequest: ahead.pullRequest?.number ?? 0 };
  const held: Hold = { code: 'not_next', detail: `#${next.pullRequest} goes first`, stories: [next.story.number] };
  return {
    first: ahead === undefined ? [first] : [],
    holds: new Map(waiting.map(({ story }) => [story.number, held])),
  };
}

/** Asked for, and GitHub has not said what became of it. */
function isMerging({ memory, pullRequest }: StoryView, { world }: Context): boolean {
  if (pullRequest?.state !== 'OPEN') return false;
  if (world.merging.get(pullRequest.number)?.kind === 'queued') return true;
  return memory.merging !== null && memory.merging.headSha === pullRequest.headSha;
}

/** The base was merged into it, since it is next, and the checks of that have not ended, or not begun. */
function isBroughtUp(view: StoryView, context: Context): boolean {
  const { memory, pullRequest } = view;
  const { rules, heads } = context.world;
  if (!rules.strict || pullRequest?.state !== 'OPEN' || pullRequest.mergeState === 'DIRTY') return false;
  if (memory.head?.sha !== pullRequest.headSha) {
    const seen = heads.get(pullRequest.number);
    return seen?.kind === 'update' && seen.sha === pullRequest.headSha;
  }
  const isReviewed = memory.verdict?.review.result === 'pass' && isVerdictValid(view);
  return isReviewed && memory.head.by === 'update' && isAwaited(pullRequest, memory.head, context);
}

function isAwaited({ checks }: PullRequestFacts, head: AcceptedHead, { world, policy, now }: Context): boolean {
  switch (judgeChecks(checks, world.rules.requiredChecks, policy.checks).kind) {
    case 'pending':
      return now < addMinutes(head.at, mostMinutes);
    case 'none':
    case 'missing':
      return now < addMinutes(head.at, silentMinutes);
    case 'green':
    case 'red':
    case 'refused':
      return false;
  }
}
