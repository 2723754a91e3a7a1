import { judgeChecks } from '../core/checks.ts';
import type { Merge } from '../core/decision.ts';
import type { Hold } from '../core/reasons.ts';
import type { Applied } from '../core/remember.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { type MergeAnswer, mergePullRequest } from '../github/merge.ts';
import { ensureEnqueued } from '../github/merge-queue.ts';
import { usualPatience } from '../github/patience.ts';
import { readBypass } from '../github/read-bypass.ts';
import { readCommitChecks } from '../github/read-commit-checks.ts';
import { type MergeStateFacts, readMergeState } from '../github/read-merge-state.ts';
import { renderMergeMessage } from '../render/merge-message.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/**
 * Our gate's check is completed on the head first, then the state is read again; only then, and only while the head
 * and the base are the ones that were judged and no rule can be passed over, the merge is asked for, or a place in the
 * queue, with the head SHA. What GitHub takes on and does not end at once is remembered, and asked about later.
 */
export async function applyMerge(decision: Merge, pass: LeasedPass): Promise<Applied> {
  const { github } = pass;
  const { story, pullRequest, headSha } = decision;
  await ensureCheck(github, {
    sha: headSha,
    name: 'orchestrate/gate',
    externalId: 'orchestrate',
    conclusion: 'success',
    title: 'Every clause of the gate holds',
    summary: `Story ${story.number}: ${decision.because}.`,
    detailsUrl: pass.runUrl,
  });
  const state = await readMergeState(github, pullRequest, usualPatience);
  // Merged before, by a request of ours whose answer was lost.
  if (state.state === 'MERGED' && state.headSha === headSha && state.mergeSha !== null) {
    return { mergeSha: state.mergeSha };
  }
  const moved =
    findMoved(decision, state) ?? (await findUnstable(decision, state, pass)) ?? (await findBypass(state, pass));
  if (moved !== null) throw new LeftUndone(moved);
  if (decision.way === 'queue') return await enqueue(decision, pass);
  const wanted = { number: pullRequest, headSha, method: decision.method, ...renderMergeMessage(decision) };
  const answer = await mergePullRequest(github, wanted, usualPatience);
  switch (answer.kind) {
    case 'merged':
      return { mergeSha: answer.sha };
    case 'pending':
      return { merging: { uuid: answer.uuid } };
    case 'enqueued':
      return { merging: { uuid: null } };
    case 'queue_required':
      return await enqueue(decision, pass);
    case 'head_moved':
    case 'not_mergeable':
    case 'unanswered':
      throw new LeftUndone(holdOfAnswer(answer));
  }
}

/** A place in the merge queue, for exactly this head. */
async function enqueue(decision: Merge, { github }: LeasedPass): Promise<Applied> {
  const { pullRequest: number, pullRequestId: id, headSha } = decision;
  const answer = await ensureEnqueued(github, { number, id, headSha });
  switch (answer.kind) {
    case 'enqueued':
      return { merging: { uuid: null } };
    case 'head_moved':
      throw new LeftUndone(holdOfAnswer(answer));
    case 'refused':
      throw new LeftUndone({ code: 'merge_blocked', detail: answer.message });
  }
}

/** What the gate asked of the rulesets is asked again: somebody may have let our token pass in the meantime. */
async function findBypass(
  { viewerCanMergeAsAdmin }: MergeStateFacts,
  { github, settings, policy }: LeasedPass,
): Promise<Hold | null> {
  const bypass = await readBypass(github, settings.base, viewerCanMergeAsAdmin);
  if (bypass === 'never' || (bypass === 'unknown' && policy.base.unprotected === 'accept')) return null;
  return { code: 'bypass_possible', detail: bypass === 'possible' ? 'a ruleset names it' : 'it cannot be told' };
}

/** Why the merge must not be asked for after all, or nothing: only this head, this base, and GitHub's own word. */
function findMoved(decision: Merge, state: MergeStateFacts): Hold | null {
  if (state.headSha !== decision.headSha) return { code: 'head_not_accepted', detail: `it moved to ${state.headSha}` };
  if (state.baseSha !== decision.baseSha) {
    return { code: 'base_raced', detail: `it moved to ${state.baseSha ?? 'nothing'} while this was judged` };
  }
  if (state.reviewDecision === 'CHANGES_REQUESTED') {
    return { code: 'change_requested', detail: `#${decision.pullRequest}, a moment ago` };
  }
  if (state.viewerCanMergeAsAdmin) return { code: 'bypass_possible', detail: 'it can merge as an admin' };
  switch (state.mergeState) {
    case 'CLEAN':
    case 'HAS_HOOKS':
    case 'UNSTABLE':
      return null;
    case 'UNKNOWN':
      return { code: 'merge_state_unknown', detail: `#${decision.pullRequest}` };
    case 'BEHIND':
      return { code: 'behind', detail: `#${decision.pullRequest}` };
    case 'DIRTY':
      return { code: 'merge_conflict', detail: `#${decision.pullRequest}` };
    case 'DRAFT':
      return { code: 'draft', detail: `#${decision.pullRequest}` };
    case 'BLOCKED':
      return { code: 'merge_blocked', detail: `#${decision.pullRequest} is ${state.mergeState}` };
  }
}

/**
 * GitHub calls a head unstable when any check that it does not require is not green, one that the team ignores by name
 * among them: as of now none but those may be.
 */
async function findUnstable(
  { pullRequest, headSha }: Merge,
  { mergeState }: MergeStateFacts,
  { github, policy }: LeasedPass,
): Promise<Hold | null> {
  if (mergeState !== 'UNSTABLE') return null;
  const checks = (await readCommitChecks(github, [headSha])).get(headSha) ?? [];
  if (judgeChecks(checks, [], policy.checks).kind === 'green') return null;
  return { code: 'merge_unstable', detail: `#${pullRequest}` };
}

function holdOfAnswer(answer: Extract<MergeAnswer, { kind: 'head_moved' | 'not_mergeable' | 'unanswered' }>): Hold {
  switch (answer.kind) {
    case 'head_moved':
      return { code: 'head_not_accepted', detail: 'it moved while it was merged' };
    case 'not_mergeable':
      return { code: 'merge_blocked', detail: answer.message };
    case 'unanswered':
      return { code: 'merge_state_unknown', detail: answer.message };
  }
}
