import { expect, test } from 'vitest';
import { emptyDb } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { openMemoryStore } from '../../src/loopctl/serve/memory-store.ts';
import { type RunServeOptions, runServe } from '../../src/loopctl/serve/run-serve.ts';
import type { ServedStore } from '../../src/loopctl/serve/served-store.ts';

const now = (): Date => new Date();
const given = { LOOPCTL_ORCH_KEY: 'lc_orchestrator-0123456789012345678901234567' };

/** What is served, and everything that is written about it, until the work is done. */
async function serveWhile(
  work: (told: ReadonlyMap<string, string>) => Promise<void>,
  openStore: RunServeOptions['openStore'] = (furnish) =>
    Promise.resolve(openMemoryStore(furnish(emptyDb('2026-11-22T11:34:56.000000Z')), now)),
): Promise<{ readonly told: ReadonlyMap<string, string>; readonly logged: readonly string[] }> {
  const told = new Map<string, string>();
  const logged: string[] = [];
  const stop = new AbortController();
  const running = runServe({
    openStore,
    environment: given,
    keysFile: null,
    now,
    write: (line) => {
      const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
      told.set(name, value);
    },
    log: (line) => void logged.push(line),
    signal: stop.signal,
  });
  await expect.poll(() => told.size).toBe(4);
  await work(told).finally(() => stop.abort());
  await running;
  return { told, logged };
}

async function readProjects(url: string, key: string): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'x-loopctl-sth-bootstrap': 'true', connection: 'close' };
  return (await fetch(`${url}/api/v1/projects`, { headers })).status;
}

test('tells the address and the keys that it made, never one that it was given, and ends when it is told to', async () => {
  const { told, logged } = await serveWhile(async (lines) => {
    const url = lines.get('LOOPCTL_SERVER') ?? '';
    expect(await readProjects(url, given.LOOPCTL_ORCH_KEY)).toBe(200);
    expect(await readProjects(url, lines.get('LOOPCTL_REVIEWER_KEY') ?? '')).toBe(200);
    expect(await readProjects(url, 'lc_of-somebody-else')).toBe(401);
  });
  expect([...told.keys()]).toEqual(['LOOPCTL_SERVER', 'LOOPCTL_AGENT_KEY', 'LOOPCTL_REVIEWER_KEY', 'LOOPCTL_USER_KEY']);
  expect(logged.map((line) => line.replace(/\d+ ms$/, 'ms'))).toEqual([
    '200 GET /api/v1/projects ms',
    '200 GET /api/v1/projects ms',
    '401 GET /api/v1/projects ms',
  ]);
  expect(logged.join('\n')).not.toContain('lc_');
  await expect(readProjects(told.get('LOOPCTL_SERVER') ?? '', given.LOOPCTL_ORCH_KEY)).rejects.toThrow('fetch failed');
});

test('a store in trouble is a 500 for whoever asked, with the reason in the log, and what was begun is still answered', async () => {
  const begun = Promise.withResolvers<void>();
  const broken: ServedStore = {
    db: () => emptyDb('2026-11-22T11:34:56.000000Z'),
    run: () => {
      begun.resolve();
      return new Promise((_, reject) => setTimeout(() => reject(new Error('the branch is gone')), 30));
    },
  };
  let asked: Promise<number> | null = null;
  const { logged } = await serveWhile(
    async (lines) => {
      asked = readProjects(lines.get('LOOPCTL_SERVER') ?? '', given.LOOPCTL_ORCH_KEY);
      await begun.promise;
    },
    () => Promise.resolve(broken),
  );
  expect(await asked).toBe(500);
  expect(logged[0]).toBe('the branch is gone');
});
