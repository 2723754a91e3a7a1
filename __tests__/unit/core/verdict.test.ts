import { describe, expect, it } from 'vitest';
import { findReviewFault, type Review, reviewSchema } from '../../../src/core/verdict.ts';
import { aReview } from '../../builders/outcome.ts';

const critical: Review['findings'][number] = { severity: 'CRITICAL', description: 'Any tenant can read it.' };

const rows: readonly { readonly behaviour: string; readonly review: Review; readonly fault: string | null }[] = [
  { behaviour: 'a pass of every criterion stands', review: aReview({ acs_verified: ['A', 'B'] }), fault: null },
  {
    behaviour: 'a failure that names a criterion stands',
    review: aReview({ result: 'fail', acs_verified: ['A'], acs_failed: ['B'] }),
    fault: null,
  },
  {
    behaviour: 'a failure that names a finding stands, though every criterion is met',
    review: aReview({ result: 'fail', acs_verified: ['A', 'B'], findings: [critical] }),
    fault: null,
  },
  {
    behaviour: 'a pass with a finding that is not critical stands',
    review: aReview({ acs_verified: ['A', 'B'], findings: [{ ...critical, severity: 'HIGH' }] }),
    fault: null,
  },
  {
    behaviour: 'a pass that leaves a criterion to people stands',
    review: aReview({ acs_verified: ['A'], acs_human: ['B'] }),
    fault: null,
  },
  {
    behaviour: 'a criterion both met and left to people is a fault',
    review: aReview({ acs_verified: ['A', 'B'], acs_human: ['B'] }),
    fault: 'criteria with more than one verdict: B',
  },
  {
    behaviour: 'a criterion left to people that the story does not have is a fault',
    review: aReview({ acs_verified: ['A', 'B'], acs_human: ['C'] }),
    fault: 'criteria the story does not have: C',
  },
  {
    behaviour: 'a criterion left out is a fault',
    review: aReview({ acs_verified: ['A'] }),
    fault: 'criteria without a verdict: B',
  },
  {
    behaviour: 'a criterion both met and not met is a fault',
    review: aReview({ result: 'fail', acs_verified: ['A', 'B'], acs_failed: ['B'] }),
    fault: 'criteria with more than one verdict: B',
  },
  {
    behaviour: 'a criterion that the story does not have is a fault',
    review: aReview({ acs_verified: ['A', 'B', 'C'] }),
    fault: 'criteria the story does not have: C',
  },
  {
    behaviour: 'a pass with a failed criterion is a fault',
    review: aReview({ acs_verified: ['A'], acs_failed: ['B'] }),
    fault: 'a pass with failed criteria: B',
  },
  {
    behaviour: 'a pass with a critical finding is a fault',
    review: aReview({ acs_verified: ['A', 'B'], findings: [critical] }),
    fault: 'a pass with a critical finding',
  },
  {
    behaviour: 'a failure that says nothing of what fails is a fault',
    review: aReview({ result: 'fail', acs_verified: ['A', 'B'] }),
    fault: 'a failure without a failed criterion or a finding',
  },
];

describe('a review', () => {
  it.each(rows)('$behaviour', ({ review, fault }) => {
    expect(findReviewFault(review, ['A', 'B'])).toBe(fault);
  });

  it('may write its severities in small letters', () => {
    const parsed = reviewSchema.parse(aReview({ findings: [{ ...critical, severity: 'critical' as 'CRITICAL' }] }));
    expect(parsed.findings[0]?.severity).toBe('CRITICAL');
  });

  it('of an unknown severity or result is not read', () => {
    expect(reviewSchema.safeParse({ ...aReview(), findings: [{ severity: 'NIT', description: 'x' }] }).success).toBe(
      false,
    );
    expect(reviewSchema.safeParse({ ...aReview(), result: 'partial' }).success).toBe(false);
  });
});
