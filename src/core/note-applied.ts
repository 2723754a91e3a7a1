import type { Applied } from './applied.ts';
import type { Decision } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Ledger } from './ledger.ts';
import { noteActivity } from './note-activity.ts';
import { noteAttempt } from './note-attempt.ts';
import { rememberApplied } from './remember.ts';

/** The ledger after one decision was applied: what the next pass must know, and what people are told of it. */
export function noteApplied(before: Ledger, decision: Decision, applied: Applied, now: Instant): Ledger {
  const ledger = rememberApplied(before, decision, applied, now);
  // It is not done yet: the next round does it, elsewhere.
  if (applied.taken !== undefined) return ledger;
  const noted = noteAttempt(noteActivity(ledger, decision, now), { before, decision, applied }, now);
  return applied.shown === undefined ? noted : { ...noted, shown: { ...noted.shown, ...applied.shown } };
}
