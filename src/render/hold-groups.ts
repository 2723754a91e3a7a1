import { type Hold, type ReasonCode, reasons } from '../core/reasons.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import { compareStoryNumbers, type StoryNumber } from '../core/story.ts';
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
  holds: ReadonlyMap<StoryNumber, Hold>,
  stories: readonly Pick<StoryFacts, 'number' | 'title'>[],
): readonly string[] {
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const waiting = [...holds]
    .filter(([, { code }]) => code !== 'project_done')
    .toSorted(([left], [right]) => compareStoryNumbers(left, right));
  return headings.flatMap(([who, heading]) => {
    const held = waiting.filter(([, { code }]) => reasons[code].who === who);
    return held.length === 0 ? [] : [`### ${heading} (${held.length})`, '', ...renderReasons(held, titles)];
  });
}

function renderReasons(held: readonly Held[], titles: ReadonlyMap<StoryNumber, string>): readonly string[] {
  const codes = [...new Set(held.map(([, { code }]) => code))];
  return codes.flatMap((code) => {
    const lines = held.filter(([, hold]) => hold.code === code).map((entry) => renderHeld(entry, titles));
    const { title, remedy } = reasons[code];
    return [`**${title}** — ${remedy}`, '', ...keepWithin(lines, groupLimit, (left) => `- and ${left} more`), ''];
  });
}

function renderHeld([number, { detail }]: Held, titles: ReadonlyMap<StoryNumber, string>): string {
  const title = titles.get(number);
  const named = title === undefined ? sanitiseLine(number) : `${sanitiseLine(number)} ${sanitiseLine(title, 80)}`;
  return detail === '' ? `- ${named}` : `- ${named}: ${sanitiseLine(detail, 500)}`;
}
