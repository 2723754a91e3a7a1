import { z } from 'zod';

export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;

const finding = z.object({
  severity: z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(severities)),
  ac_id: z.string().max(100).nullish(),
  description: z.string().min(1).max(4000),
  file: z.string().max(500).nullish(),
  line: z.number().int().positive().nullish(),
});

/**
 * What a reviewer writes, in the words of loopctl's review skill: a result, and a place in `acs_verified` or
 * `acs_failed` for every criterion; or in `acs_human`, where only a person can tell.
 */
export const reviewSchema = z.object({
  result: z.enum(['pass', 'fail']),
  summary: z.string().min(1).max(8000),
  findings: z.array(finding).max(200),
  acs_verified: z.array(z.string().max(100)).max(500),
  acs_failed: z.array(z.string().max(100)).max(500),
  acs_human: z.array(z.string().max(100)).max(500).default([]),
});

export type Review = z.infer<typeof reviewSchema>;
export type Finding = z.infer<typeof finding>;

/** Why a review cannot stand, or nothing when it covers every criterion and agrees with itself. */
export function findReviewFault(review: Review, criteria: readonly string[]): string | null {
  const failed = new Set(review.acs_failed);
  const told = [new Set(review.acs_verified), failed, new Set(review.acs_human)];
  const places = (id: string): number => told.filter((ids) => ids.has(id)).length;
  const twice = criteria.filter((id) => places(id) > 1);
  if (twice.length > 0) return `criteria with more than one verdict: ${twice.join(', ')}`;
  const missing = criteria.filter((id) => places(id) === 0);
  if (missing.length > 0) return `criteria without a verdict: ${missing.join(', ')}`;
  const unknown = told.flatMap((ids) => [...ids]).filter((id) => !criteria.includes(id));
  if (unknown.length > 0) return `criteria the story does not have: ${unknown.join(', ')}`;
  if (review.result === 'pass' && failed.size > 0) return `a pass with failed criteria: ${[...failed].join(', ')}`;
  if (review.result === 'pass' && review.findings.some(({ severity }) => severity === 'CRITICAL')) {
    return 'a pass with a critical finding';
  }
  if (review.result === 'fail' && failed.size === 0 && review.findings.length === 0) {
    return 'a failure without a failed criterion or a finding';
  }
  return null;
}
