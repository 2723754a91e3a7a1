import { rejectionsOf } from './commands/command-facts.ts';
import { liftHold } from './commands/lift.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import type { StoryView } from './view.ts';

export interface OfferFacts {
  readonly world: Snapshot;
  readonly ledger: Ledger;
  readonly policy: Pick<Policy, 'limits'>;
}

/** The commands that would lift this hold with no further word, as they are written: what a box on the dashboard can ask. */
export function offersOf({ story, memory, pullRequest }: StoryView, hold: Hold, facts: OfferFacts): readonly string[] {
  const { world, ledger, policy } = facts;
  const limits = { rejections: rejectionsOf(story.number, ledger, world), limit: policy.limits.rejections };
  const isRetried =
    hold.code !== 'author_runs_exhausted' && liftHold(hold, memory, { ...limits, pullRequest }) !== null;
  const head = memory.kept?.head.sha ?? (pullRequest === null ? undefined : world.heads.get(pullRequest.number)?.sha);
  return [
    ...(hold.code === 'protected_paths' && head !== undefined ? [`approve-paths ${head}`] : []),
    ...(isRetried ? [`retry ${story.number}`] : []),
  ];
}
