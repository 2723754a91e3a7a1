import type { Escalation } from '../core/escalation.ts';
import type { Ledger } from '../core/ledger.ts';
import { isEscalated } from '../core/note-escalations.ts';
import type { Policy } from '../core/policy.ts';
import type { Hold } from '../core/reasons.ts';
import type { StoryNumber } from '../core/story.ts';
import { tellMoment } from '../core/utc.ts';
import { capitalise } from './hold-text.ts';

/** Whether people are called for what a story waits for now, and how often that was. */
export function findEscalation(
  story: StoryNumber,
  hold: Hold | null,
  { escalations }: Pick<Ledger, 'escalations'>,
): Escalation | null {
  const found = escalations[story];
  return hold !== null && isEscalated(hold) && found?.code === hold.code ? found : null;
}

/** The line that calls people: whom the configuration names, for what, and whether it is a reminder; nothing where nobody is called. */
export function renderCall(
  what: string,
  escalations: readonly Escalation[],
  { people }: Pick<Policy, 'people'>,
): readonly string[] {
  const newest = escalations.toSorted((one, other) => other.lastAt - one.lastAt)[0];
  if (newest === undefined) return [];
  const { reminders, lastAt } = newest;
  const names = people.mention.length === 0 ? '' : `${people.mention.join(' ')}: `;
  const again = reminders === 0 ? '' : ` Reminder ${reminders} of ${people.reminders}, ${tellMoment(lastAt)}.`;
  return [`${names === '' ? capitalise(what) : `${names}${what}`} waits for a person.${again}`, ''];
}
