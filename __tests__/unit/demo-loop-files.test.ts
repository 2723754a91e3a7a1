import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readLoopFiles } from '../../sandbox/demo/loop-files.ts';

const root = join(import.meta.dirname, '../..');

interface Step {
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The steps of all the loop's jobs that run our action, by phase. */
async function stepsByPhase(url: string | null): Promise<ReadonlyMap<string, Step>> {
  const files = await readLoopFiles(root, { token: 'app' }, url);
  const jobs = Object.values(files).flatMap((text) => Object.values(parse(text).jobs as Record<string, unknown>));
  const steps = jobs.flatMap((job) => (job as { readonly steps?: readonly Step[] }).steps ?? []);
  return new Map(steps.flatMap((step) => (step.with?.['phase'] === undefined ? [] : [[step.with['phase'], step]])));
}

const secret = (name: string): string => `\${{ secrets.${name} }}`;

test('a server and its keys are told to the steps that speak to loopctl, and to no agent', async () => {
  const steps = await stepsByPhase('http://127.0.0.1:4000');
  for (const phase of ['plan', 'settle', 'command']) {
    expect(steps.get(phase)).toMatchObject({
      with: { 'loopctl-url': 'http://127.0.0.1:4000' },
      env: {
        LOOPCTL_ORCH_KEY: secret('LOOPCTL_ORCH_KEY'),
        LOOPCTL_AGENT_KEY: secret('LOOPCTL_AGENT_KEY'),
        LOOPCTL_REVIEWER_KEY: secret('LOOPCTL_REVIEWER_KEY'),
      },
    });
  }
  expect(JSON.stringify(steps.get('agent'))).not.toMatch(/loopctl/i);
});

test('without a server the files are the examples', async () => {
  expect(JSON.stringify([...(await stepsByPhase(null))])).not.toContain('LOOPCTL');
});

test('where verdicts are approvals the jobs that judge get their own token, and may write to pull requests', async () => {
  const files = await readLoopFiles(root, { token: 'app', approver: 'actions' });
  const jobs = Object.assign({}, ...Object.values(files).map((text) => parse(text).jobs));
  const write = { 'pull-requests': 'write' };
  expect(jobs).toMatchObject({
    plan: { permissions: write },
    assignment: { permissions: { contents: 'read', ...write } },
    settle: { permissions: write },
    agent: { permissions: { contents: 'read' } },
  });
  expect(jobs.agent.permissions).not.toMatchObject(write);
  const given = Object.values(files)
    .join('')
    .match(/^ +approval-token: \$\{\{ github\.token \}\}$/gm);
  expect(given).toHaveLength(2);
});
