import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { type Hold, reasons } from './reasons.ts';
import type { StoryNumber } from './story.ts';

/** Of stories that nobody has begun, so many at most. */
const mostOthers = 200;

/**
 * The ledger with the moments since which the whole line, and stories, are held for what holds them: of stories under way, and of those that
 * wait for a person for a reason of their own. What waits for other stories, or with the whole line, is left out, so that
 * a long backlog does not make it long.
 */
export function noteWaits(
  ledger: Ledger,
  { holds, line }: { readonly holds: ReadonlyMap<StoryNumber, Hold>; readonly line: Hold | null },
  now: Instant,
): Ledger {
  const isUnderWay = ([story]: readonly [StoryNumber, Hold]): boolean => Object.hasOwn(ledger.stories, story);
  const held = [...holds].filter(([, { code }]) => code !== 'project_done');
  const others = held.filter(
    (entry) => !isUnderWay(entry) && reasons[entry[1].code].who === 'person' && entry[1].code !== line?.code,
  );
  const told = [...held.filter(isUnderWay), ...others.slice(0, mostOthers)];
  const waits = Object.fromEntries(
    told.map(([story, { code }]) => {
      const before = ledger.waits[story];
      return [story, before?.code === code ? before : { code, since: now }];
    }),
  );
  const isSame =
    told.length === Object.keys(ledger.waits).length && told.every(([story]) => waits[story] === ledger.waits[story]);
  const noted = isSame ? ledger : { ...ledger, waits };
  return noted.line?.code === line?.code
    ? noted
    : { ...noted, line: line === null ? null : { code: line.code, since: now } };
}
