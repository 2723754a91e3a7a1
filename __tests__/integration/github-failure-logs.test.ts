import { describe, expect, test } from 'vitest';
import type { CheckFacts } from '../../src/core/snapshot.ts';
import { readFailureLogs } from '../../src/github/failure-logs.ts';
import { always, type Handler, serveGitHub } from './github-server.ts';

function check(change: Partial<CheckFacts> = {}): CheckFacts {
  return {
    name: 'test',
    kind: 'check_run',
    appId: 15368,
    appSlug: 'github-actions',
    state: 'failure',
    workflowRunId: 9,
    workflow: 'ci.yml',
    url: 'https://github.test/o/r/actions/runs/9/job/41',
    summary: 'failed',
    ...change,
  };
}

function logged(log: string): Readonly<Record<string, Handler>> {
  return {
    'GET /actions/jobs/41/logs': (_, origin) => ({ status: 302, headers: { location: `${origin}/storage/41` } }),
    'GET /storage/41': always({ body: Buffer.from(log) }),
  };
}

describe('the log of a failed check', () => {
  test("is told by its last lines, without the runner's time stamps", async () => {
    const lines = Array.from({ length: 500 }, (_, index) => `2026-10-01T10:00:00.1234567Z line ${index}`);
    await using server = await serveGitHub(logged(`\uFEFF${lines.join('\n')}\n`));
    const [explained] = await readFailureLogs(server.github, [check()]);
    const told = explained?.summary?.split('\n') ?? [];
    expect(told.at(-1)).toBe('line 499');
    expect(told).toHaveLength(60);
  });

  test.each([
    ['succeeded', { state: 'success' }],
    ['is no job', { url: 'https://ci.test/build/41' }],
    ['has no link', { url: null }],
  ] as const)('is not asked for when the check %s', async (_, change) => {
    await using server = await serveGitHub(logged('log'));
    await expect(readFailureLogs(server.github, [check(change)])).resolves.toEqual([check(change)]);
    expect(server.github.requests()).toBe(0);
  });

  test.each([
    ['is gone', { 'GET /actions/jobs/41/logs': always({ status: 410, body: { message: 'Gone' } }) }],
    ['may not be read', { 'GET /actions/jobs/41/logs': always({ status: 403, body: { message: 'no' } }) }],
    ['cannot be fetched', { ...logged('log'), 'GET /storage/41': always('drop') }],
  ])('is done without when it %s', async (_, handlers) => {
    await using server = await serveGitHub(handlers);
    await expect(readFailureLogs(server.github, [check()])).resolves.toEqual([check()]);
  });
});
