import { expect } from 'vitest';
import type { ActionWorld, StepChange } from './action-world.ts';
import type { ActionEnd } from './run-action.ts';

/** Runs plan and holds it to what a fault of the user's must end in: words that say what to do, and a world untouched. */
export async function expectRefusal(
  world: ActionWorld,
  says: readonly string[],
  change: StepChange = {},
): Promise<ActionEnd> {
  const run = change.run ?? world.newRun();
  const before = await look(world);
  const end = await world.run('plan', { ...change, run });
  const told = end.errors.join('\n');
  for (const words of says) expect(told).toContain(words);
  expect(end.exitCode).toBe(1);
  expect(end.text).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(end.outputs).toEqual({});
  expect(await look(world)).toEqual(before);
  return end;
}

async function look(world: ActionWorld): Promise<object> {
  return { refs: await world.git(['for-each-ref']), written: world.written() };
}
