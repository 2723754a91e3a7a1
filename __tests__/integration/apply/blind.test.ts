import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RemoteError } from '../../../src/errors.ts';
import type { GitHub } from '../../../src/github/client.ts';
import { foundWorked, settleWorked, storedLedger, type Worked } from './worked.ts';

/** GitHub, whose n-th look and every later one fails. */
function failingFrom(nth: number, github: GitHub, isTooMuch: boolean): GitHub {
  let looks = 0;
  return {
    ...github,
    async graphql(document, variables) {
      if (document.includes('$baseRef')) looks += 1;
      if (looks < nth) return await github.graphql(document, variables);
      const facts = { request: 'POST /graphql', status: null, requestId: null, retryable: true, isTooMuch };
      throw new RemoteError('GitHub was not asked', facts);
    },
  };
}

describe('a pass that cannot look', () => {
  let worked: Worked;
  beforeAll(async () => {
    worked = await foundWorked();
  });
  afterAll(() => worked.world[Symbol.asyncDispose]());

  it('at all, since too much was asked, does nothing and says so', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const before = await storedLedger(world);
    const end = await settleWorked(worked, process, { github: failingFrom(1, process.pass.github, true) });
    expect(end).toEqual({ kind: 'spent', hold: { code: 'budget_short', detail: 'GitHub was not asked' } });
    expect(await storedLedger(world)).toEqual(before);
    expect(world.site.world.pulls()).toEqual([]);
  });

  it('at all, for another reason, fails', async () => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const settling = settleWorked(worked, process, { github: failingFrom(1, process.pass.github, false) });
    await expect(settling).rejects.toThrow(RemoteError);
  });

  it.each([
    { isTooMuch: true, code: 'budget_short', wantsRun: false },
    { isTooMuch: false, code: 'backing_off', wantsRun: true },
  ])('again keeps what it did, gives the lease back, and says so ($code)', async ({ isTooMuch, code, wantsRun }) => {
    await using world = await worked.world.copy();
    await using process = await world.start();
    const lines: string[] = [];
    const end = await settleWorked(worked, process, {
      github: failingFrom(2, process.pass.github, isTooMuch),
      log: (line) => lines.push(line),
    });
    if (end.kind !== 'done') expect.unreachable();
    expect(end.result.applied.map(({ kind }) => kind)).toEqual(['accept']);
    expect(end.result.plan.notes.map((note) => note.code)).toEqual([code]);
    expect(end.result.wantsRun).toBe(wantsRun);
    expect(lines.some((line) => line.startsWith('! - — '))).toBe(true);
    const ledger = await storedLedger(world);
    expect(ledger).toMatchObject({ lease: null, intents: [], flights: {} });
    expect(end.result.plan.ledger.flights).toEqual({});
    expect(ledger.stories['1.1']?.pullRequest).toBe(1);
  });
});
