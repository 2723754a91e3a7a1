import type { Outcome } from '../../src/core/outcome.ts';
import type { OutcomeFacts, WorkFacts } from '../../src/core/snapshot.ts';
import type { Finding, Review } from '../../src/core/verdict.ts';
import { aSha } from './sha.ts';

/** A review that passes the one criterion. */
export function aReview(change: Partial<Review> = {}): Review {
  return {
    result: 'pass',
    summary: 'Every criterion is met.',
    findings: [],
    acs_verified: ['AC-1'],
    acs_failed: [],
    acs_human: [],
    ...change,
  };
}

/** A review that fails it, with one finding. */
export function aFailedReview(finding: Partial<Finding> = {}): Review {
  return aReview({
    result: 'fail',
    summary: 'The error case is missing.',
    findings: [
      { severity: 'HIGH', ac_id: 'AC-1', description: 'No test of the error case.', file: 'src/a.js', ...finding },
    ],
    acs_verified: [],
    acs_failed: ['AC-1'],
  });
}

/** The outcome of an author that went well, of assignment 99-3. */
export function anOutcome(change: Partial<Outcome> = {}): Outcome {
  return {
    version: 1,
    assignment: '99-3',
    run: 99,
    attempt: 1,
    kind: 'completed',
    detail: 'done',
    restatement: {
      understood: true,
      summary: 'Make it work.',
      criteria: [{ id: 'AC-1', restated: 'It shall work.', deliverables: [] }],
      questions: [],
    },
    head: aSha('work'),
    review: null,
    verify: null,
    agent: { exitCode: 0, durationMs: 1000 },
    usage: null,
    ...change,
  };
}

/** What the quarantine found in work that nothing is wrong with. */
export function someWork(change: Partial<WorkFacts> = {}): WorkFacts {
  return {
    head: aSha('work'),
    descends: true,
    diffBase: aSha('root'),
    patchId: 'patch-2',
    isEmpty: false,
    changedPaths: ['src/a.js'],
    refusals: [],
    protectedPaths: [],
    concerns: [],
    missingDeliverables: [],
    ...change,
  };
}

type Settled = Extract<OutcomeFacts, { kind: 'outcome' }>;

/** The outcome a settle is about, together with its quarantined work. */
export function settled(
  outcome: Partial<Outcome> = {},
  change: Partial<Omit<Settled, 'kind' | 'outcome'>> = {},
): Settled {
  const whole = anOutcome(outcome);
  return {
    kind: 'outcome',
    assignment: whole.assignment,
    outcome: whole,
    work: someWork(),
    workFault: null,
    ...change,
  };
}
