import { addMinutes } from './instant.ts';
import type { Hold } from './reasons.ts';
import type { Context, StoryView } from './view.ts';

/** How long GitHub may show the checks of before, after their runs were started again. */
const staleMinutes = 3;

/** What red checks wait for that a person had run again: nobody is sent at them until they were seen to fail anew. */
export function holdOfRerun(
  { story, memory }: StoryView,
  { ledger, now }: Pick<Context, 'ledger' | 'now'>,
): Hold | null {
  const { head, rerun } = memory;
  const isOrdered = ledger.orders.some((order) => order.kind === 'rerun_checks' && order.story === story.number);
  const isStarting = rerun !== null && rerun.headSha === head?.sha && now < addMinutes(rerun.at, staleMinutes);
  return isOrdered || isStarting ? { code: 'ci_pending', detail: 'what failed is run again' } : null;
}
