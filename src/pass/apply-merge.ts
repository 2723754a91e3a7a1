import type { Merge } from '../core/decision.ts';
import type { Applied } from '../core/remember.ts';
import { ensureCheck } from '../github/ensure-check.ts';
import { mergePullRequest } from '../github/merge.ts';
import { usualPatience } from '../github/patience.ts';
import { readMergeState } from '../github/read-merge-state.ts';
import { renderMergeMessage } from '../render/merge-message.ts';
import type { Pass } from './pass.ts';

/**
 * Our gate's check is completed on the head first, then the state is read again; only then, and only while the head
 * and the base are the ones that were judged, the merge is asked for, with the head SHA.
 */
export async function applyMerge(decision: Merge, pass: Pass): Promise<Applied | null> {
  const { github, log } = pass;
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
  const refusal = findMoved(decision, await readMergeState(github, pullRequest, usualPatience));
  if (refusal !== null) {
    log(`! merge ${story.number} — not done: ${refusal}`);
    return null;
  }
  const wanted = { number: pullRequest, headSha, method: decision.method, ...renderMergeMessage(decision) };
  const result = await mergePullRequest(github, wanted, usualPatience);
  if (result.kind === 'merged') return { mergeSha: result.sha };
  log(`! merge ${story.number} — not done: ${result.kind === 'not_mergeable' ? result.message : result.kind}`);
  return null;
}

type MergeState = Awaited<ReturnType<typeof readMergeState>>;

function findMoved(decision: Merge, state: MergeState): string | null {
  if (state.headSha !== decision.headSha) return `its head moved to ${state.headSha}`;
  if (state.baseSha !== decision.baseSha) return `the base moved to ${state.baseSha}`;
  if (state.viewerCanMergeAsAdmin) return 'this token could merge as an admin';
  if (state.mergeState !== 'CLEAN' && state.mergeState !== 'HAS_HOOKS') return `GitHub says ${state.mergeState}`;
  return null;
}
