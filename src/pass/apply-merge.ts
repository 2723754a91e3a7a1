import type { Merge } from '../core/decision.ts';
import type { Hold } from '../core/reasons.ts';
import type { Applied } from '../core/remember.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { type MergeAnswer, mergePullRequest } from '../github/merge.ts';
import { usualPatience } from '../github/patience.ts';
import { type MergeStateFacts, readMergeState } from '../github/read-merge-state.ts';
import { renderMergeMessage } from '../render/merge-message.ts';
import { LeftUndone } from './left-undone.ts';
import type { LeasedPass } from './under-lease.ts';

/**
 * Our gate's check is completed on the head first, then the state is read again; only then, and only while the head
 * and the base are the ones that were judged, the merge is asked for, with the head SHA.
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
  const moved = findMoved(decision, state);
  if (moved !== null) throw new LeftUndone(moved);
  const wanted = { number: pullRequest, headSha, method: decision.method, ...renderMergeMessage(decision) };
  const answer = await mergePullRequest(github, wanted, usualPatience);
  if (answer.kind !== 'merged') throw new LeftUndone(holdOfAnswer(answer));
  return { mergeSha: answer.sha };
}

/** Why the merge must not be asked for after all, or nothing: only this head, this base, and GitHub's own word. */
function findMoved(decision: Merge, state: MergeStateFacts): Hold | null {
  if (state.headSha !== decision.headSha) return { code: 'head_not_accepted', detail: `it moved to ${state.headSha}` };
  if (state.baseSha !== decision.baseSha) {
    return { code: 'base_raced', detail: `it moved to ${state.baseSha ?? 'nothing'} while this was judged` };
  }
  if (state.viewerCanMergeAsAdmin) return { code: 'bypass_possible', detail: 'it can merge as an admin' };
  switch (state.mergeState) {
    case 'CLEAN':
    case 'HAS_HOOKS':
      return null;
    case 'UNSTABLE':
      return { code: 'merge_unstable', detail: `#${decision.pullRequest}` };
    case 'UNKNOWN':
      return { code: 'merge_state_unknown', detail: `#${decision.pullRequest}` };
    case 'BEHIND':
    case 'BLOCKED':
    case 'DIRTY':
    case 'DRAFT':
      return { code: 'merge_blocked', detail: `#${decision.pullRequest} is ${state.mergeState}` };
  }
}

function holdOfAnswer(answer: Exclude<MergeAnswer, { kind: 'merged' }>): Hold {
  switch (answer.kind) {
    case 'head_moved':
      return { code: 'head_not_accepted', detail: 'it moved while it was merged' };
    case 'queue_required':
      return { code: 'merge_queue_required', detail: '' };
    case 'not_mergeable':
      return { code: 'merge_blocked', detail: answer.message };
    case 'unanswered':
      return { code: 'merge_state_unknown', detail: answer.message };
    case 'pending':
    case 'enqueued':
      return { code: 'merge_state_unknown', detail: `the merge is ${answer.kind}` };
  }
}
