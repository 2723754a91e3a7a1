import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/core/ledger.ts';
import { RemoteError } from '../../../src/errors.ts';
import { accountOf } from './account.ts';
import type { Fault } from './wire.ts';
import { foundReviewed, foundWorked, settleWorked, storedLedger, type Worked } from './worked.ts';
import type { ApplyWorld } from './world.ts';

const scenes = [
  { ended: "an author's work", found: foundWorked, effects: ['POST /pulls', 'loopctl POST request-review'] },
  { ended: 'a review that passes', found: foundReviewed, effects: ['POST /check-runs', 'PUT /pulls/1/merge-async'] },
];

for (const { ended, found, effects } of scenes) {
  describe(`the settle of ${ended}`, { timeout: 300_000 }, () => {
    let worked: Worked;
    /** What a settle asks that nothing disturbs, and the world after it. */
    let requests: readonly string[];
    let undisturbed: unknown;

    beforeAll(async () => {
      worked = await found();
      await using world = await worked.world.copy();
      await using process = await world.start('over the wire');
      process.wire.begin(null);
      await settleWorked(worked, process);
      requests = process.wire.requests;
      undisturbed = await endOf(world);
    });
    afterAll(() => worked.world[Symbol.asyncDispose]());

    it('has effects, and saves before and after them', () => {
      expect(requests).toEqual(expect.arrayContaining(effects));
      const saves = requests.flatMap((request, at) => (request.startsWith('loopctl PUT ') ? at : []));
      const [first = 0, last = 0] = [saves[0], saves.at(-1)];
      for (const effect of effects) {
        expect(requests.indexOf(effect)).toBeGreaterThan(first);
        expect(requests.lastIndexOf(effect)).toBeLessThan(last);
      }
    });

    it('comes to the same when any one of its answers is lost and it is run again', async () => {
      for (const [at, request] of requests.entries()) {
        // Questions are lost one by one in apply.test.ts, and one of each kind here.
        const isFirst = requests.findIndex((other) => kindOf(other) === kindOf(request)) === at;
        if (request.startsWith('loopctl GET ') || (!isEffect(request) && !isFirst)) continue;
        expect(await disturb(worked, { kind: 'answer lost', at }), `${at}: ${request}`).toEqual(undisturbed);
      }
    });

    it('comes to the same when it is killed after any one of its effects and run again', async () => {
      for (const [at, request] of requests.entries()) {
        if (!isEffect(request) || request.startsWith('loopctl ')) continue;
        expect(await disturb(worked, { kind: 'killed', at }), `${at}: ${request}`).toEqual(undisturbed);
      }
    });
  });
}

/** A settle under a fault, then its re-run, in a process of its own, with nothing in the way. */
async function disturb(worked: Worked, fault: Fault): Promise<unknown> {
  await using world = await worked.world.copy();
  await using first = await world.start('over the wire');
  first.wire.begin(fault);
  await settleWorked(worked, first).catch((error: unknown) => {
    if (!(error instanceof RemoteError)) throw error;
  });
  await using second = await world.start();
  const facts = { ...second.pass.facts, attempt: 2, holder: `settle ${worked.outcome.assignment}`, canDispatch: false };
  await settleWorked(worked, second, { facts });
  return await endOf(world);
}

/**
 * In whatever order it came about: what was left undone is made up for later. For that the next run is woken, once at
 * the most while none is queued; whether it was is all that may differ.
 */
async function endOf(world: ApplyWorld): Promise<unknown> {
  await using reader = await world.start();
  const { happened, runs, ...account } = await accountOf(world, reader, timeless(await storedLedger(world)));
  const woken = world.site.host.runs().filter(({ status }) => status === 'queued');
  expect(woken.length).toBeLessThanOrEqual(1);
  // What people read is held to be the same at the end; how often it was written is not.
  const written =
    /"kind":"(pull_request|issue)".*"action":"(edited|labels)"|"kind":"comment"|"kind":"check".*"app":"orchestrate-app"/;
  const effects = happened
    .map((event) => JSON.stringify(event))
    .filter((event) => !event.includes('orchestrate.yml') && !written.test(event));
  return { ...account, happened: effects.toSorted() };
}

/**
 * The ledger without the moments at which something was learnt, what only the one who merged knows of the base, and what
 * people are told of the way that it took. What was shown them is seen where it is shown: here it matters that it is known.
 */
function timeless({ recent: _, shown, ...ledger }: Ledger): unknown {
  return JSON.parse(
    JSON.stringify({ ...ledger, shown: Object.keys(shown).length }, (key, value: unknown) =>
      /^(at|since|baseBefore)$/.test(key) ? null : value,
    ),
  );
}

/** A question of REST, of GraphQL or of git; everything else is a kind of its own. */
function kindOf(request: string): string {
  return /\/graphql$|\/git-upload-pack$|^GET /.exec(request)?.[0] ?? request;
}

function isEffect(request: string): boolean {
  return !/^(loopctl )?GET |\/graphql$|\/git-upload-pack$/.test(request);
}
