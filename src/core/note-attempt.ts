import type { Applied } from './applied.ts';
import type { Attempt } from './attempts.ts';
import type { Decision } from './decision.ts';
import type { Instant } from './instant.ts';
import { type Flight, type Ledger, recall, remember } from './ledger.ts';

/** How many of a story's attempts are remembered to be told, and how much of each. */
const most = { attempts: 12, said: 200 } as const;

interface Ended {
  /** The ledger in which the assignment was in flight. */
  readonly before: Ledger;
  readonly decision: Decision;
  readonly applied: Applied;
}

/** The ledger with the end of an assignment noted with its story. */
export function noteAttempt(ledger: Ledger, { before, decision, applied }: Ended, now: Instant): Ledger {
  const ended = endingOf(decision, applied);
  const flight = findFlight(before, decision);
  if (ended === null || flight === null || flight.story === null) return ledger;
  if (!Object.hasOwn(ledger.stories, flight.story)) return ledger;
  const { id, role, run, since, story } = flight;
  const attempt = { assignment: id, role, run, since, at: now, ended, said: decision.because.slice(0, most.said) };
  return remember(ledger, story, { attempts: [...recall(ledger, story).attempts, attempt].slice(-most.attempts) });
}

function findFlight(ledger: Ledger, decision: Decision): Flight | null {
  if (!('assignment' in decision) || typeof decision.assignment !== 'string') return null;
  return ledger.flights[decision.assignment] ?? null;
}

function endingOf(decision: Decision, { refusal }: Applied): Attempt['ended'] | null {
  switch (decision.kind) {
    case 'accept':
    case 'accept_repair':
      return refusal === undefined ? 'accepted' : 'refused';
    case 'keep':
      return refusal === undefined ? 'kept' : 'refused';
    case 'refuse':
      return 'refused';
    case 'record_verdict':
      return decision.verdict.review.result === 'pass' ? 'passed' : 'failed';
    case 'discard':
      return 'discarded';
    case 'lose':
      return 'lost';
    case 'unclaim':
      return decision.sticky?.code === 'declined' ? 'declined' : 'discarded';
    default:
      return null;
  }
}
