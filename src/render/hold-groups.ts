import type { Plan } from '../core/decision.ts';
import { sinceOf } from '../core/explain.ts';
import type { Ledger } from '../core/ledger.ts';
import { type Hold, type ReasonCode, reasons } from '../core/reasons.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import { compareStoryNumbers, type StoryNumber } from '../core/story.ts';
import { tellMoment } from '../core/utc.ts';
import { keepWithin } from './keep-within.ts';
import { sanitiseLine } from './sanitise.ts';

type Mover = (typeof reasons)[ReasonCode]['who'];

const headings = [
  ['person', 'Waits for a person'],
  ['ci', 'Waits for GitHub or CI'],
  ['loop', 'Goes on by itself'],
] as const satisfies readonly (readonly [Mover, string])[];

/** Room for all stories of one reason, so that no reason crowds out the others. */
const groupLimit = 4000;

type Held = readonly [StoryNumber, Hold];

/**
 * Why stories do not move, those a person can do something about first: each reason once, with what to do, then its
 * stories with what was seen of each. Stories that are done are left out.
 */
export function renderHoldGroups(
  { holds, ledger }: Pick<Plan, 'holds' | 'ledger'>,
  stories: readonly Pick<StoryFacts, 'number' | 'title'>[],
): readonly string[] {
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const waiting = [...holds]
    .filter(([, { code }]) => code !== 'project_done')
    .toSorted(([left], [right]) => compareStoryNumbers(left, right));
  return headings.flatMap(([who, heading]) => {
    const held = waiting.filter(([, { code }]) => reasons[code].who === who);
    return held.length === 0 ? [] : [`### ${heading} (${held.length})`, '', ...renderReasons(held, titles, ledger)];
  });
}

function renderReasons(
  held: readonly Held[],
  titles: ReadonlyMap<StoryNumber, string>,
  ledger: Ledger,
): readonly string[] {
  const codes = [...new Set(held.map(([, { code }]) => code))];
  return codes.flatMap((code) => {
    const lines = held.filter(([, hold]) => hold.code === code).map((entry) => renderHeld(entry, titles, ledger));
    const { title, remedy } = reasons[code];
    return [`**${title}** — ${remedy}`, '', ...keepWithin(lines, groupLimit, (left) => `- and ${left} more`), ''];
  });
}

function renderHeld([number, hold]: Held, titles: ReadonlyMap<StoryNumber, string>, ledger: Ledger): string {
  const title = titles.get(number);
  const named = title === undefined ? sanitiseLine(number) : `${sanitiseLine(number)} ${sanitiseLine(title, 80)}`;
  const since = sinceOf(number, hold, ledger);
  const from = since === null ? '' : ` (since ${tellMoment(since)})`;
  return hold.detail === '' ? `- ${named}${from}` : `- ${named}: ${sanitiseLine(hold.detail, 500)}${from}`;
}
