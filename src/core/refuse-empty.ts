import type { Feedback } from './assignment.ts';
import type { Accept, AcceptRepair, Refuse } from './decision.ts';

/** Why work is refused that leaves the base as it is. */
export const emptyWork = 'the work changes nothing';

/** What an outcome that stood comes to when the base has come to hold every commit of it meanwhile. */
export function refuseEmpty({ story, assignment, expected }: Accept | AcceptRepair): Refuse {
  const feedback: Feedback = { kind: 'outcome_refused', summary: emptyWork, items: [emptyWork], headSha: expected };
  return { kind: 'refuse', story, because: emptyWork, assignment, feedback };
}
