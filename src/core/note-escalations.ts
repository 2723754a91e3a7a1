import type { Plan } from './decision.ts';
import type { Escalation } from './escalation.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import type { Policy } from './policy.ts';
import { type Hold, type ReasonCode, reasons } from './reasons.ts';
import type { StoryNumber } from './story.ts';
import { listWaitingForPeople } from './waiting-for-people.ts';

/** Of more stories at once nobody is told one by one; those under way come first. */
const most = 300;

/** What a person did or said brought these about, or it stops the whole line: nobody has to be told for each story. */
const untold: ReadonlySet<ReasonCode> = new Set([
  'paused',
  'budget_spent',
  'cancelled',
  'released',
  'closed_by_human',
  'change_requested',
  'draft',
]);

/** Whether people are to be told of a hold, and reminded of it: it waits for them, and not by their own doing. */
export function isEscalated({ code }: Hold): boolean {
  return reasons[code].who === 'person' && !untold.has(code);
}

/**
 * The ledger with who waits for people since when. What comes again for the same reason, before it would have been time
 * for a reminder, is the same escalation: nobody is told twice of what flickers. After a silence they are reminded, so
 * many times and no more.
 */
export function noteEscalations(
  ledger: Ledger,
  plan: Pick<Plan, 'holds' | 'line'>,
  { people }: Pick<Policy, 'people'>,
  now: Instant,
): Ledger {
  const isFresh = ({ lastAt }: Escalation): boolean => now < addMinutes(lastAt, people.remindAfterHours * 60);
  const waiting = listWaitingForPeople(plan, ledger).filter(({ hold }) => isEscalated(hold));
  const standing = new Map(waiting.slice(0, most).map(({ story, hold }) => [story, hold]));
  const ended = Object.entries(ledger.escalations).filter(
    ([story, escalation]) => isFresh(escalation) && !standing.has(story),
  );
  const told = [...standing].map(([story, { code }]): readonly [StoryNumber, Escalation] => {
    const before = ledger.escalations[story];
    if (before?.code !== code) return [story, { code, since: now, reminders: 0, lastAt: now }];
    const isDue = !isFresh(before) && before.reminders < people.reminders;
    return [story, isDue ? { ...before, reminders: before.reminders + 1, lastAt: now } : before];
  });
  const escalations = Object.fromEntries([...ended, ...told]);
  return isSame(escalations, ledger.escalations) ? ledger : { ...ledger, escalations };
}

function isSame(left: Ledger['escalations'], right: Ledger['escalations']): boolean {
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}
