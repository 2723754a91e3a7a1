import { expect, it } from 'vitest';
import { nextSecond } from '../../sandbox/next-second.ts';
import { readAssignmentFile } from '../../src/agents/assignment-file.ts';
import { recall } from '../../src/core/ledger.ts';
import { aConfig, foundWorld } from './action-world.ts';
import { runAgentJob, upload } from './agent-job.ts';
import { readClaims } from './claims.ts';
import { matrixOf } from './run-action.ts';

it('throws away what an agent made of a story that was reset meanwhile, and begins it anew on a branch of its own', async () => {
  await using world = await foundWorld();
  const job = await runAgentJob(world);
  const command = { command: 'reset', story: '1.1', actor: 'ada' };

  const reset = await world.run('command', { inputs: command });
  expect(reset).toMatchObject({ exitCode: 0, errors: [] });
  expect(reset.outputs.answer).toContain('What the agent at work makes is thrown away.');
  expect((await world.ledger()).flights[job.id]).toMatchObject({ story: '1.1' });

  const settle = await world.run('settle', upload(world, job));
  expect(settle).toMatchObject({ exitCode: 0, errors: [] });
  expect(settle.text).toContain('▸ discard 1.1');
  expect(world.github.world.pulls()).toEqual([]);
  expect([...world.github.world.branches().keys()].filter((name) => name.startsWith('orchestrate/'))).toEqual([]);

  const plan = await world.run('plan');
  const files = await Promise.all(
    matrixOf(plan).map(({ id }) => readAssignmentFile(plan.outputs.assignments ?? '', id)),
  );
  expect(files.map(({ assignment }) => assignment.branch)).toContain('orchestrate/1.1-2');
  expect(recall(await world.ledger(), '1.1')).toMatchObject({ startOver: false, authorRuns: 0 });
  expect((await readClaims(world)).filter((number) => number === '1.1')).toHaveLength(2);
});

it('is about what was there when its run was asked for, however long that run had to wait', async () => {
  const config = aConfig({ concurrency: 1, 'protected-paths': ['src/**'] });
  await using world = await foundWorld({ files: { '.github/orchestrate.yml': config } });
  const waiting = world.newRun();
  await nextSecond();
  const job = await runAgentJob(world);
  await world.run('settle', upload(world, job));
  const { kept } = recall(await world.ledger(), '1.1');
  await nextSecond();
  const inputs = { command: 'approve-paths', story: kept?.head.sha ?? '', actor: 'ada' };

  const early = await world.run('command', { inputs, run: waiting });
  expect(early.exitCode).toBe(1);
  expect(early.errors.join()).toContain('came after that was said');
  expect(recall(await world.ledger(), '1.1').approvedHead).toBeNull();

  const later = await world.run('command', { inputs });
  expect(later).toMatchObject({ exitCode: 0, errors: [] });
  expect(recall(await world.ledger(), '1.1').approvedHead).toBe(kept?.head.sha);
});
