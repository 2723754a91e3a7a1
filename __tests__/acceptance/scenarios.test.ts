import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Summary } from '../../sandbox/demo/figures.ts';
import { listScenarios } from '../../sandbox/demo/scenario.ts';
import { storiesOf } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { momentOf } from '../../src/loopctl/embedded/engine/timestamp.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { readKeys } from '../../src/loopctl/serve/read-keys.ts';
import { serveLoopctl } from '../../src/loopctl/serve/serve.ts';
import { withAgentsOf } from '../../src/loopctl/serve/served-key.ts';

const main = fileURLToPath(new URL('../../sandbox/demo/main.ts', import.meta.url));

/** Those that differ most; the rest has the time when it is asked for. */
const usual = ['flaky', 'ghes', 'parked', 'queue', 'strict'];
const played = process.env['SCENARIOS'] === 'all' ? listScenarios() : usual;

it.each(played)('%s ends as it should, and the auditor has nothing to say', { timeout: 300_000 }, async (name) => {
  await playToItsEnd(name, [], {});
});

/** Its clock leaps besides, and the server's does not. */
it('no-base-ci ends as it should on a loopctl server too', { timeout: 300_000 }, async () => {
  const { keys } = readKeys({}, null);
  const now = (): Date => new Date();
  const store = openMemoryStore(withAgentsOf(keys, emptyDb(momentOf(now()))), now);
  await using served = await serveLoopctl({ store, keys, now });
  const environment = Object.fromEntries(keys.map(({ name, key }) => [name, key]));
  await playToItsEnd('no-base-ci', ['--loopctl-url', served.url], environment);
  const stories = storiesOf(store.db(), undefined);
  expect(stories.map(({ verified_status }) => verified_status)).toEqual(['verified', 'verified', 'verified']);
});

async function playToItsEnd(
  name: string,
  more: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
  try {
    const file = join(folder, 'summary.json');
    const args = ['--scenario', name, '--plain', '--summary', file, '--report', `${file}.html`, ...more];
    const { code, output } = await play(args, environment);
    expect(output).toContain('It ended as the scenario expects.');
    expect(code).toBe(0);
    const { violations }: Summary = JSON.parse(await readFile(file, 'utf8'));
    expect(violations).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const options = { maxBuffer: 1024 ** 3, env: { ...process.env, ...environment } };
    const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], options);
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
