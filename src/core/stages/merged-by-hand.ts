import type { StoryMemory } from '../ledger.ts';
import type { RecordHumanMerge } from '../people-decision.ts';
import { act, hold, type Step } from '../step.ts';
import { judgementOf } from '../transitions.ts';
import type { Context, StoryView } from '../view.ts';
import { describeOwner, isOurs } from './ownership.ts';

type HumanMerge = NonNullable<StoryMemory['merged']> & { readonly by: string };

/** Merged by a person, and the base proven: recorded with who did it, by the way that loopctl leaves open from here. */
export function stepMergedByHand(view: StoryView, merged: HumanMerge, context: Context): Step {
  const { story } = view;
  if (story.agentStatus !== 'pending' && !isOurs(view, context)) {
    return hold('stalled_elsewhere', `merged by ${merged.by}; ${describeOwner(view, context)}`);
  }
  switch (story.agentStatus) {
    case 'pending':
      if (story.verifiedStatus === 'verified') {
        return hold('stalled_elsewhere', 'its claim was taken away after it was verified');
      }
      return record(view, merged, story.verifiedStatus === 'rejected' ? 'mark_complete' : 'backfill');
    case 'contracted':
      return record(view, merged, 'mark_complete');
    case 'assigned':
      return giveBack(view, merged);
    case 'implementing':
      return record(view, merged, 'report');
    case 'reported_done':
      return judgementOf(story) === 'rejected' ? giveBack(view, merged) : record(view, merged, 'complete');
  }
}

function record({ story, memory, pullRequest }: StoryView, merged: HumanMerge, how: RecordHumanMerge['how']): Step {
  const number = memory.pullRequest ?? pullRequest?.number;
  if (number === undefined)
    return hold('merged_unverified', `merged by ${merged.by}, and its pull request is not known`);
  return act({
    kind: 'record_human_merge',
    story,
    because: `#${number} was merged by ${merged.by}, and the base is proven`,
    how,
    pullRequest: number,
    person: merged.by,
    mergeSha: merged.sha,
  });
}

/** What can neither be reported from here nor recorded is given back first. */
function giveBack({ story }: StoryView, { by }: HumanMerge): Step {
  const because = `merged by ${by}: the claim is given back, to be recorded as done by hand`;
  return act({ kind: 'unclaim', story, because, assignment: null, sticky: null, closes: null });
}
