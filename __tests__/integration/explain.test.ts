import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainKept } from '../../sandbox/demo/explain-kept.ts';
import { foundWorld, owner } from '../../sandbox/demo/found-world.ts';
import { openServedProject } from '../../sandbox/demo/served-project.ts';
import { openWorldFolder } from '../../sandbox/demo/world-folder.ts';
import { startGitHub } from '../../sandbox/github/start.ts';
import { renderWhy } from '../../src/render/why.ts';
import { serveLoopctl } from './loopctl-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let keep: string;

// A world as the demonstration founds it, before anything has run in it.
beforeAll(async () => {
  keep = mkdtempSync(join(tmpdir(), 'explain-'));
  const folder = await openWorldFolder(keep, { concurrency: 2, isSample: true });
  await using github = await startGitHub({
    directory: folder.github,
    owner,
    repo: 'tidy-print',
    defaultBranch: 'main',
  });
  const backlog = readFileSync(join(root, 'sandbox/sample/backlog.json'), 'utf8');
  await foundWorld(github.world, { root, backlog, concurrency: 2, author: ['true'], reviewer: ['true'] });
  await folder.finishFounding();
});
afterAll(() => rmSync(keep, { recursive: true, force: true }));

interface End {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function explain(...args: readonly string[]): Promise<End> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'sandbox/demo/explain.ts'), ...args], (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

/** Every file of the kept world, and what is in it. */
function fingerprint(): string {
  const entries = readdirSync(keep, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hash = createHash('sha256');
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(path).update(readFileSync(path));
  }
  return hash.digest('hex');
}

describe('explaining a story of a kept world', () => {
  it('tells the chain down to its root and what to do there, and leaves the world as it was', async () => {
    const before = fingerprint();
    const { code, stdout } = await explain('--keep', keep, '3.4');
    expect(stdout).toMatch(
      /^3\.4 .+\n3\.4 waits for 3\.\d, which waits for .+: the base is not proven yet \(.+\)\.\nWhat to do: .+\n/,
    );
    expect(stdout).toMatch(/\nAll that it waits for:\n {2}\d\.\d: waits for other stories \(.+\)\.\n {4}\d\.\d: /);
    expect(code).toBe(0);
    expect(fingerprint()).toBe(before);
  });

  it('names the nearest of a story that does not exist', async () => {
    expect(await explain('--keep', keep, '3.44')).toMatchObject({
      code: 1,
      stderr: 'There is no story 3.44. Did you mean 3.4?\n',
    });
  });

  it('says what is missing', async () => {
    const usage = 'npm run explain -- --keep DIR [--loopctl-url URL] STORY';
    const ends = await Promise.all([
      explain('3.4'),
      explain('--keep', keep),
      explain('--keep', join(keep, 'none'), '3.4'),
    ]);
    expect(ends).toMatchObject([
      { code: 1, stderr: expect.stringContaining('--keep is missing') },
      { code: 1, stderr: `Name one story. ${usage}\n` },
      { code: 1, stderr: expect.stringContaining('There is no kept world in') },
    ]);
  });

  it('asks the loopctl server that has its stories', async () => {
    await using server = await serveLoopctl();
    const { bring } = await openServedProject(server, 'tidy-print');
    await bring(readFileSync(join(root, 'sandbox/sample/backlog.json'), 'utf8'));
    const explanation = await explainKept(keep, '3.4', server);
    expect(renderWhy(explanation, Date.now()).join('\n')).toMatch(/^3\.4 waits for 3\.\d, which waits for /m);
    expect(server.calls(/dependency_graph$/)).toHaveLength(1);
    expect(server.calls(/^PUT .+\/state\//)).toHaveLength(1);
  });
});
