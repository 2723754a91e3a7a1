import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePassRecord } from '../../src/core/record/read-record.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { runDryRun } from '../../src/phases/dry-run.ts';
import type { PhaseEnd } from '../../src/phases/outputs.ts';
import { runPlan } from '../../src/phases/plan.ts';
import { isReplayed, renderReplay } from '../../src/render/replay.ts';
import { type ActionWorld, foundWorld } from '../acceptance/action-world.ts';
import { serveLoopctl } from './loopctl-server.ts';
import { contextOf, inputsOf, plan, recordOf, say } from './own-step.ts';
import { fillHouse, foundServedWorld } from './server-world.ts';

let world: ActionWorld;

beforeAll(async () => {
  world = await foundWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

function dryRun(lines: string[] = []): Promise<PhaseEnd> {
  return dryRunIn(world, null, lines);
}

function dryRunIn(place: ActionWorld, server: LoopctlServer | null, lines: string[] = []): Promise<PhaseEnd> {
  const inputs = { ...inputsOf(place, server), phase: 'dry-run', approvalToken: null } as const;
  return runDryRun(inputs, contextOf(place), (line) => void lines.push(line));
}

it('tells what a first plan would do, backlog included, and writes nothing', async () => {
  const before = world.written();
  const lines: string[] = [];
  const { outputs, summary } = await dryRun(lines);
  expect(world.written()).toEqual(before);
  expect(await world.git(['branch', '--list', 'orchestrate*'])).toBe('');
  expect(outputs).toMatchObject({ matrix: '[]', count: '0', verified: '0', base: 'proven', paused: 'false' });
  expect(summary).toContain('Nothing of this was done, and nothing was written.');
  expect(summary).toMatch(/\d agents? now · 3 stories to go · no story is verified yet/);
  expect(summary).toContain('**dispatch** (implement) 1.1: ready');
  expect(lines).toContain('▸ dispatch (implement) 1.1 — ready');
});

it('writes nothing either where a plan has run, and decides what that would', async () => {
  const { outputs } = await plan(world);
  const before = world.written();
  const { outputs: told } = await dryRun();
  expect(world.written()).toEqual(before);
  expect(told.verified).toBe(outputs.verified);
});

it('writes nothing to a server either, and says what has to go before it there', async () => {
  await using server = await serveLoopctl();
  await fillHouse(server);
  await using served = await foundServedWorld('house');
  const writes = (): number => server.calls(/^(POST|PUT|PATCH|DELETE) /).length;
  const before = writes();
  await expect(dryRunIn(served, server)).rejects.toMatchObject({
    message: expect.stringContaining('A dry run writes nothing, and this would be written to loopctl: POST '),
    remedy: expect.stringContaining('Let one plan run first'),
  });
  expect(writes()).toBe(before);
  await say(served, { command: 'pause', server });
  const paused = writes();
  expect((await dryRunIn(served, server)).outputs).toMatchObject({ count: '0', paused: 'true', waiting: '2' });
  expect(writes()).toBe(paused);
});

it('a pass leaves a record that today’s code decides by in the same way, without any token it was given', async () => {
  await using other = await foundWorld();
  const context = contextOf(other);
  const folders = { assignments: join(context.temp, 'assignments'), record: recordOf(context) };
  const secrets = { approvalToken: other.token, webhook: null };
  await runPlan({ ...inputsOf(other, null), phase: 'plan', ...secrets, ...folders }, context, () => undefined);
  const text = await readFile(join(folders.record, 'pass.json'), 'utf8');
  expect(text).not.toContain(other.token);
  const reading = parsePassRecord(text);
  if (reading.kind === 'unreadable') throw new Error(reading.why);
  expect(isReplayed(reading.record)).toBe(true);
  expect(renderReplay(reading.record).join('\n')).toMatch(/▸ dispatch \(implement\) 1\.1 — ready\n {6}done/);
  const program = join(import.meta.dirname, '../../scripts/replay.ts');
  const told = await execa(process.execPath, [program, folders.record], { reject: false });
  expect([told.exitCode, told.stdout]).toEqual([0, renderReplay(reading.record).join('\n')]);
});
