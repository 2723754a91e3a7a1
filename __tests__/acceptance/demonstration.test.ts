import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../sandbox/demo/figures.ts';

const main = fileURLToPath(new URL('../../sandbox/demo/main.ts', import.meta.url));

let folder = '';
let output = '';
let summary: Summary;

describe('the demonstration, played to its end', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demonstration-'));
    const args = [main, '--plain', '--summary', join(folder, 'summary.json'), '--report', join(folder, 'report.html')];
    const played = await promisify(execFile)(process.execPath, args, { maxBuffer: 1024 ** 3 }).catch(
      ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => ({ stdout, stderr }),
    );
    output = played.stdout + played.stderr;
    summary = JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8'));
  }, 480_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('verifies every story, and the auditor has nothing to say', () => {
    expect({ waiting: summary.waiting, violations: summary.violations }, output).toEqual({
      waiting: 0,
      violations: [],
    });
    expect(output).toContain('Every story is verified.');
  });

  it.each([
    ['CI failed', '2.1'],
    ['review failed', '2.3, 2.5'],
    ['promised file missing', '1.3'],
    ['asked a question', '2.4'],
    ['protected path', '4.1'],
    ['rejected too often', '2.5'],
    ['merged by hand', '1.2'],
    ['closed by hand', '2.2'],
    ['red once merged', '1.'],
  ])('shows the path "%s" with its story, and its good end', (name, stories) => {
    expect(output).toContain(`✓ ${name.padEnd(22)} ${stories}`);
  });

  it('ends with a report of how each story went', async () => {
    expect(output).toContain(`report      ${join(folder, 'report.html')}`);
    const report = await readFile(join(folder, 'report.html'), 'utf8');
    expect(report).toContain(`<dd>${summary.verified} of ${summary.stories}</dd>`);
    expect(report).toContain(`${summary.agent_runs} agents worked on`);
  });

  it.each([
    /ada +opens #\d+ from answer-2\.4/,
    /ada +retry 2\.4/,
    /ada +retry 2\.5: /,
    /ada +retry 2\.2: /,
    /ada +approve-paths [0-9a-f]{10}/,
    /ada +merges #\d+ — 1\.2 /,
    /ada +closes #\d+ — 2\.2 /,
    /repair +the base at [0-9a-f]{7} — /,
    /recorded +1\.2 .* merged by ada/,
  ])('tells it as it happens: %s', (line) => {
    expect(output).toMatch(line);
  });
});
