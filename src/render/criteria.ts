import type { VerdictRecord } from '../core/ledger.ts';

/** How a criterion stands by a verdict and by what people said of it. */
export type CriterionStanding = 'met' | 'not_met' | 'human' | 'vouched' | 'unknown';

/** What a verdict, where there is one, says of one criterion; `vouched`: those of which a person says that they are met. */
export function standingOfCriterion(
  id: string,
  verdict: Pick<VerdictRecord, 'review'> | null,
  vouched: readonly string[],
): CriterionStanding {
  if (verdict === null) return 'unknown';
  const { acs_failed, acs_human, acs_verified } = verdict.review;
  if (acs_failed.includes(id)) return 'not_met';
  if (acs_human.includes(id)) return vouched.includes(id) ? 'vouched' : 'human';
  return acs_verified.includes(id) ? 'met' : 'unknown';
}
