import { expect, it } from 'vitest';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { type Attempt, waitForLease } from '../../src/pass/wait-for-lease.ts';

it('says how long others were at work, and counts nothing of its own work as waiting', async () => {
  let now = 1000;
  const said: string[] = [];
  async function attempt(asked: number): Promise<Attempt<string>> {
    now += asked < 2 ? 40 : 500;
    return asked < 2 ? { kind: 'busy', holder: null } : { kind: 'done', value: 'done' };
  }
  const reload = async (): Promise<void> => {
    now += 60;
  };
  const end = await waitForLease(attempt, 120_000, {
    now: () => now,
    log: (line) => void said.push(line),
    loopctl: { reload } as Loopctl,
  });
  expect(end).toEqual({ kind: 'done', value: 'done' });
  // From the end of the first look to the beginning of the last: 60 + 40 + 60.
  expect(said).toEqual(['· waited 160 ms for the lease']);
});
