import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Trigger } from '../../sandbox/actions-host.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import { runGit } from './sandbox-github-world.ts';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-github-reconcile-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function start(): Promise<SandboxGitHub> {
  return startGitHub({ directory, owner: 'acme', repo: 'lib', defaultBranch: 'main' });
}

async function startNew(): Promise<SandboxGitHub> {
  const github = await start();
  github.world.createUser('ann', 'admin');
  await github.world.pushAs('ann', { branch: 'main', files: { 'README.md': 'hello\n' }, message: 'first' });
  return github;
}

/** Makes the record end with the intent of the last ref that moved, as if the process had been killed right there. */
function cutAfterIntent(kind: 'merge' | 'push'): void {
  const path = join(directory, 'world.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n');
  const intent = lines.findLastIndex((line) => line.includes('"table":"intents"') && line.includes(`"kind":"${kind}"`));
  writeFileSync(path, `${lines.slice(0, intent + 1).join('\n')}\n{"cut`);
}

test('a merge that was made but not recorded is recorded at the next start, with whose it was', async () => {
  const before = await startNew();
  const head = await before.world.pushAs('ann', { branch: 'feature', files: { 'a.txt': 'a' }, message: 'a' });
  const number = await before.world.openPullAs('ann', { head: 'feature', base: 'main', title: 'A' });
  const base = before.world.branches().get('main');
  const sha = await before.world.mergeAs('ann', number, 'squash');
  await before.close();
  cutAfterIntent('merge');

  const after = await start();
  const triggers: Trigger[] = [];
  after.host.onTrigger((trigger) => void triggers.push(trigger));
  expect(after.world.pulls()).toMatchObject([{ number, merged: true, state: 'closed', mergeCommitSha: sha }]);
  const merges = after.world.log().filter((event) => event.kind === 'merge');
  expect(merges).toMatchObject([{ number, method: 'squash', headSha: head, sha, baseBefore: base, by: 'ann' }]);
  expect(
    after.world
      .log()
      .filter((event) => event.kind === 'push')
      .at(-1),
  ).toMatchObject({ after: sha, viaMerge: number });
  await expect.poll(() => triggers.map((trigger) => trigger.event)).toContain('push');
  await after.close();
});

test('a push that was taken but not recorded is recorded at the next start, with whose it was', async () => {
  const before = await startNew();
  const app = before.host.issueInstallationToken(before.world.createApp({ slug: 'orchestrator' }));
  const clone = join(directory, 'clone');
  await runGit(directory, 'clone', '-q', before.cloneUrl.replace('://', `://x-access-token:${app}@`), clone);
  writeFileSync(join(clone, 'a.txt'), 'a\n');
  await runGit(clone, 'add', '.');
  await runGit(clone, 'commit', '-q', '-m', 'a');
  expect((await runGit(clone, 'push', '-q', 'origin', 'HEAD:refs/heads/topic')).exitCode).toBe(0);
  const sha = before.world.branches().get('topic');
  await before.close();
  cutAfterIntent('push');

  const after = await start();
  expect(after.world.branches().get('topic')).toBe(sha);
  expect(after.world.log().at(-1)).toMatchObject({
    kind: 'push',
    after: sha,
    by: 'orchestrator[bot]',
    tokenKind: 'installation',
  });
  await after.close();
});

test('a ref that moved behind the back of everybody is told as nobody known', async () => {
  const before = await startNew();
  await before.close();
  const [gitDir, environment] = [
    join(directory, 'repo.git'),
    { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null' },
  ];
  execFileSync('git', ['update-ref', 'refs/heads/sneaked', 'refs/heads/main'], { cwd: gitDir, env: environment });
  const after = await start();
  expect(after.world.log().at(-1)).toMatchObject({ kind: 'push', ref: 'refs/heads/sneaked', tokenKind: 'unknown' });
  await after.close();
});

test('a trigger nobody took before the end is handed over after it, one that became a run is not', async () => {
  const before = await startNew();
  await before.close();
  const middle = await start();
  const taken: Trigger[] = [];
  middle.host.onTrigger((trigger) => {
    taken.push(trigger);
    middle.host.createRun({ workflowPath: '.github/workflows/a.yml', workflowName: 'A', runName: 'A', trigger });
  });
  await expect.poll(() => taken.map((trigger) => trigger.event)).toEqual(['push']);
  await middle.close();
  const after = await start();
  const again: Trigger[] = [];
  after.host.onTrigger((trigger) => void again.push(trigger));
  after.world.schedule('.github/workflows/a.yml');
  await expect.poll(() => again.map((trigger) => trigger.event)).toEqual(['schedule']);
  expect(after.host.runs()).toMatchObject([{ trigger: { event: 'push' }, status: 'queued' }]);
  await after.close();
});
