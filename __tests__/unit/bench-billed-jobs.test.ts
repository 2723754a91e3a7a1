import { expect, test } from 'vitest';
import { readBill } from '../../scripts/bench/billed-jobs.ts';
import { openWorld } from '../integration/sandbox-github-world.ts';

test('jobs are billed by the started minute, skipped and replaced ones not at all', async () => {
  await using world = await openWorld();
  const { host } = world.github;
  const ref = 'refs/heads/main';
  const sha = world.github.world.branches().get('main') ?? '';
  const newRun = (workflow: string, event: 'schedule' | 'workflow_run'): number =>
    host.createRun({
      workflowPath: `.github/workflows/${workflow}.yml`,
      workflowName: workflow,
      runName: workflow,
      trigger: { event, ref, sha, headSha: sha, headBranch: 'main', actor: 'ann', payload: {} },
    }).id;
  const runJob = (runId: number, name: string, conclusion: 'success' | 'skipped'): void => {
    const { id } = host.createJob({ runId, name });
    if (conclusion === 'success') host.updateJob(id, { status: 'in_progress' });
    host.updateJob(id, { status: 'completed', conclusion });
  };
  const before = newRun('orchestrate', 'schedule');
  runJob(before, 'plan', 'success');
  const run = newRun('orchestrate', 'schedule');
  for (const name of ['plan', '1-1 / agent', '1-1 / settle']) runJob(run, name, 'success');
  runJob(run, '1-2 / settle', 'skipped');
  runJob(newRun('ci', 'schedule'), 'plan', 'success');
  const replaced = newRun('orchestrate', 'workflow_run');
  host.createJob({ runId: replaced, name: 'plan' });
  host.updateRun(replaced, { status: 'completed', conclusion: 'cancelled' });

  const bill = readBill(host, new Set([before]));

  expect(bill.jobs).toMatchObject([
    { kind: 'plan', event: 'schedule', minutes: 1 },
    { kind: 'settle', event: 'schedule', minutes: 1 },
  ]);
  expect(bill).toMatchObject({ replaced: ['workflow_run'], agents: 1 });
});
