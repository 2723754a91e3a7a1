import type { Plan } from './decision.ts';
import type { Ledger } from './ledger.ts';
import { type Hold, reasons } from './reasons.ts';
import { compareStoryNumbers } from './story.ts';
import type { Waiting } from './waiting-for-people.ts';

/**
 * The stories that began to wait for a person since the ledger was read, for a reason of their own and not by that
 * person's doing: each is told once, though it should flicker.
 */
export function listNewlyWaiting(
  { holds, ledger }: Pick<Plan, 'holds' | 'ledger'>,
  before: Pick<Ledger, 'escalations'>,
): readonly Waiting[] {
  return [...holds]
    .filter(([story, { code }]) => {
      const escalation = ledger.escalations[story];
      return escalation?.code === code && before.escalations[story]?.since !== escalation.since;
    })
    .map(([story, hold]) => ({ story, hold }))
    .toSorted((left, right) => compareStoryNumbers(left.story, right.story));
}

/** What the whole line began to wait for a person for, since the ledger was read; nothing where a person paused it. */
export function findNewLine({ line }: Pick<Plan, 'line'>, before: Pick<Ledger, 'line'>): Hold | null {
  if (line === null || line.code === 'paused' || reasons[line.code].who !== 'person') return null;
  return before.line?.code === line.code ? null : line;
}
