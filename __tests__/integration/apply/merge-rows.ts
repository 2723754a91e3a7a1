import type { Merge } from '../../../src/core/decision.ts';
import { applyApprove } from '../../../src/pass/apply-approval.ts';
import { aMergeQueue } from '../../builders/merge-queue.ts';
import { requireTest } from '../sandbox-github-world.ts';
import type { Row } from './rows.ts';
import { headAt, type Scene, verdictOn } from './scene.ts';

const because = 'the test wants it';

/** What is done with a pull request that lacks nothing, by what the rules of the base ask. */
export const mergeRows = {
  merge: [
    { when: 'every clause holds', arrange: (scene) => mergeOf(scene, 'direct') },
    {
      when: 'our own check is demanded too',
      async arrange(scene) {
        const gate = { context: 'orchestrate/gate' };
        scene.demand({
          type: 'required_status_checks',
          parameters: { required_status_checks: [gate], strict_required_status_checks_policy: false },
        });
        return await mergeOf(scene, 'direct');
      },
    },
    {
      when: 'the base has a queue',
      async arrange(scene) {
        scene.demand(requireTest({ strict: false }), aMergeQueue);
        return await mergeOf(scene, 'queue');
      },
    },
  ],
  approve: [
    {
      when: 'the rules ask for an approval',
      async arrange(scene) {
        const { number: pullRequest, head: headSha } = await scene.pull();
        return {
          kind: 'approve',
          because,
          story: await scene.story(),
          pullRequest,
          headSha,
          verdict: verdictOn(headSha),
        };
      },
    },
  ],
  withdraw_approval: [
    {
      when: 'it was given for a verdict that does not stand any more',
      async arrange(scene) {
        const { number: pullRequest, head: headSha } = await scene.pull();
        const decision = { because, story: await scene.story(), pullRequest, headSha };
        await applyApprove({ ...decision, kind: 'approve', verdict: verdictOn(headSha) }, scene.pass);
        return { ...decision, kind: 'withdraw_approval' };
      },
    },
  ],
  update_branch: [
    {
      when: 'the base has moved on',
      async arrange(scene) {
        const { number: pullRequest, head: headSha } = await scene.pull();
        const facts = { pullRequest, headSha, baseSha: await scene.moved(), verdict: verdictOn(headSha) };
        return { kind: 'update_branch', because, story: await scene.story(), ...facts };
      },
    },
  ],
  adopt: [
    {
      when: 'the verdict on the head before it stands',
      async arrange(scene) {
        const { number: pullRequest, head: before } = await scene.pull();
        await scene.moved();
        await scene.pass.github.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch', {
          pull_number: pullRequest,
          expected_head_sha: before,
        });
        const sha = scene.world.site.world.pulls()[0]?.headSha ?? '';
        const head = { ...headAt(sha, scene.tip()), by: 'update' } as const;
        return { kind: 'adopt', because, story: await scene.story(), pullRequest, head, verdict: verdictOn(before) };
      },
    },
  ],
} as const satisfies Partial<Record<string, readonly Row[]>>;

/** The merge of a pull request that lacks nothing. */
export async function mergeOf(scene: Scene, way: Merge['way']): Promise<Merge> {
  await scene.reported();
  const { number: pullRequest, id: pullRequestId, head: headSha } = await scene.pull();
  scene.checked(headSha, 'test');
  const facts = { pullRequest, pullRequestId, headSha, baseSha: scene.tip(), method: 'merge', way } as const;
  return { kind: 'merge', because, story: await scene.story(), ...facts, verdict: verdictOn(headSha) };
}
