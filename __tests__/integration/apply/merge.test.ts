import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Applied } from '../../../src/core/applied.ts';
import type { Merge } from '../../../src/core/decision.ts';
import { applyMerge } from '../../../src/pass/apply-merge.ts';
import { LeftUndone } from '../../../src/pass/left-undone.ts';
import { aMergeQueue } from '../../builders/merge-queue.ts';
import { pullRequestRule, requireTest } from '../sandbox-github-world.ts';
import { mergeOf } from './merge-rows.ts';
import { sceneOf } from './scene.ts';
import { type ApplyWorld, foundApplyWorld, type Process } from './world.ts';

/** What was asked for when the merge was applied, and what came of it. */
interface Applying {
  readonly end: Applied | string;
  readonly asked: readonly string[];
}

let founded: ApplyWorld;
let decision: Merge;
beforeAll(async () => {
  founded = await foundApplyWorld();
  await using process = await founded.start();
  decision = await mergeOf(sceneOf(founded, process), 'direct');
  await process.pass.loopctl.flush('The scene is set');
});
afterAll(() => founded[Symbol.asyncDispose]());

async function apply({ pass, wire }: Process, change: Partial<Merge> = {}): Promise<Applying> {
  wire.begin(null);
  const end = await applyMerge({ ...decision, ...change }, pass).catch((error: unknown) => {
    if (error instanceof LeftUndone) return `${error.hold.code}: ${error.hold.detail}`;
    throw error;
  });
  return { end, asked: wire.requests.filter((request) => /merge|check-runs|rules/.test(request)) };
}

/** A job of a workflow run that failed on a commit. */
function failCheck({ site: { host } }: ApplyWorld, sha: string, name: string): void {
  const trigger = { event: 'push', ref: 'refs/heads/x', sha, headSha: sha, headBranch: 'x' } as const;
  const path = { workflowPath: '.github/workflows/more.yml', workflowName: 'More', runName: 'More' };
  const run = host.createRun({ ...path, trigger: { ...trigger, actor: 'ann', payload: {} } });
  const job = host.createJob({ runId: run.id, name });
  host.updateJob(job.id, { status: 'completed', conclusion: 'failure' });
  host.updateRun(run.id, { status: 'completed', conclusion: 'failure' });
}

describe('a merge that the gate lets through', () => {
  it('completes our own check first, looks again whether a rule could be passed over, and then merges', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    const { end, asked } = await apply(process);
    expect(end).toMatchObject({ mergeSha: world.site.world.branches().get('main') });
    const order = ['POST /check-runs', 'GET /rules/branches/main', 'PUT /pulls/1/merge-async'];
    expect(asked.filter((request) => order.includes(request))).toEqual(order);
    expect(asked.findIndex((request) => request.startsWith('GET /rulesets/'))).toBeLessThan(
      asked.indexOf('PUT /pulls/1/merge-async'),
    );
  });

  it('is not made by a token that somebody let pass over the rules in the meantime', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    const { appId } = world.site.world.createApp({ slug: 'orchestrate-app' });
    world.site.world.setRuleset({
      name: 'main',
      include: ['~DEFAULT_BRANCH'],
      rules: [pullRequestRule, requireTest({ strict: false })],
      bypassActors: [{ actor_id: Number(appId), actor_type: 'Integration', bypass_mode: 'always' }],
    });
    const { end, asked } = await apply(process);
    expect(end).toMatch(/^bypass_possible: /);
    expect(asked).not.toContain('PUT /pulls/1/merge-async');
  });

  it.each([
    { behaviour: 'another head', change: { headSha: 'f'.repeat(40) }, expected: /^head_not_accepted: it moved to / },
    { behaviour: 'another tip', change: { baseSha: 'f'.repeat(40) }, expected: /^base_raced: it moved to / },
  ])('is not made of $behaviour than was judged', async ({ change, expected }) => {
    await using world = await founded.copy();
    await using process = await world.start();
    // Our own check can only be made on a commit that there is.
    const head = decision.headSha;
    if (change.headSha !== undefined)
      await world.site.world.pushAs('ann', { branch: 'orchestrate/1.1', files: { 'x.txt': 'x\n' }, message: 'More' });
    const { end, asked } = await apply(process, { ...change, headSha: head });
    expect(end).toMatch(expected);
    expect(asked).not.toContain('PUT /pulls/1/merge-async');
  });

  it.each([
    { behaviour: 'is not made while a check that nobody requires is red', ignore: [], expected: 'merge_unstable: #1' },
    { behaviour: 'is made over a red check that the team ignores by name', ignore: ['coverage'], expected: null },
  ])('$behaviour', async ({ ignore, expected }) => {
    await using world = await founded.copy();
    await using process = await world.start();
    failCheck(world, decision.headSha, 'coverage');
    const policy = { ...process.pass.policy, checks: { ...process.pass.policy.checks, ignore } };
    const { end } = await apply({ ...process, pass: { ...process.pass, policy } });
    expect(end).toEqual(expected ?? { mergeSha: world.site.world.branches().get('main') });
  });

  it('is not made when a person asks for changes in the meantime', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    world.site.world.createUser('bea', 'write');
    world.site.world.reviewAs('bea', 1, { event: 'REQUEST_CHANGES' });
    const { end, asked } = await apply(process);
    expect(end).toBe('change_requested: #1, a moment ago');
    expect(asked).not.toContain('PUT /pulls/1/merge-async');
  });

  it('that GitHub puts into a queue nobody had seen is remembered as queued', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    world.site.world.setRuleset({
      name: 'main',
      include: ['~DEFAULT_BRANCH'],
      rules: [pullRequestRule, requireTest({ strict: false }), aMergeQueue],
    });
    expect((await apply(process)).end).toEqual({ merging: { uuid: null } });
  });

  it('says on whose word it was made, in the commit’s own trailers', async () => {
    await using world = await founded.copy();
    await using process = await world.start();
    await apply(process);
    const trailers = await world.site.world.git(['log', '-1', '--format=%(trailers:only,unfold)', 'main']);
    expect(trailers.trim().split('\n')).toEqual([
      'Story: 1.1',
      `Reviewed-by-agent: ${decision.verdict.reviewer}`,
      `Reviewed-head: ${decision.headSha}`,
      `Criteria-hash: ${decision.verdict.criteriaHash}`,
      `Orchestrate-run: ${decision.verdict.run}`,
    ]);
  });
});
