import { addMinutes } from './instant.ts';
import type { Hold } from './reasons.ts';
import type { Context, StoryView } from './view.ts';

/** How long GitHub may show the checks of before, after their runs were started again. */
const staleMinutes = 3;

/** What red checks wait for that a person had run again: nobody is sent at them until they were seen to fail anew. */
export function holdOfRerun({ memory }: StoryView, { now }: Pick<Context, 'now'>): Hold | null {
  const { head, rerun } = memory;
  const isStarting = rerun !== null && rerun.headSha === head?.sha && now < addMinutes(rerun.at, staleMinutes);
  return isStarting ? { code: 'ci_pending', detail: 'what failed is run again' } : null;
}
