import { describe, expect, it } from 'vitest';
import { ConfigurationError } from '../../src/errors.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import { openHttpLoopctl } from '../../src/loopctl/http/open.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { LoopctlRefusal, LoopctlTrouble } from '../../src/loopctl/loopctl-error.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import { agent, type Fault, keys, refusal, serveLoopctl, type TestServer } from './loopctl-server.ts';

const criteria = [{ id: 'AC-1', description: 'first' }];
const terms = { title: 'First', criteriaCount: 1 };
const html: Fault = { status: 404, body: '<!DOCTYPE html><title>Page not found</title>' };
const gateway: Fault = { status: 502, body: 'Bad Gateway' };

interface World extends AsyncDisposable {
  readonly server: TestServer;
  readonly loopctl: Loopctl;
  readonly projectId: string;
  /** The one story. */
  readonly id: string;
  /** For how long the client paused so far, in order. */
  readonly pauses: readonly number[];
  open(change?: Partial<LoopctlServer>): Loopctl;
}

/** A project with one story on a server, and a client whose time passes only while it waits. */
async function createWorld(others: Readonly<Record<string, Actor>> = {}): Promise<World> {
  const server = await serveLoopctl(others);
  const pauses: number[] = [];
  let clock = Date.parse('2026-11-22T12:00:00Z');
  const waits = {
    until: clock + 300_000,
    now: () => clock,
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      clock += milliseconds;
    },
  };
  const open = (change: Partial<LoopctlServer> = {}): Loopctl =>
    openHttpLoopctl({ server: { ...server, ...change }, project: 'house', waits });
  const loopctl = open();
  const project = await loopctl.ensureProject({ name: 'House', slug: 'house' });
  const stories = [{ number: '1.1', title: 'First', acceptance_criteria: criteria }];
  const epics = [{ number: 1, title: 'E', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  const [story] = await loopctl.listStories(project.id);
  const close = (): PromiseLike<void> => server[Symbol.asyncDispose]();
  return { server, loopctl, projectId: project.id, id: story?.id ?? '', pauses, open, [Symbol.asyncDispose]: close };
}

const failed = refusal(500, 'Internal server error');
const capability: Fault = { status: 201, body: { data: { cap_id: 'cap-1', typ: 'start_cap' } } };

async function claimed({ loopctl, id }: World): Promise<void> {
  await loopctl.identities();
  await loopctl.contract(id, terms);
  await loopctl.claim(id);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('what is sent to a server', () => {
  it('carries the witness header and the key of its name, on a connection of its own', async () => {
    await using world = await createWorld();
    const { loopctl, server, id } = world;
    await loopctl.identities();
    await loopctl.contract(id, terms);
    await loopctl.claim(id);
    await loopctl.start(id);
    await loopctl.report(id);
    await loopctl.reviewComplete(id, { reviewType: 'independent', findingsCount: 0, fixesCount: 0 });
    await loopctl.verify(id, { summary: 'merged', reviewType: 'independent' });
    const names = server.received.filter(({ call }) => /\/(claim|report|verify)$/.test(call) && call.includes(id));
    expect(names.map(({ key }) => key)).toEqual([keys.implementer, keys.reviewer, keys.orchestrator]);
    for (const { headers } of server.received) {
      expect(headers).toMatchObject({ 'x-loopctl-sth-bootstrap': 'true', connection: 'close' });
    }
  });
});

it('what is saved holds nothing that a server could not keep, and is known again after a lost answer', async () => {
  await using world = await createWorld();
  const { loopctl, server, projectId } = world;
  // A text that was cut within a character, and one that PostgreSQL has no place for.
  const said = { cut: 'done \u{1F389}'.slice(0, -1), odd: ['a\0b'] };
  server.fail(/^PUT/, 'lost');
  expect(await loopctl.saveState(projectId, 'main', said, 0)).toEqual({ saved: true, version: 1 });
  const state = await loopctl.loadState(projectId, 'main');
  expect(state.data).toEqual({ cut: 'done \ufffd', odd: ['a\ufffdb'] });
});

describe('trouble on the way to a server', () => {
  it.each<[trouble: string, faults: readonly Fault[]]>([
    ['a socket that was dropped', ['dropped']],
    ['an answer that was cut short', ['cut']],
    ['a gateway that is down, twice', [gateway, gateway]],
  ])('a read goes on over %s', async (_, faults) => {
    await using world = await createWorld();
    world.server.fail(/^GET \/stories\/[^/]+$/, ...faults);
    expect(await world.loopctl.getStory(world.id)).toMatchObject({ number: '1.1' });
    expect(world.pauses).toHaveLength(faults.length);
  });

  it('a read is given up after the third time, as trouble that may pass', async () => {
    await using world = await createWorld();
    world.server.fail(/^GET \/tenants/, gateway, 'dropped', gateway, gateway);
    const error = await failureOf(world.loopctl.tenant());
    expect(error).toBeInstanceOf(LoopctlTrouble);
    expect(error).toMatchObject({ status: 502, retryable: true, request: 'GET /api/v1/tenants/me' });
    expect(world.server.calls(/tenants/)).toHaveLength(3);
  });

  it('a page of HTML is trouble that does not pass, and asked for once', async () => {
    await using world = await createWorld();
    world.server.fail(/^GET \/tenants/, html);
    const error = await failureOf(world.loopctl.tenant());
    expect(error).toBeInstanceOf(LoopctlTrouble);
    expect(error).toMatchObject({ status: 404, retryable: false });
    expect(world.server.calls(/tenants/)).toHaveLength(1);
  });

  it.each<[what: string, fault: Fault, times: number]>([
    ['had its effect', 'lost', 1],
    ['had its effect and was cut short', 'cut', 1],
    ['never arrived', 'dropped', 2],
    ['met a server that failed', gateway, 2],
  ])('a claim that %s is looked after, and made once', async (_, fault, times) => {
    await using world = await createWorld();
    const { loopctl, server, id } = world;
    const { implementer } = await loopctl.identities();
    await loopctl.contract(id, terms);
    server.fail(/\/claim$/, fault);
    expect(await loopctl.claim(id)).toMatchObject({ agentStatus: 'assigned', assignedAgentId: implementer.agentId });
    expect(server.calls(/\/claim$/).filter((call) => call.includes(id))).toHaveLength(times);
  });

  it('a claim that was lost to another agent meanwhile is refused', async () => {
    await using world = await createWorld();
    const { loopctl, server, id } = world;
    await loopctl.identities();
    await loopctl.contract(id, terms);
    server.fail(/\/claim$/, 'dropped');
    server.as(agent('impl-2', 'agent'), 'POST', `/api/v1/stories/${id}/claim`, {});
    expect(await failureOf(loopctl.claim(id))).toMatchObject({ name: 'LoopctlRefusal', status: 409 });
  });

  it('what could come twice is not sent again', async () => {
    await using world = await createWorld();
    const { loopctl, server, id } = world;
    await loopctl.identities();
    const before = server.calls(/artifacts$/).length;
    server.fail(/artifacts$/, 'lost');
    const error = await failureOf(loopctl.postArtifact(id, { artifactType: 'pull_request', path: 'pull/1' }));
    expect(error).toMatchObject({ retryable: true, status: null });
    expect(server.calls(/artifacts$/)).toHaveLength(before + 1);
  });

  it('a save whose answer was lost is known again, and one that somebody else came before is told as lost', async () => {
    await using world = await createWorld();
    const { loopctl, server, projectId } = world;
    server.fail(/^PUT/, 'lost');
    expect(await loopctl.saveState(projectId, 'main', { a: 1, b: undefined }, 0)).toEqual({ saved: true, version: 1 });
    server.fail(/^PUT/, 'dropped');
    const body = { state_key: 'main', state_data: { theirs: true }, version: 1 };
    server.as(agent('orch-2', 'orchestrator'), 'PUT', `/api/v1/orchestrator/state/${projectId}`, body);
    expect(await loopctl.saveState(projectId, 'main', { a: 2 }, 1)).toEqual({ saved: false });
    expect(await loopctl.loadState(projectId, 'main')).toEqual({ version: 2, data: { theirs: true } });
  });
});

describe('the limits of a server', () => {
  it('what was too much is sent again when the server says, a write too', async () => {
    await using world = await createWorld();
    const limited: Fault = { ...refusal(429, 'Rate limit exceeded'), headers: { 'retry-after': '7' } };
    world.server.fail(/\/contract$/, limited, limited);
    expect(await world.loopctl.contract(world.id, terms)).toMatchObject({ agentStatus: 'contracted' });
    expect(world.pauses).toHaveLength(2);
    for (const pause of world.pauses) {
      expect(pause).toBeGreaterThanOrEqual(7000);
      expect(pause).toBeLessThan(8000);
    }
  });

  it('nothing more is sent with a key that has nothing left, until it is given anew by the server’s own clock', async () => {
    await using world = await createWorld();
    const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000030' };
    const headers = { ...spent, date: new Date(1_000_000_000).toUTCString() };
    const tenant = { id: 't', name: 'T', slug: 't', status: 'active', settings: {} };
    world.server.fail(/tenants/, { status: 200, headers, body: { tenant } });
    await world.loopctl.tenant();
    expect(world.pauses).toEqual([]);
    await world.loopctl.tenant();
    expect(world.pauses[0]).toBeGreaterThanOrEqual(30_000);
    expect(world.pauses[0]).toBeLessThan(34_000);
  });

  it('who would have to wait longer than the job may is told that it is too much', async () => {
    await using world = await createWorld();
    const limited: Fault = { ...refusal(429, 'Rate limit exceeded'), headers: { 'retry-after': '60' } };
    world.server.fail(/tenants/, ...Array<Fault>(9).fill(limited));
    const error = await failureOf(world.loopctl.tenant());
    expect(error).toMatchObject({ isTooMuch: true, retryable: true, status: 429 });
    expect(world.pauses.length).toBeLessThan(5);
  });
});

describe('what only a person can mend', () => {
  it('a halted tenant is explained, and nothing is asked again', async () => {
    await using world = await createWorld();
    world.server.fail(/tenants/, refusal(503, 'Tenant operations halted due to witness divergence', 'tenant_halted'));
    const error = await failureOf(world.loopctl.tenant());
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error).toMatchObject({ remedy: expect.stringContaining('clear-halt') });
    expect(world.server.calls(/tenants/)).toHaveLength(1);
  });

  it('a tenant with an audit key that cannot start a story gets it back, and the reason is told', async () => {
    await using world = await createWorld();
    const { loopctl, server, id } = world;
    await claimed(world);
    server.fail(/\/start$/, failed, failed);
    server.fail(/\/recover-cap$/, capability);
    const error = await failureOf(loopctl.start(id));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toContain('cannot start stories of a tenant with an audit key');
    expect(server.received.filter(({ call }) => call.endsWith('/start')).map(({ body }) => body)).toEqual([
      {},
      { cap_id: 'cap-1' },
    ]);
    expect(await loopctl.getStory(id)).toMatchObject({ agentStatus: 'pending', assignedAgentId: null });
  });

  it('a server that reads the capability is given it', async () => {
    await using world = await createWorld();
    await claimed(world);
    world.server.fail(/\/start$/, failed);
    world.server.fail(/\/recover-cap$/, capability);
    expect(await world.loopctl.start(world.id)).toMatchObject({ agentStatus: 'implementing' });
  });

  it('a start that failed for another reason is made again', async () => {
    await using world = await createWorld();
    await claimed(world);
    world.server.fail(/\/start$/, failed);
    expect(await world.loopctl.start(world.id)).toMatchObject({ agentStatus: 'implementing' });
    expect(world.pauses).toHaveLength(1);
  });

  it.each<[what: string, change: Partial<LoopctlServer['keys']>, says: RegExp]>([
    ['unknown', { orchestrator: 'lc_revoked' }, /does not accept LOOPCTL_ORCH_KEY/],
    ['an agent’s for the orchestrator', { orchestrator: keys.reviewer }, /LOOPCTL_ORCH_KEY has the wrong role/],
    ['an orchestrator’s for the implementer', { implementer: 'lc_orch2' }, /LOOPCTL_AGENT_KEY has the wrong role/],
    ['an orchestrator’s for the reviewer', { reviewer: 'lc_orch2' }, /LOOPCTL_REVIEWER_KEY has the wrong role/],
    ['without an agent', { implementer: 'lc_unlinked' }, /LOOPCTL_AGENT_KEY is a key without an agent/],
    ['of the implementer’s own agent', { reviewer: 'lc_impl_again' }, /not three different agents/],
  ])('a key that is %s is named, and not shown', async (_, change, says) => {
    await using world = await createWorld({
      lc_orch2: agent('orch-2', 'orchestrator'),
      lc_unlinked: { role: 'agent', agentId: null, keyName: 'unlinked' },
      lc_impl_again: agent('impl-1', 'agent'),
    });
    const error = await failureOf(world.open({ keys: { ...keys, ...change } }).identities());
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(says);
    expect(String(error)).not.toMatch(/lc_/);
  });
});

describe('who we are on a server', () => {
  it('is learnt once and remembered by fingerprint, a new key alone learnt anew', async () => {
    await using world = await createWorld({ 'lc_new-reviewer': agent('review-2', 'agent') });
    const { server, loopctl, open, projectId } = world;
    const identities = await loopctl.identities();
    expect(server.calls(/artifacts$/)).toHaveLength(3);
    expect(await open().identities()).toEqual(identities);
    expect(server.calls(/artifacts$/)).toHaveLength(3);
    const renewed = await open({ keys: { ...keys, reviewer: 'lc_new-reviewer' } }).identities();
    expect(renewed).toMatchObject({ implementer: identities.implementer, orchestrator: identities.orchestrator });
    expect(renewed.reviewer.agentId).not.toBe(identities.reviewer.agentId);
    expect(server.calls(/artifacts$/)).toHaveLength(4);
    expect(JSON.stringify(await loopctl.loadState(projectId, 'identities'))).not.toMatch(/lc_/);
  });

  it('cannot be learnt of a project without stories, or of none', async () => {
    await using world = await createWorld();
    await world.loopctl.ensureProject({ name: 'Empty', slug: 'empty' });
    const waits = { until: 0, now: Date.now, pause: async () => undefined };
    const identities = (project: string): Promise<unknown> =>
      failureOf(openHttpLoopctl({ server: world.server, project, waits }).identities());
    expect(String(await identities('empty'))).toContain('no story yet');
    expect(String(await identities('castle'))).toContain('loopctl has no project `castle`');
  });

  it.each<[call: string, owner: string, act: (loopctl: Loopctl, id: string) => Promise<unknown>]>([
    ['report', 'review-1', (loopctl, id) => loopctl.report(id)],
    ['reject', 'orch-1', (loopctl, id) => loopctl.reject(id, { reason: 'no' })],
    ['verify', 'orch-1', (loopctl, id) => loopctl.verify(id, { summary: 's', reviewType: 'r' })],
    [
      'review-complete',
      'orch-1',
      (loopctl, id) => loopctl.reviewComplete(id, { reviewType: 'r', findingsCount: 0, fixesCount: 0 }),
    ],
  ])('no %s is sent for a story of the very agent in whose name it would be', async (call, owner, act) => {
    await using world = await createWorld();
    const { server, loopctl, id } = world;
    await loopctl.contract(id, terms);
    server.as(agent(owner, 'agent'), 'POST', `/api/v1/stories/${id}/claim`, {});
    const error = await failureOf(act(loopctl, id));
    expect(error).toBeInstanceOf(LoopctlRefusal);
    expect(String(error)).toContain('would have halted the tenant');
    expect(server.calls(new RegExp(`/${call}$`))).toEqual([]);
  });

  it('with two keys of one agent nothing is reported or judged', async () => {
    await using world = await createWorld({ lc_impl_again: agent('impl-1', 'agent') });
    const loopctl = world.open({ keys: { ...keys, reviewer: 'lc_impl_again' } });
    await loopctl.contract(world.id, terms);
    await loopctl.claim(world.id);
    await loopctl.start(world.id);
    expect(String(await failureOf(loopctl.report(world.id)))).toContain('not three different agents');
    expect(world.server.calls(/\/report$/)).toEqual([]);
  });
});
