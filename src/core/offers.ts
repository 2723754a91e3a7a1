import { rejectionsOf } from './commands/command-facts.ts';
import { liftHold } from './commands/lift.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { Hold } from './reasons.ts';
import type { Snapshot } from './snapshot.ts';
import { listForPeople } from './standing.ts';
import type { StoryView } from './view.ts';

interface OfferFacts {
  readonly world: Snapshot;
  readonly ledger: Ledger;
  readonly policy: Pick<Policy, 'limits'>;
}

/** The commands that would lift this hold with no further word, as they are written: what a box on the dashboard can ask. */
export function offersOf(view: StoryView, hold: Hold, facts: OfferFacts): readonly string[] {
  const { story, memory, pullRequest } = view;
  const { world, ledger, policy } = facts;
  const limits = { rejections: rejectionsOf(story.number, ledger, world), limit: policy.limits.rejections };
  const isRetried =
    hold.code !== 'author_runs_exhausted' && liftHold(hold, memory, { ...limits, pullRequest }) !== null;
  // An id that is no single word has to be approved in words.
  const open = listForPeople(view).filter((id) => /^[\w.-]+$/.test(id));
  const head = memory.kept?.head.sha ?? (pullRequest === null ? undefined : world.heads.get(pullRequest.number)?.sha);
  return [
    ...(hold.code === 'protected_paths' && head !== undefined ? [`approve-paths ${head}`] : []),
    ...(hold.code === 'criteria_need_person' && open.length > 0
      ? [`approve ${story.number} ${open.slice(0, 15).join(' ')}`]
      : []),
    ...(isRetried ? [`retry ${story.number}`] : []),
  ];
}
