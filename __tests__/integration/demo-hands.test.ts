import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { owner } from '../../sandbox/demo/found-world.ts';
import { createHands } from '../../sandbox/demo/hands.ts';
import { workflowPath } from '../../sandbox/demo/house-rules.ts';
import { startGitHub } from '../../sandbox/github/start.ts';
import { nextSecond } from '../../sandbox/next-second.ts';

const workflow = 'name: Loop\non: { workflow_dispatch: { inputs: { command: {} } } }\njobs: {}\n';

it('a command is given in a later second than that in which its giver saw what it is about', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'demo-hands-'));
  const github = await startGitHub({ directory, owner, repo: 'tidy-print', defaultBranch: 'main' });
  try {
    await github.world.pushAs(owner, { branch: 'main', files: { [workflowPath]: workflow }, message: 'The loop' });
    const hands = createHands(github);
    // Of this second there is as much left as there can be.
    await nextSecond();
    const seen = Math.floor(Date.now() / 1000);
    await hands.perform({ kind: 'command', command: 'approve-paths 1a2b3c4' });
    const [given] = github.world.log().filter(({ kind }) => kind === 'dispatch');
    expect(given).toMatchObject({ inputs: { command: 'approve-paths 1a2b3c4' } });
    expect(Math.floor(Date.parse(given?.at ?? '') / 1000)).toBeGreaterThan(seen);
  } finally {
    await github.close();
    rmSync(directory, { recursive: true, force: true });
  }
});
