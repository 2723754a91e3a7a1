import type { Applied } from '../core/applied.ts';
import type { Merge } from '../core/decision.ts';
import { holdOfRefusal, judgeAtMerge, judgeUnstable } from '../core/gate/at-merge.ts';
import { holdOfBypass } from '../core/gate/protection.ts';
import { ownChecks } from '../core/own-checks.ts';
import type { Hold } from '../core/reasons.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { mergePullRequest } from '../github/merge.ts';
import { ensureEnqueued } from '../github/merge-queue.ts';
import { ownMark } from '../github/own-mark.ts';
import { usualPatience } from '../github/patience.ts';
import { readBypass } from '../github/read-bypass.ts';
import { readCommitChecks } from '../github/read-commit-checks.ts';
import { type MergeStateFacts, readMergeState } from '../github/read-merge-state.ts';
import { renderGatePassed } from '../render/checks/gate-check.ts';
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
  const passed = renderGatePassed(story.number);
  await ensureCheck(github, { sha: headSha, name: ownChecks.gate, externalId: ownMark, ...passed });
  const state = await readMergeState(github, pullRequest, usualPatience);
  // Merged before, by a request of ours whose answer was lost.
  if (state.state === 'MERGED' && state.headSha === headSha && state.mergeSha !== null) {
    return { mergeSha: state.mergeSha };
  }
  const hold = await askAgain(decision, state, pass);
  if (hold !== null) throw new LeftUndone(hold);
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
      throw new LeftUndone(holdOfRefusal(answer));
  }
}

/**
 * What the gate asked is asked again, by ever dearer questions: somebody may have pushed, or have let our token pass over
 * the rules, in the meantime.
 */
async function askAgain(
  decision: Merge,
  state: MergeStateFacts,
  { github, settings, policy }: LeasedPass,
): Promise<Hold | null> {
  const moved = judgeAtMerge(decision, state);
  if (moved !== null) return moved;
  if (state.mergeState === 'UNSTABLE') {
    const checks = await readCommitChecks(github, [decision.headSha]);
    const unstable = judgeUnstable(decision, checks.get(decision.headSha) ?? [], policy.checks);
    if (unstable !== null) return unstable;
  }
  return holdOfBypass(await readBypass(github, settings.base, state.viewerCanMergeAsAdmin), policy);
}

/** A place in the merge queue, for exactly this head. */
async function enqueue(decision: Merge, { github }: LeasedPass): Promise<Applied> {
  const { pullRequest: number, pullRequestId: id, headSha } = decision;
  const answer = await ensureEnqueued(github, { number, id, headSha });
  if (answer.kind !== 'enqueued') throw new LeftUndone(holdOfRefusal(answer));
  return { merging: { uuid: null } };
}
