import { describe, expect, it } from 'vitest';
import type { HeadFacts, ReviewFacts } from '../../../src/core/snapshot.ts';
import { findWithdrawal } from '../../../src/core/withdraw-approval.ts';
import { aContext, viewOf } from '../../builders/context.ts';
import { aReviewBy } from '../../builders/gate.ts';
import { aHead, aLedger, approved, aVerdict, minute, noon, opened } from '../../builders/ledger.ts';
import { aFailedReview } from '../../builders/outcome.ts';
import { aPolicy } from '../../builders/policy.ts';
import { aPullRequest } from '../../builders/pull-request.ts';
import type { Scene } from '../../builders/scene.ts';
import { aSha, headSha } from '../../builders/sha.ts';
import { aSnapshot } from '../../builders/snapshot.ts';
import { ourStory } from '../../builders/story.ts';

const pass = { run: 100, attempt: 1, holder: 'plan', canDispatch: true, canApprove: true };
const standing: ReviewFacts = aReviewBy('github-actions', { isPerson: false, canWrite: false });
const changed = opened({ verdict: aVerdict({ criteriaHash: 'criteria-of-yesterday' }) });
const refusal = { headSha, detail: 'no', notBefore: noon + minute };
const moved = aSha('moved');

interface Row extends Scene {
  readonly behaviour: string;
  readonly isWithdrawn: boolean;
}

const rows: readonly Row[] = [
  { behaviour: 'stands for a passing verdict', memory: approved(), isWithdrawn: false },
  {
    behaviour: 'stands for a passing verdict on the same diff, though an earlier head was approved',
    memory: approved(),
    pullRequest: aPullRequest({ reviews: [{ ...standing, commit: aSha('before') }] }),
    isWithdrawn: false,
  },
  { behaviour: 'is taken back when the criteria have changed', memory: changed, isWithdrawn: true },
  {
    behaviour: 'is taken back when the diff has changed',
    memory: approved({ head: aHead({ patchId: 'patch-9' }) }),
    isWithdrawn: true,
  },
  {
    behaviour: 'is taken back when a review failed',
    memory: opened({ verdict: aVerdict({ review: aFailedReview() }) }),
    isWithdrawn: true,
  },
  { behaviour: 'is taken back where nobody reviewed: any workflow can give one', memory: opened(), isWithdrawn: true },
  {
    behaviour: 'is taken back where the author judged itself',
    memory: approved({ verdict: aVerdict({ reviewer: 'implementer' }) }),
    isWithdrawn: true,
  },
  {
    behaviour: 'is taken back when somebody pushed',
    memory: approved(),
    pullRequest: aPullRequest({ headSha: moved, reviews: [standing] }),
    isWithdrawn: true,
  },
  {
    behaviour: 'is taken back when what was pushed was looked at and is no update',
    memory: approved(),
    pullRequest: aPullRequest({ headSha: moved, reviews: [standing] }),
    world: { heads: new Map([[11, seen('push')]]) },
    isWithdrawn: true,
  },
  {
    behaviour: 'stands while GitHub has only merged the base into it',
    memory: approved(),
    pullRequest: aPullRequest({ headSha: moved, reviews: [standing] }),
    world: { heads: new Map([[11, seen('update')]]) },
    isWithdrawn: false,
  },
  {
    behaviour: 'is taken back when the head has moved on from the update that was looked at',
    memory: approved(),
    pullRequest: aPullRequest({ headSha: aSha('later'), reviews: [standing] }),
    world: { heads: new Map([[11, seen('update')]]) },
    isWithdrawn: true,
  },
  {
    behaviour: 'of a person is nobody’s to take back',
    memory: changed,
    pullRequest: aPullRequest({ reviews: [aReviewBy('ada')] }),
    isWithdrawn: false,
  },
  {
    behaviour: 'that was dismissed is not taken back again',
    memory: changed,
    pullRequest: aPullRequest({ reviews: [{ ...standing, state: 'DISMISSED' }] }),
    isWithdrawn: false,
  },
  {
    behaviour: 'of what is closed stays as it is',
    memory: changed,
    pullRequest: aPullRequest({ state: 'CLOSED', reviews: [standing] }),
    isWithdrawn: false,
  },
  {
    behaviour: 'stays for a while where GitHub would not take it back',
    memory: { ...changed, unapproved: refusal },
    isWithdrawn: false,
  },
  {
    behaviour: 'is asked for again afterwards',
    memory: { ...changed, unapproved: { ...refusal, notBefore: noon } },
    isWithdrawn: true,
  },
  {
    behaviour: 'is asked for at once of another head',
    memory: { ...changed, unapproved: { ...refusal, headSha: moved } },
    isWithdrawn: true,
  },
  {
    behaviour: 'is not ours to take back where people approve',
    memory: changed,
    policy: { approve: 'human' },
    isWithdrawn: false,
  },
  {
    behaviour: 'is left to a job that was given the token',
    memory: changed,
    world: { pass: { ...pass, canApprove: false } },
    isWithdrawn: false,
  },
];

describe('an approval in GitHub Actions’ name', () => {
  it.each(rows)('$behaviour', ({ memory = approved(), isWithdrawn, ...scene }) => {
    const { pullRequest = aPullRequest({ reviews: [standing] }) } = scene;
    const world = aSnapshot([ourStory({ agentStatus: 'reported_done' })], {
      pullRequests: [pullRequest],
      pass,
      ...scene.world,
    });
    const ledger = aLedger({ '1.1': memory });
    const context = aContext(world, ledger, aPolicy({ approve: 'actions', ...scene.policy }));
    const withdrawn = findWithdrawal(viewOf(context), context);
    if (!isWithdrawn) expect(withdrawn).toBeNull();
    else expect(withdrawn).toMatchObject({ kind: 'withdraw_approval', pullRequest: 11, headSha: pullRequest.headSha });
  });
});

function seen(kind: HeadFacts['kind']): HeadFacts {
  return { sha: moved, kind, work: null, fault: null };
}
