import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../sandbox/demo/main.ts', import.meta.url));

describe('the command line of the demonstration', () => {
  it('explains itself', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--keep DIR');
  });

  it('refuses what it does not know, with the nearest that there is', async () => {
    const { code, stderr } = await run(['--concurency', '2']);
    expect(code).toBe(1);
    expect(stderr).toContain('unknown option --concurency; did you mean --concurrency?');
  });

  it('refuses a backlog that is not there, before it makes anything', async () => {
    const { code, stderr } = await run(['--backlog', '/no/such/backlog.json']);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no /no/such/backlog.json to read');
  });
});

async function run(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, [main, ...args])) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}
