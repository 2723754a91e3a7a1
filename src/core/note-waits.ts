import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { type Hold, reasons } from './reasons.ts';
import type { StoryNumber } from './story.ts';

/**
 * The ledger with the moments since which stories are held for what holds them: of stories under way, and of all that
 * wait for a person. What only waits for other stories is left out, so that a long backlog does not make it long.
 */
export function noteWaits(ledger: Ledger, holds: ReadonlyMap<StoryNumber, Hold>, now: Instant): Ledger {
  const told = [...holds].filter(
    ([story, { code }]) =>
      code !== 'project_done' && (Object.hasOwn(ledger.stories, story) || reasons[code].who === 'person'),
  );
  const waits = Object.fromEntries(
    told.map(([story, { code }]) => {
      const before = ledger.waits[story];
      return [story, before?.code === code ? before : { code, since: now }];
    }),
  );
  const isSame =
    told.length === Object.keys(ledger.waits).length && told.every(([story]) => waits[story] === ledger.waits[story]);
  return isSame ? ledger : { ...ledger, waits };
}
