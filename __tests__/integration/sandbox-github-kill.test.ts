import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import type { KeptEvent } from '../../sandbox/github/world/events.ts';

const victim = join(import.meta.dirname, 'sandbox-github-victim.ts');
const rounds = 6;

/** Lets it merge a few times, and kills it somewhere on the way to the next merge. */
async function liveAndDie(directory: string): Promise<void> {
  const child = spawn(process.execPath, [victim, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const merges = 1 + Math.floor(Math.random() * 4);
  for (let seen = 0; seen < merges; seen += 1) await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
  child.kill('SIGKILL');
  await once(child, 'close');
}

function eventsOf<Kind extends KeptEvent['kind']>(
  github: SandboxGitHub,
  kind: Kind,
): Extract<KeptEvent, { kind: Kind }>[] {
  return github.world.log().filter((event): event is Extract<KeptEvent, { kind: Kind }> => event.kind === kind);
}

async function inspect(github: SandboxGitHub): Promise<number> {
  const { world } = github;
  const listed = await world.git(['for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads']);
  const branches = listed
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]);
  expect(new Map(branches)).toEqual(world.branches());

  const sequence = world.log().map((event) => event.seq);
  expect(sequence).toEqual(sequence.map((_seq, index) => index + 1));

  const pushes = eventsOf(github, 'push').filter((push) => push.ref === 'refs/heads/main');
  expect(pushes.map((push) => push.before).slice(1)).toEqual(pushes.map((push) => push.after).slice(0, -1));
  expect(pushes.at(-1)?.after).toBe(world.branches().get('main'));

  const merges = eventsOf(github, 'merge');
  expect(pushes.slice(1).map((push) => push.after)).toEqual(merges.map((merge) => merge.sha));
  expect(new Set(merges.map((merge) => merge.number)).size).toBe(merges.length);
  const pulls = world.pulls();
  expect(pulls.filter((pull) => pull.merged).map((pull) => [pull.number, pull.mergeCommitSha])).toEqual(
    merges.toSorted((one, other) => one.number - other.number).map((merge) => [merge.number, merge.sha]),
  );
  for (const pull of pulls) expect(world.branches().get(pull.headRef)).toBe(pull.headSha);
  expect(pulls.map((pull) => pull.number)).toEqual(pulls.map((_pull, index) => index + 1));
  return merges.length;
}

test('killed at any moment, world and repository agree at the next start and nothing is told twice', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sandbox-github-kill-'));
  try {
    let merged = 0;
    for (let round = 0; round < rounds; round += 1) {
      await liveAndDie(directory);
      const github = await startGitHub({ directory, owner: 'acme', repo: 'lib', defaultBranch: 'main' });
      const now = await inspect(github);
      await github.close();
      expect(now).toBeGreaterThan(merged);
      merged = now;
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
