import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, ledgerSchema, recall } from '../../src/core/ledger.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { ActionWorld } from '../acceptance/action-world.ts';
import { agent, type Fault, refusal, serveLoopctl, type TestServer } from './loopctl-server.ts';
import { plan } from './own-step.ts';
import { anOutcome, fillHouse, foundServedWorld, type House, settle } from './server-world.ts';

const html: Fault = { status: 404, body: '<!DOCTYPE html><title>Page not found</title>' };
const person: Actor = { role: 'user', agentId: null, keyName: 'ann' };
const stranger = agent('impl-2', 'agent');

/** Passes write nothing into the repository as long as no work comes of them: one serves all tests. */
let world: ActionWorld;
beforeAll(async () => {
  world = await foundServedWorld('house');
});
afterAll(() => world[Symbol.asyncDispose]());

async function ledgerOf({ loopctl, project }: House): Promise<Ledger> {
  return ledgerSchema.parse((await loopctl.loadState(project.id, 'main')).data);
}

async function storyOf({ loopctl, project }: House, number: string) {
  const story = (await loopctl.listStories(project.id)).find((one) => one.number === number);
  if (story === undefined) throw new Error(`there is no story ${number}`);
  return story;
}

/** What was called on a story, without looks at it. */
function callsOn(server: TestServer, storyId: string): readonly string[] {
  return server.calls(new RegExp(`^POST /stories/${storyId}/`)).map((call) => call.split('/').at(-1) ?? '');
}

describe('what goes wrong on the way to a server, a pass gets over', () => {
  it.each<[what: string, pattern: RegExp, faults: readonly Fault[]]>([
    ['a limit reached while looking', /^GET \/tenants/, [limited(), limited()]],
    ['a limit reached while claiming', /\/claim$/, [limited()]],
    ['an answer cut off while looking', /^GET \/stories$/, ['cut']],
    ['an answer cut off while claiming', /\/claim$/, ['cut']],
    ['a claim whose answer was lost', /\/claim$/, ['lost']],
    ['a save whose answer was lost', /^PUT \/orchestrator/, ['lost']],
    ['a socket that was dropped', /dependency_graph$/, ['dropped']],
    ['a connection that is dead after a 404', /^GET \/orchestrator\/state/, [refusal(404, 'Not found')]],
  ])('%s', async (_, pattern, faults) => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server);
    await house.loopctl.identities();
    server.fail(pattern, ...faults);
    expect((await plan(world, server)).outputs).toMatchObject({ count: '2' });
    for (const number of ['1.1', '1.2']) {
      const story = await storyOf(house, number);
      expect(story).toMatchObject({ agentStatus: 'implementing' });
      expect(callsOn(server, story.id).filter((call) => call === 'start')).toEqual(['start']);
    }
    const { lease, flights } = await ledgerOf(house);
    expect({ lease, flights: Object.keys(flights).length }).toEqual({ lease: null, flights: 2 });
  });
});

describe('what only a person can mend ends a pass, and nothing is asked after it', () => {
  it.each<[what: string, pattern: RegExp, fault: Fault, says: string]>([
    ['a witness header that got lost', /^GET \/tenants/, refusal(428, 'x', 'witness_header_missing'), 'witness header'],
    ['a halted tenant', /^GET \/tenants/, refusal(503, 'divergence', 'tenant_halted'), 'halted the whole tenant'],
    ['a tenant halted at our claim', /\/claim$/, refusal(503, 'divergence', 'tenant_halted'), 'halted the whole'],
    ['a page of HTML', /^GET \/tenants/, html, 'not loopctl'],
  ])('%s', async (_, pattern, fault, says) => {
    await using server = await serveLoopctl();
    await fillHouse(server);
    server.fail(pattern, fault);
    await expect(plan(world, server)).rejects.toThrow(says);
    const failed = server.received.findLastIndex(({ call }) => pattern.test(call));
    // What was asked together with it may still have arrived.
    expect(server.received.slice(failed).every(({ call }) => call.startsWith('GET ') || pattern.test(call))).toBe(true);
    expect(server.calls(pattern)).toHaveLength(1);
  });
});

