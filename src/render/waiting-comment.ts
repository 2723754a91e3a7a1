import type { Escalation } from '../core/escalation.ts';
import { dashboardKey } from '../core/shown.ts';
import { compareStoryNumbers, type StoryNumber } from '../core/story.ts';
import { findEscalation, renderCall } from './call.ts';
import { isDashboardWanted } from './dashboard/wanted.ts';
import { renderHold } from './hold-text.ts';
import { keepWithin } from './keep-within.ts';
import { sanitiseLine } from './sanitise.ts';
import { statusMark } from './status-comment.ts';
import type { PresentFacts, StatusComment } from './surface.ts';

/**
 * The one comment on the dashboard that calls people for stories that wait for them and have no pull request of their
 * own; where that was so once and is not any more it says so.
 */
export function presentWaiting(facts: PresentFacts, elsewhere: ReadonlySet<StoryNumber>): readonly StatusComment[] {
  const { plan, ledger, policy } = facts;
  if (!isDashboardWanted(facts)) return [];
  const number = ledger.shown[dashboardKey]?.id ?? null;
  if (number === null) return [];
  const waiting = [...plan.holds].flatMap(([story, hold]) => {
    const escalation = elsewhere.has(story) ? null : findEscalation(story, hold, ledger);
    return escalation === null ? [] : [{ story, hold, escalation }];
  });
  const key = `comment ${number}` as const;
  if (waiting.length === 0 && !Object.hasOwn(ledger.shown, key)) return [];
  const escalations = waiting.map(({ escalation }) => escalation);
  const lines = waiting
    .toSorted((one, other) => compareStoryNumbers(one.story, other.story))
    .flatMap(({ story, hold, escalation }) => [
      `### ${sanitiseLine(story)}`,
      '',
      ...renderHold(hold, story, escalation.since),
      '',
    ]);
  const body = [
    ...renderCall('what stands below', escalations, policy),
    ...(waiting.length === 0 ? ['Nothing waits here for a person any more.', ''] : []),
    ...keepWithin(lines, 40_000, () => 'and more: see above.'),
    statusMark,
  ];
  return [{ kind: 'comment', key, number, body: body.join('\n'), called: findLast(escalations) }];
}

function findLast(escalations: readonly Escalation[]): number | null {
  return escalations.length === 0 ? null : Math.max(...escalations.map(({ lastAt }) => lastAt));
}
