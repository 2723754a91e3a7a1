import { countHeldBack } from '../../core/held-back.ts';
import { nameSome } from '../../core/name-some.ts';
import { compareStoryNumbers } from '../../core/story.ts';
import { keepWithin } from '../keep-within.ts';
import { sanitiseLine } from '../sanitise.ts';
import type { PresentFacts } from '../surface.ts';

const limit = 5000;
const mostRoots = 200;

/** What waits for other stories: first for which ones most wait, then story by story. */
export function renderBlocked({ world, plan }: Pick<PresentFacts, 'world' | 'plan'>): readonly string[] {
  const blocked = [...plan.holds]
    .filter(([, { code }]) => code === 'blocked' || code === 'backlog_drift')
    .map(([story]) => story)
    .toSorted(compareStoryNumbers);
  if (blocked.length === 0) return [];
  const heldBack = countHeldBack(world);
  const blockers = new Set(blocked.flatMap((story) => world.blockers.get(story) ?? []));
  // What is blocked itself holds back no more than what blocks it.
  const roots = [...blockers].filter((story) => !world.blockers.has(story)).toSorted(compareStoryNumbers);
  const most = roots
    .slice(0, mostRoots)
    .map((story) => ({ story, waiting: heldBack(story) }))
    .toSorted((left, right) => right.waiting - left.waiting || compareStoryNumbers(left.story, right.story))
    .map(({ story, waiting }) => `${story} (${waiting})`);
  const titles = new Map(world.stories.map(({ number, title }) => [number, title]));
  const lines = blocked.map(
    (story) =>
      `- ${story} ${sanitiseLine(titles.get(story) ?? '', 80)} — waits for ${nameSome(world.blockers.get(story) ?? [])}`,
  );
  return [
    `### Blocked by other stories (${blocked.length})`,
    '',
    ...(most.length === 0 ? [] : [`Most wait behind ${nameSome(most)}.`, '']),
    '<details><summary>Story by story</summary>',
    '',
    ...keepWithin(lines, limit, (left) => `- and ${left} more`),
    '',
    '</details>',
    '',
  ];
}
