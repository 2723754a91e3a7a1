import type { Instant } from '../core/instant.ts';
import type { Hold } from '../core/reasons.ts';
import type { PullRequestFacts } from '../core/snapshot.ts';
import type { Context, StoryView } from '../core/view.ts';
import { sanitiseLine } from './sanitise.ts';
import type { Places } from './surface.ts';

/** A story with its pull request, and all that can be told of it there. */
export interface StoryPage {
  readonly view: StoryView;
  readonly pullRequest: PullRequestFacts;
  readonly context: Context;
  readonly hold: Hold | null;
  /** Since when it is held for that, where it is remembered. */
  readonly since: Instant | null;
  readonly places: Pick<Places, 'repository'>;
  /** Where the whole project is to be seen; null where there is no dashboard. */
  readonly dashboard: string | null;
}

/** Where a workflow run is to be looked at. */
export function runUrl({ repository }: Pick<Places, 'repository'>, run: number): string {
  return `${repository}/actions/runs/${run}`;
}

/** The person who merged its pull request; null: we did. */
export function findMerger({ view, pullRequest, context }: StoryPage): string | null {
  const { merged } = view.memory;
  if (merged !== null) return merged.by === null ? null : sanitiseLine(merged.by);
  const { mergedBy } = pullRequest;
  return mergedBy === context.world.viewer ? null : sanitiseLine(mergedBy ?? 'somebody');
}
