import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAgentCard } from '../../src/agents/agent-card.ts';
import { assignment } from '../builders/agent-card.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loopctl-bin-'));
  // As npm puts it on a path.
  symlinkSync(join(import.meta.dirname, '../../bin/loopctl.mjs'), join(folder, 'loopctl'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function loopctl(words: readonly string[], env: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const program = join(folder, 'loopctl');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    env: { HOME: folder, TMPDIR: folder, ...env },
    encoding: 'utf8',
  });
  return [status, stdout, stderr];
}

it('tells its use, and ends with 2 where it is not understood', () => {
  expect(loopctl(['--help'])).toEqual([0, expect.stringMatching(/^loopctl COMMAND/), '']);
  expect(loopctl(['stauts'])).toEqual([2, '', expect.stringContaining('Did you mean `status`?')]);
});

it("answers from an agent's card, and from nothing else there", async () => {
  const card = join(folder, 'assignment.json');
  await writeAgentCard(card, {
    assignment: assignment(),
    skills: [{ name: 'loopctl:review', version: 2, text: '# Doubt' }],
  });
  const env = { ORCHESTRATE_ASSIGNMENT_FILE: card, LOOPCTL_FORMAT: 'human' };
  expect(loopctl(['status', '1.1'], env)).toEqual([0, '1.1 Parse\n\n- AC-1: it parses\n', '']);
  expect(loopctl(['skill', 'get', 'loopctl:review'], env)).toEqual([0, '# Doubt\n', '']);
  expect(loopctl(['verify', '1.1'], env)).toEqual([1, '', expect.stringContaining('holds no key')]);
});
