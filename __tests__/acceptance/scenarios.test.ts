import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Summary } from '../../sandbox/demo/figures.ts';
import { listScenarios } from '../../sandbox/demo/scenario.ts';

const main = fileURLToPath(new URL('../../sandbox/demo/main.ts', import.meta.url));

/** Those that differ most; the rest has the time when it is asked for. */
const usual = ['flaky', 'ghes', 'no-base-ci', 'parked', 'queue', 'strict'];
const played = process.env['SCENARIOS'] === 'all' ? listScenarios() : usual;

it.each(played)('%s ends as it should, and the auditor has nothing to say', { timeout: 300_000 }, async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    const file = join(folder, 'summary.json');
    const { code, output } = await play(['--scenario', name, '--plain', '--summary', file]);
    expect(output).toContain('It ended as the scenario expects.');
    expect(code).toBe(0);
    const { violations }: Summary = JSON.parse(await readFile(file, 'utf8'));
    expect(violations).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function play(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { maxBuffer: 1024 ** 3 });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      readonly code: number;
      readonly stdout: string;
      readonly stderr: string;
    };
    return { code, output: stdout + stderr };
  }
}
