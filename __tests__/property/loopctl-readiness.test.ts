import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findReadiness } from '../../src/core/readiness.ts';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { actorOf, embeddedIdentities } from '../../src/loopctl/embedded/embedded-identities.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { anyRequests, furnishedDb, now } from './loopctl-requests.ts';

/** Reads of a database as it stands. */
function readerOf(db: Db): Loopctl {
  return createLoopctl({
    send: (identity, { query = {}, ...request }) =>
      Promise.resolve(reduce(db, { body: undefined, ...request, query, actor: actorOf(identity) }, now).response),
    identities: () => Promise.resolve(embeddedIdentities),
    flush: () => Promise.resolve(),
    reload: () => Promise.resolve(),
  });
}

test('what is ready and what blocks follows from the graph as loopctl itself lists it', async () => {
  await fc.assert(
    fc.asyncProperty(anyRequests, async (requests) => {
      const db = requests.reduce((before, request) => reduce(before, request, now).db, furnishedDb());
      const loopctl = readerOf(db);
      for (const id of db.projects.keys()) {
        const found = findReadiness(await loopctl.dependencyGraph(id));
        if (found === null) continue;
        const [ready, blocked] = await Promise.all([loopctl.listReady(id), loopctl.listBlocked(id)]);
        expect([...found.ready].toSorted(byText)).toEqual(ready.map(({ number }) => number).toSorted(byText));
        const listed = blocked.map(({ story, blockers }) => [story.number, blockers.map((one) => one.number)] as const);
        expect(sorted(found.blockers)).toEqual(sorted(new Map(listed)));
      }
    }),
    { numRuns: 100 },
  );
});

test('a dependency on what the graph does not hold is for loopctl to judge', () => {
  const stories = [{ id: 's', number: '1.1', agentStatus: 'pending', verifiedStatus: 'unverified' }] as const;
  const epics = [{ id: 'e', number: 1, stories }];
  const elsewhere = [{ from: 's', to: 'of another project' }];
  expect(findReadiness({ epics, storyDependencies: elsewhere, epicDependencies: [] })).toBeNull();
  expect(findReadiness({ epics, storyDependencies: [], epicDependencies: elsewhere })).toBeNull();
});

function byText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function sorted(blockers: ReadonlyMap<string, readonly string[]>): unknown {
  return new Map([...blockers].map(([story, waitsFor]) => [story, waitsFor.toSorted(byText)] as const));
}
