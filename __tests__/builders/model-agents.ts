import type { Assignment } from '../../src/core/assignment.ts';
import type { OutcomeFacts } from '../../src/core/snapshot.ts';
import { identityOf, type ModelJob, type ModelWorld, newSha } from './model-world.ts';
import { aFailedReview, aReview, settled, someWork } from './outcome.ts';
import type { Tape } from './tape.ts';

/** What becomes of an agent job that ends now: its outcome, or nothing when its machine is lost. */
export function endJob(world: ModelWorld, job: ModelJob, tape: Tape): void {
  const { assignment } = job;
  job.outcome = assignment.role === 'review' ? review(assignment, tape) : author(world, assignment, tape);
  job.state = job.outcome === null ? 'gone' : 'ended';
}

function author(world: ModelWorld, assignment: Assignment, tape: Tape): OutcomeFacts | null {
  const sha = newSha(world);
  const work = someWork({ head: sha, patchId: `patch-${sha}`, diffBase: assignment.base.sha });
  const identity = identityOf(assignment);
  const end = tape.choose([
    'done',
    'done',
    'done',
    'failed',
    'lost',
    'protected',
    'no files',
    'declined',
    'expired',
    'unusable',
  ]);
  switch (end) {
    case 'done':
      return settled(identity, { work });
    case 'failed':
      return settled({ ...identity, kind: 'failed' }, { work: null });
    case 'lost':
      return null;
    case 'protected':
      return settled(identity, { work: { ...work, protectedPaths: ['.github/workflows/ci.yml'] } });
    case 'no files':
      return settled(identity, { work: { ...work, missingDeliverables: ['docs/api.md'] } });
    case 'declined':
      return settled({ ...identity, kind: 'declined' }, { work: null });
    case 'expired':
      return settled({ ...identity, kind: 'expired' }, { work: null });
    case 'unusable':
      return { kind: 'unusable', assignment: assignment.id, detail: 'no outcome.json' };
  }
}

function review(assignment: Assignment, tape: Tape): OutcomeFacts | null {
  const identity = identityOf(assignment);
  switch (tape.choose(['pass', 'pass', 'fail', 'incomplete', 'failed', 'lost'])) {
    case 'pass':
      return settled({ ...identity, review: aReview() }, { work: null });
    case 'fail':
      return settled({ ...identity, review: aFailedReview() }, { work: null });
    case 'incomplete':
      return settled({ ...identity, review: aReview({ acs_verified: [] }) }, { work: null });
    case 'failed':
      return settled({ ...identity, kind: 'failed' }, { work: null });
    case 'lost':
      return null;
  }
}
