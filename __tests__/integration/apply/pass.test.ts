import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '../../../src/core/ledger.ts';
import { RemoteError } from '../../../src/errors.ts';
import { accountOf } from './account.ts';
import type { Fault } from './wire.ts';
import { foundWorked, settleWorked, storedLedger, type Worked } from './worked.ts';
import type { ApplyWorld } from './world.ts';

let worked: Worked;
/** What a settle asks that nothing disturbs, and the world after it. */
let requests: readonly string[];
let undisturbed: unknown;

beforeAll(async () => {
  worked = await foundWorked();
  await using world = await worked.world.copy();
  await using process = await world.start('over the wire');
  process.wire.begin(null);
  await settleWorked(worked, process);
  requests = process.wire.requests;
  undisturbed = await endOf(world);
});
afterAll(() => worked.world[Symbol.asyncDispose]());

/** A settle under a fault, then its re-run, in a process of its own, with nothing in the way. */
async function disturb(fault: Fault): Promise<unknown> {
  await using world = await worked.world.copy();
  await using first = await world.start('over the wire');
  first.wire.begin(fault);
  await settleWorked(worked, first).catch((error: unknown) => {
    if (!(error instanceof RemoteError)) throw error;
  });
  await using second = await world.start();
  const facts = { ...second.pass.facts, attempt: 2, holder: 'settle 99-3', canDispatch: false };
  await settleWorked(worked, second, { facts });
  return await endOf(world);
}

/** In whatever order it came about: what was left undone is made up for later. */
async function endOf(world: ApplyWorld): Promise<unknown> {
  await using reader = await world.start();
  const { happened, ...account } = await accountOf(world, reader, {});
  const ledger = timeless(await storedLedger(world));
  return { ...account, ledger, happened: happened.map((event) => JSON.stringify(event)).toSorted() };
}

/** The ledger without the moments at which something was learnt. */
function timeless(ledger: Ledger): unknown {
  return JSON.parse(JSON.stringify(ledger, (key, value: unknown) => (key === 'at' ? 0 : value)));
}

it('asks git, the API and loopctl, and saves twice', () => {
  const saves = requests.filter((request) => request.startsWith('loopctl PUT '));
  expect(saves).toHaveLength(2);
  expect(requests.filter((request) => request.endsWith('/git-receive-pack'))).toHaveLength(3);
  expect(requests).toContain('POST /pulls');
});

const patient = { timeout: 300_000 };

it('comes to the same when any one of its answers is lost and it is run again', patient, async () => {
  for (const [at, request] of requests.entries()) {
    // A question that is asked again is lost once; what loopctl is asked is lost one by one in apply.test.ts.
    if (request.startsWith('loopctl GET ') || (!isEffect(request) && requests.indexOf(request) < at)) continue;
    expect(await disturb({ kind: 'answer lost', at }), `${at}: ${request}`).toEqual(undisturbed);
  }
});

it('comes to the same when it is killed after any one of its effects and run again', patient, async () => {
  for (const [at, request] of requests.entries()) {
    if (!isEffect(request) || request.startsWith('loopctl ')) continue;
    expect(await disturb({ kind: 'killed', at }), `${at}: ${request}`).toEqual(undisturbed);
  }
});

function isEffect(request: string): boolean {
  return !/^(loopctl )?GET |\/graphql$|\/git-upload-pack$/.test(request);
}
