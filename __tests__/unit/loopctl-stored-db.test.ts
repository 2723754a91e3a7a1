import { expect, test } from 'vitest';
import { seededDb } from '../../scripts/conformance/loopctl/seed.ts';
import type { RefStore } from '../../src/git/ref-store.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { readDb } from '../../src/loopctl/embedded/files/read-files.ts';
import { filesOf } from '../../src/loopctl/embedded/files/write-files.ts';
import { openStoredDb, type StoredDb } from '../../src/loopctl/embedded/stored-db.ts';
import { actors, createEngineWorld, noon } from '../builders/engine-world.ts';
import { memoryRefStore } from '../builders/memory-ref-store.ts';

const projectId = identifier('project', 'house');

function open(store: RefStore): Promise<StoredDb> {
  return openStoredDb({ store, author: { name: 'A', email: 'a@example.org' }, now: () => new Date(noon) });
}

/** The database after these calls of a person. */
function after(db: Db, ...calls: readonly (readonly [call: string, body?: unknown])[]): Db {
  const world = createEngineWorld(db);
  for (const [call, body] of calls) {
    expect(world.ask(actors.user, call, body).status).toBeLessThan(300);
  }
  return world.db;
}

async function pathsOn(branch: RefStore): Promise<readonly string[]> {
  return [...(await branch.read()).files.keys()];
}

const twoEpics = [1, 2].map((number) => ({
  number,
  title: `E${number}`,
  stories: [{ number: `${number}.1`, title: 'S' }],
}));

test('what was taken out is not there again after a reload, and leaves no file behind', async () => {
  const branch = memoryRefStore();
  const stored = await open(branch);
  const furnished = after(
    stored.db(),
    ['POST /projects', { name: 'House', slug: 'house' }],
    [`POST /projects/${projectId}/import`, { epics: twoEpics }],
    ['POST /token-budgets', { scope_type: 'project', scope_id: projectId, budget_millicents: 1 }],
  );
  await stored.write(furnished, 'Furnish');
  expect(await pathsOn(branch)).toEqual(expect.arrayContaining(['budgets.json', 'projects/house/epics/2.json']));
  const emptied = after(
    stored.db(),
    [`DELETE /epics/${identifier('epic', projectId, 2, 0)}`],
    [`DELETE /token-budgets/${identifier('budget', 'project', projectId)}`],
  );
  await stored.write(emptied, 'Empty');
  expect((await pathsOn(branch)).filter((path) => /budgets|epics\/2/.test(path))).toEqual([]);
  const again = (await open(branch)).db();
  expect([...again.epics.values()].map(({ epic }) => epic.number)).toEqual([1]);
  expect(again.budgets.size).toBe(0);
});

test('a branch that was written before there were skills, keys, dispatches and budgets is read', () => {
  const files = filesOf({ ...seededDb(noon), keys: new Map() }).map((file) => [file.path, file.text()] as const);
  const old = files.flatMap(([path, text]) =>
    text === '' ? [] : [[path, text.replaceAll(/,\s*"metadata": \{\}(?=,\s*"inserted_at")/g, '')] as const],
  );
  expect(old.map(([path]) => path)).toEqual(['store.json', 'feed/000000.json']);
  expect(old[0]?.[1]).not.toContain('metadata');
  const db = readDb(new Map(old));
  expect([db.skills.size, db.keys.size, db.dispatches.size, db.budgets.size]).toEqual([0, 0, 0, 0]);
  expect([...db.agents.values()].map(({ metadata }) => metadata)).toEqual([{}, {}, {}, {}]);
});