describe('others who are at work on the same server', () => {
  it('a claim lost to another agent is theirs: nothing more is called on it, and the rest goes on', async () => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server);
    const { id } = await storyOf(house, '1.1');
    server.before(
      new RegExp(`${id}/claim$`),
      () => void server.as(stranger, 'POST', `/api/v1/stories/${id}/claim`, {}),
    );
    expect((await plan(world, server)).outputs).toMatchObject({ count: '1' });
    expect((await plan(world, server)).outputs).toMatchObject({ count: '0' });
    expect(callsOn(server, id)).toEqual(['contract', 'claim']);
    expect(await storyOf(house, '1.1')).toMatchObject({ assignedAgentId: stranger.agentId });
    const ledger = await ledgerOf(house);
    expect(recall(ledger, '1.1')).toMatchObject({ authorRuns: 0, rejections: 0, infrastructure: { failures: 0 } });
    expect(Object.values(ledger.flights)).toMatchObject([{ story: '1.2' }]);
  });

  it('state saved by somebody else between our look and our lease makes us look again, and nothing is done twice', async () => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server);
    await house.loopctl.identities();
    const body = { state_key: 'main', state_data: { ...emptyLedger, sequence: 40 }, version: 0 };
    const path = `/api/v1/orchestrator/state/${house.project.id}`;
    server.before(/^PUT /, () => void server.as(agent('orch-2', 'orchestrator'), 'PUT', path, body));
    expect((await plan(world, server)).outputs).toMatchObject({ count: '2' });
    const flights = Object.keys((await ledgerOf(house)).flights);
    expect(flights.map((id) => id.split('-')[1])).toEqual(['41', '42']);
    for (const number of ['1.1', '1.2']) {
      expect(callsOn(server, (await storyOf(house, number)).id)).toContain('claim');
      expect(callsOn(server, (await storyOf(house, number)).id).filter((call) => call === 'claim')).toHaveLength(1);
    }
  });

  it('a story deleted before our handshake is passed over', async () => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server);
    const { id } = await storyOf(house, '1.1');
    server.before(/\/contract$/, () => void server.as(person, 'DELETE', `/api/v1/stories/${id}`));
    expect((await plan(world, server)).outputs).toMatchObject({ count: '1' });
    const ledger = await ledgerOf(house);
    expect(Object.values(ledger.flights)).toMatchObject([{ story: '1.2' }]);
    expect(ledger.lease).toBeNull();
  });

  it('a story deleted while its agent was at work is forgotten when the agent has ended', async () => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server, 1);
    await plan(world, server);
    const { id } = await storyOf(house, '1.1');
    const [flight] = Object.values((await ledgerOf(house)).flights);
    if (flight === undefined) throw new Error('nothing was dispatched');
    server.as(person, 'DELETE', `/api/v1/stories/${id}`);
    await settle(world, server, anOutcome(flight.id, flight.run));
    const { flights, stories } = await ledgerOf(house);
    expect({ flights, stories }).toEqual({ flights: {}, stories: {} });
  });

  it('a title changed while its agent was at work: given back, sent again with the new one, and nobody is blamed', async () => {
    await using server = await serveLoopctl();
    const house = await fillHouse(server, 1);
    await plan(world, server);
    const before = await ledgerOf(house);
    const [flight] = Object.values(before.flights);
    if (flight === undefined) throw new Error('nothing was dispatched');
    const { id } = await storyOf(house, '1.1');
    server.as(person, 'PATCH', `/api/v1/stories/${id}`, { title: 'Another story' });
    await settle(world, server, anOutcome(flight.id, flight.run));
    expect(callsOn(server, id).at(-1)).toBe('unclaim');
    expect(await storyOf(house, '1.1')).toMatchObject({ agentStatus: 'pending', assignedAgentId: null });
    expect((await plan(world, server)).outputs).toMatchObject({ count: '1' });
    const after = await ledgerOf(house);
    expect(recall(after, '1.1')).toMatchObject({ authorRuns: 0, rejections: 0, infrastructure: { failures: 0 } });
    expect(recall(after, '1.1').agreement).not.toBe(recall(before, '1.1').agreement);
    expect(callsOn(server, id).slice(-3)).toEqual(['contract', 'claim', 'start']);
    const sent = server.received.findLast(({ call }) => call.endsWith('/contract'));
    expect(sent?.body).toEqual({ story_title: 'Another story', ac_count: 1 });
  });
});

it('what an agent spent is told in its own name, where it can be, and a budget that is spent is shown', async () => {
  await using server = await serveLoopctl();
  const house = await fillHouse(server, 1);
  await plan(world, server);
  const [flight] = Object.values((await ledgerOf(house)).flights);
  if (flight === undefined) throw new Error('nothing was dispatched');
  const { id } = await storyOf(house, '1.1');
  const budget = { scope_type: 'story', scope_id: id, budget_millicents: 100 };
  expect(server.as(agent('orch-1', 'orchestrator'), 'POST', '/api/v1/token-budgets', budget).status).toBe(201);
  const usage = { inputTokens: 10, outputTokens: 5, model: 'claude', costMillicents: 700 };
  const outcome = { ...anOutcome(flight.id, flight.run), usage };
  server.fail(/^POST \/token-usage$/, refusal(422, 'not today'));
  await settle(world, server, outcome);
  expect(await house.loopctl.listUsage(id)).toEqual([]);
  await plan(world, server);
  const [again] = Object.values((await ledgerOf(house)).flights);
  if (again === undefined) throw new Error('nothing was dispatched again');
  const { summary } = await settle(world, server, { ...outcome, assignment: again.id, run: again.run });
  const { implementer } = await house.loopctl.identities();
  expect(await house.loopctl.listUsage(id)).toMatchObject([
    { agentId: implementer.agentId, sessionId: again.id, costMillicents: 700, phase: 'implementing' },
  ]);
  expect(summary).not.toContain('a budget in loopctl');
  expect((await plan(world, server)).summary).toContain('story 1.1 $0.01 of $0.00');
});

it('a server whose clock is minutes behind ours is worked with as any other', async () => {
  await using server = await serveLoopctl({}, 7 * 60_000);
  const house = await fillHouse(server, 1);
  await plan(world, server);
  const [flight] = Object.values((await ledgerOf(house)).flights);
  if (flight === undefined) throw new Error('nothing was dispatched');
  const before = server.received.length;
  expect((await plan(world, server)).outputs).toMatchObject({ count: '0' });
  expect(server.received.slice(before).every(({ call }) => call.startsWith('GET '))).toBe(true);
  await settle(world, server, { ...anOutcome(flight.id, flight.run), kind: 'crashed', detail: 'no space left' });
  const { infrastructure } = recall(await ledgerOf(house), '1.1');
  expect(infrastructure.failures).toBe(1);
  expect(await storyOf(house, '1.1')).toMatchObject({ agentStatus: 'implementing' });
});

function limited(): Fault {
  return { ...refusal(429, 'Rate limit exceeded'), headers: { 'retry-after': '0' } };
}
