import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatherServer } from '../../src/doctor/server/gather-server.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { agent, keys, refusal, serveLoopctl, type TestServer } from './loopctl-server.ts';
import { fillHouse, type House } from './server-world.ts';

const waits = { until: 0, now: Date.now, pause: () => Promise.resolve() };

let server: TestServer;
let house: House;
beforeAll(async () => {
  server = await serveLoopctl({ lc_orch2: agent('orch-2', 'orchestrator'), lc_impl2: agent('impl-2', 'agent') });
  house = await fillHouse(server);
});
afterAll(() => server[Symbol.asyncDispose]());

function look(change: Partial<LoopctlServer> = {}, project = 'house') {
  return gatherServer({ url: server.url, keys: server.keys, ...change }, project, waits);
}

it('is looked at without leaving a trace', async () => {
  const before = (await house.loopctl.changesSince(null)).changes;
  expect(await look()).toEqual({
    kind: 'up',
    url: server.url,
    project: { kind: 'project', name: 'The House', stories: 2, withoutCriteria: 0 },
    keys: ['LOOPCTL_AGENT_KEY', 'LOOPCTL_REVIEWER_KEY', 'LOOPCTL_ORCH_KEY'].map((variable) => ({
      variable,
      kind: 'good',
      agent: null,
    })),
    hasAuditKey: false,
  });
  expect((await house.loopctl.changesSince(null)).changes).toEqual(before);
  expect(server.calls(/artifacts$/)).toEqual([]);
});

it('tells whose the keys are once a pass has learnt it', async () => {
  const { implementer, reviewer } = await house.loopctl.identities();
  const facts = await look({ keys: { ...keys, reviewer: 'lc_impl2' } });
  expect(facts).toMatchObject({ keys: [{ agent: implementer.agentId }, { agent: null }, {}] });
  expect(await look()).toMatchObject({ keys: [{}, { agent: reviewer.agentId }, {}] });
});

it.each<[what: string, change: Partial<LoopctlServer['keys']>, facts: object]>([
  ['a key of another role', { implementer: 'lc_orch2' }, { keys: [{ kind: 'bad' }, {}, {}] }],
  ['a key that is not known', { reviewer: 'lc_nobody' }, { keys: [{}, { kind: 'bad' }, {}] }],
  ['an agent’s key for the orchestrator', { orchestrator: 'lc_impl2' }, { keys: [{}, {}, { kind: 'bad' }] }],
  ['no key to look with', { orchestrator: 'lc_nobody' }, { kind: 'down' }],
])('names %s, and shows none', async (_, change, expected) => {
  const facts = await look({ keys: { ...keys, ...change } });
  expect(facts).toMatchObject(expected);
  expect(JSON.stringify(facts)).not.toMatch(/lc_/);
});

it('tells what it cannot find, and what it cannot reach', async () => {
  expect(await look({}, 'castle')).toMatchObject({ kind: 'up', project: { kind: 'missing', name: 'castle' } });
  expect(await look({ url: 'http://127.0.0.1:1' })).toMatchObject({ kind: 'down' });
  server.fail(/^GET \/tenants\/me$/, refusal(503, 'divergence', 'tenant_halted'));
  expect(await look()).toMatchObject({ kind: 'down', because: expect.stringContaining('halted the whole tenant') });
  server.fail(/audit_public_key$/, { status: 200, body: '-----BEGIN PUBLIC KEY-----' });
  expect(await look()).toMatchObject({ kind: 'up', hasAuditKey: true });
});
