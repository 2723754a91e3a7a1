import { nameSome } from '../name-some.ts';
import type { Hold } from '../reasons.ts';
import type { ReviewFacts, RulesFacts } from '../snapshot.ts';
import { type GateFacts, when } from './clause.ts';
import { findMergeMode } from './merge-mode.ts';
import { findOwnApproval, type OwnApproval } from './own-approval.ts';

/**
 * No person's request for changes stands: neither by GitHub's sum nor, since GitHub sums up only where a rule asks for
 * approvals, by anybody's last word.
 */
export function judgeChangeRequests({ pullRequest }: GateFacts): Hold | null {
  const objecting = pullRequest.reviews.filter((review) => review.state === 'CHANGES_REQUESTED' && isWriter(review));
  return when(
    pullRequest.reviewDecision === 'CHANGES_REQUESTED' || objecting.length > 0,
    'change_requested',
    `#${pullRequest.number}${objecting.length > 0 ? ` by ${nameAuthors(objecting)}` : ''}`,
  );
}

/** Approved as the rules demand, by GitHub's own sum, and as the configuration asks, by a person and for this very head. */
export function judgeApprovals(facts: GateFacts): Hold | null {
  return judgeRules(facts) ?? judgeMode(facts);
}

/** Whether nothing is missing of the approvals but the one that the passing verdict can be. */
export function isApprovalDue(facts: GateFacts): boolean {
  return findMissing(facts) !== null && judgeMode(facts) === null && findOwnApproval(facts).kind === 'due';
}

function judgeRules(facts: GateFacts): Hold | null {
  const missing = findMissing(facts);
  if (missing === null) return null;
  const own = findOwnApproval(facts);
  return own.kind === 'impossible' ? own.hold : (holdOfGiven(own, facts) ?? missing);
}

/** The verdict is an approval, and that is not enough: for lack of others', or since GitHub does not count it. */
function holdOfGiven({ kind }: OwnApproval, { pullRequest: { number }, context }: GateFacts): Hold | null {
  if (kind !== 'given') return null;
  const { rules } = context.world;
  if (rules.requiredApprovals > 1 || rules.requiresCodeOwners) {
    const detail = `#${number}: the verdict is one, and the rules ask for ${describeDemand(rules)}`;
    return { code: 'awaiting_approval', detail };
  }
  return { code: 'approval_refused', detail: `#${number}: GitHub shows it, and does not count it` };
}

function findMissing(facts: GateFacts): Hold | null {
  const { number, reviewDecision } = facts.pullRequest;
  const { rules } = facts.context.world;
  const isMissing = rules.requiredApprovals > 0 && reviewDecision !== 'APPROVED';
  if (isMissing || reviewDecision === 'REVIEW_REQUIRED') {
    return { code: 'awaiting_approval', detail: `#${number}: the rules ask for ${describeDemand(rules)}` };
  }
  const needed = countFresh(rules);
  // GitHub's own merge of the base into it leaves the diff as it was: whether approvals outlive that, its sum tells.
  if (facts.view.memory.head?.by === 'update') return null;
  const fresh = listFresh(facts).filter((review) => isWriter(review) || !review.isPerson).length;
  return when(
    fresh < needed,
    'awaiting_approval',
    `#${number}: ${fresh} of ${needed} approvals are for what was pushed last`,
  );
}

/** How many approvals have to be for what was pushed last; GitHub takes back the older ones a moment after a push. */
function countFresh(rules: RulesFacts): number {
  if (rules.dismissesStaleApprovals) return rules.requiredApprovals;
  return rules.requiresLastPushApproval ? Math.min(1, rules.requiredApprovals) : 0;
}

function describeDemand(rules: RulesFacts): string {
  const { requiredApprovals: count } = rules;
  return [
    count > 1 ? `${count} approvals` : 'an approval',
    ...(rules.requiresCodeOwners ? ['a code owner’s for every file that has one'] : []),
    ...(rules.requiresLastPushApproval ? ['one by somebody else than who pushed last'] : []),
  ].join(', ');
}

function judgeMode(facts: GateFacts): Hold | null {
  const { view, pullRequest, context } = facts;
  const { mode, because } = findMergeMode(view, context.policy.merge);
  const isOthers = (review: ReviewFacts): boolean => isWriter(review) && review.author !== context.world.viewer;
  if (mode !== 'approve' || listFresh(facts).some(isOthers)) return null;
  const stale = pullRequest.reviews.filter((review) => review.state === 'APPROVED' && isOthers(review));
  const seen = stale.length > 0 ? `; what ${nameAuthors(stale)} approved is not what was pushed last` : '';
  return { code: 'awaiting_approval', detail: `#${pullRequest.number}, by ${because}${seen}` };
}

/**
 * The approvals of this very head by others than its author, given after it was pushed: the commit that GitHub shows with
 * a review may follow a force-push.
 */
function listFresh({ view, pullRequest }: GateFacts): readonly ReviewFacts[] {
  const pushedAt = view.memory.head?.at ?? Number.POSITIVE_INFINITY;
  return pullRequest.reviews.filter(
    ({ state, commit, submittedAt, author }) =>
      state === 'APPROVED' &&
      commit === pullRequest.headSha &&
      submittedAt >= pushedAt &&
      author !== pullRequest.author,
  );
}

function isWriter({ isPerson, canWrite }: ReviewFacts): boolean {
  return isPerson && canWrite;
}

function nameAuthors(reviews: readonly ReviewFacts[]): string {
  return nameSome(reviews.map(({ author }) => author ?? 'somebody'));
}
