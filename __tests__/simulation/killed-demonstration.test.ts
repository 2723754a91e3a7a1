import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { show } from './cut-short.ts';
import { chooseSeed, createRandom } from './random.ts';
import { smallBacklog, smallStories } from './small-project.ts';

/** SIMULATION_CUTS=10, or `kill-the-sample.ts`, for more. */
const cuts = Number(process.env['SIMULATION_CUTS'] ?? 3);

it('npm start goes on with the world it was killed in, to the same end', {
  timeout: 600_000,
}, async () => {
  const random = createRandom(chooseSeed('killed demonstration'));
  const folder = mkdtempSync(join(tmpdir(), 'killed-demonstration-'));
  try {
    const backlog = join(folder, 'backlog.json');
    const summary = join(folder, 'summary.json');
    writeFileSync(backlog, smallBacklog);
    const args = ['--keep', join(folder, 'world'), '--backlog', backlog, '--concurrency', '1', '--summary', summary];
    const account: (readonly string[])[] = [];
    for (let cut = 1; cut <= cuts; cut += 1) {
      // Far enough for a story to have moved on, or it would be given a longer rest after each kill.
      const moment = { afterLines: 4 + Math.floor(random() * 3), delayMs: Math.floor(random() * 1000) };
      const showing = await show(args, moment);
      account.push([JSON.stringify(moment), ...showing.said]);
      expect(showing.exitCode, JSON.stringify(account, null, 1)).toBeNull();
    }
    const { exitCode, said } = await show(args, null);
    account.push(said);
    expect(exitCode, JSON.stringify(account, null, 1)).toBe(0);
    const stories = smallStories.length;
    expect(JSON.parse(readFileSync(summary, 'utf8'))).toMatchObject({ stories, verified: stories, violations: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});
