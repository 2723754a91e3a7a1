import type { StoryMemory } from '../../src/core/ledger.ts';
import type { MergeMode, Policy } from '../../src/core/policy.ts';
import type { PullRequestFacts, ReviewFacts, StoryFacts } from '../../src/core/snapshot.ts';
import type { Situation } from './arbitrary-snapshot.ts';

/** What people's reviews, or their absence, forbid about a merge; written down from the design like `whatForbids`. */
export function ofReviews(
  story: StoryFacts,
  pullRequest: PullRequestFacts,
  { world, ledger, policy }: Situation,
): Readonly<Record<string, boolean>> {
  const memory = ledger.stories[story.number];
  const { rules } = world;
  const { reviewDecision } = pullRequest;
  const approvals = approvalsOf(pullRequest, memory);
  const isTold = memory?.head?.by !== 'update' && reviewDecision === 'APPROVED';
  const counted = approvals.filter(({ isPerson, canWrite }) => canWrite || !isPerson).length;
  const mode = modeOf(story, memory, policy.merge);
  return {
    'changes requested': reviewDecision === 'CHANGES_REQUESTED',
    'changes requested by a person': pullRequest.reviews.some(
      ({ state, isPerson, canWrite }) => state === 'CHANGES_REQUESTED' && isPerson && canWrite,
    ),
    'a review that GitHub asks for': reviewDecision === 'REVIEW_REQUIRED',
    'approvals that the rules ask for': rules.requiredApprovals > 0 && reviewDecision !== 'APPROVED',
    'stale approvals': rules.dismissesStaleApprovals && isTold && counted < rules.requiredApprovals,
    'a last push that nobody approved':
      rules.requiresLastPushApproval && isTold && rules.requiredApprovals > 0 && counted === 0,
    'no approval by a person':
      mode === 'approve' &&
      !approvals.some(({ isPerson, canWrite, author }) => isPerson && canWrite && author !== world.viewer),
    'left to a person': mode === 'never',
  };
}

function approvalsOf(pullRequest: PullRequestFacts, memory: StoryMemory | undefined): readonly ReviewFacts[] {
  return pullRequest.reviews
    .filter(({ state, commit }) => state === 'APPROVED' && commit === pullRequest.headSha)
    .filter(({ author }) => author !== pullRequest.author)
    .filter(({ submittedAt }) => submittedAt >= (memory?.head?.at ?? 0));
}

/** Every glob of the situations names a whole folder. */
function modeOf(story: StoryFacts, memory: StoryMemory | undefined, merge: Policy['merge']): MergeMode {
  const paths = memory?.head?.changedPaths ?? null;
  const found = (paths ?? ['?']).map((path) => {
    const named = merge.exceptions.filter(
      ({ epics, paths: globs }) =>
        epics.includes(story.epic) || globs.some((glob) => path === '?' || path.startsWith(glob.replace('**', ''))),
    );
    const isByEpic = named.some(({ epics }) => epics.includes(story.epic));
    const modes = named.map(({ mode }) => mode);
    return strictest(named.length === 0 || (path === '?' && !isByEpic) ? [...modes, merge.mode] : modes);
  });
  return strictest(found);
}

function strictest(modes: readonly MergeMode[]): MergeMode {
  if (modes.includes('never')) return 'never';
  return modes.includes('approve') ? 'approve' : 'auto';
}
