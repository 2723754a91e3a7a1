import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foundWorld } from './action-world.ts';

const program = join(import.meta.dirname, '../../bin/orchestrate.mjs');

it('ends the doctor red where something is not set up, with each fault and its remedy, and writes nothing', async () => {
  await using world = await foundWorld();
  const before = world.written();
  const end = await world.run('doctor');
  expect(end).toMatchObject({ exitCode: 1, errors: [expect.stringMatching(/^The doctor found \d+ faults/)] });
  expect(Number(end.outputs.failures)).toBeGreaterThan(0);
  expect(end.text).toContain('✓ token');
  expect(end.text).toContain('✗ state_branch');
  expect(end.text).toMatch(/→ Make a ruleset for orchestrate-state alone/);
  expect(world.written()).toEqual(before);
});

it('tells on a command line how it is to be asked', () => {
  const { status, stdout } = spawnSync(process.execPath, [program, 'doctor', '--help'], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([0, expect.stringContaining('npx . doctor')]);
  const unknown = spawnSync(process.execPath, [program, 'heal'], { encoding: 'utf8' });
  expect([unknown.status, unknown.stdout]).toEqual([1, expect.stringContaining('npx . doctor')]);
});
