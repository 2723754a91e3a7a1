import { expect, test } from 'vitest';
import { seededDb } from '../../scripts/conformance/loopctl/seed.ts';
import type { EngineResponse } from '../../src/loopctl/embedded/engine/call.ts';
import { withAgent } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { selectRows } from '../../src/loopctl/embedded/engine/feed.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { actorOfKey, hashOfKey } from '../../src/loopctl/embedded/engine/keys.ts';
import { actors, createEngineWorld, type EngineWorld, noon } from '../builders/engine-world.ts';

const { implementer, orchestrator, user } = actors;
const projectId = identifier('project', 'house');
const storyId = identifier('story', projectId, '1.1', 0);
const newcomer = identifier('agent', 'newcomer');

/** What a field of an answer holds, however deep. */
function pick(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], value);
}

/** A project with two stories, the second waiting for the first, and an agent without a key. */
function createWorld(): EngineWorld {
  const world = createEngineWorld(withAgent(seededDb(noon), 'newcomer', 'implementer'));
  world.ask(user, 'POST /projects', { name: 'House', slug: 'house' });
  const stories = ['1.1', '1.2'].map((number) => ({ number, title: number }));
  const dependencies = [{ story: '1.2', depends_on: '1.1' }];
  world.ask(user, `POST /projects/${projectId}/import`, {
    epics: [{ number: 1, title: 'Ground', stories }],
    story_dependencies: dependencies,
  });
  return world;
}

const key = `lc_${'n'.repeat(40)}`;

function dispatch(world: EngineWorld, at: string, body: object = {}): EngineResponse {
  const draft = { role: 'agent', agent_id: newcomer, expires_in_seconds: 60, ...body };
  return world.ask(orchestrator, 'POST /dispatches', draft, { at, freshKey: key });
}

test('a dispatch hands out a key that is its agent’s for as long as it lives, and no longer', () => {
  const world = createWorld();
  expect(dispatch(world, noon)).toMatchObject({ status: 201, body: { data: { api_key: { raw_key: key } } } });
  const actor = actorOfKey(world.db, hashOfKey(key), noon);
  expect(actor).toMatchObject({ role: 'agent', agentId: newcomer });
  expect(actorOfKey(world.db, hashOfKey(key), '2026-11-22T12:01:01.000000Z')).toBeNull();
  expect(actorOfKey(world.db, hashOfKey('lc_another'), noon)).toBeNull();
});

test('an agent has one key of a role at a time; an expired one is none', () => {
  const world = createWorld();
  dispatch(world, noon);
  expect(dispatch(world, noon)).toMatchObject({
    status: 422,
    body: { error: { details: { tenant_id: ['agent already has an active key with this role'] } } },
  });
  expect(dispatch(world, '2026-11-22T12:02:00.000000Z').status).toBe(201);
});

test('a dispatch that has expired cannot be a parent', () => {
  const world = createWorld();
  const parent = pick(dispatch(world, noon).body, 'data', 'dispatch', 'id');
  const child = { agent_id: null, parent_dispatch_id: parent };
  expect(dispatch(world, noon, child).status).toBe(201);
  expect(dispatch(world, '2026-11-22T12:02:00.000000Z', child)).toMatchObject({
    status: 403,
    body: { error: { code: 'parent_dispatch_expired' } },
  });
});

test('a store that nobody gave a key to hand out says where keys are handed out', () => {
  const world = createWorld();
  const before = world.db;
  for (const call of ['POST /dispatches', 'POST /api_keys']) {
    const refused = world.ask(user, call, { name: 'k', role: 'agent', agent_id: newcomer });
    expect(refused).toMatchObject({
      status: 422,
      body: { error: { message: expect.stringContaining('loopctl serve') } },
    });
  }
  expect(world.db).toBe(before);
});

test('a key that was taken back is nobody’s', () => {
  const world = createWorld();
  const made = world.ask(user, 'POST /api_keys', { name: 'k', role: 'agent' }, { freshKey: key });
  world.ask(user, `DELETE /api_keys/${pick(made.body, 'api_key', 'id')}`);
  expect(actorOfKey(world.db, hashOfKey(key), noon)).toBeNull();
  expect(JSON.stringify(world.ask(user, 'GET /api_keys').body)).not.toContain('"k"');
});

test('who asks for a review gets a verifier among the dispatches that are not the implementer’s own', () => {
  const world = createWorld();
  const id = pick(dispatch(world, noon).body, 'data', 'dispatch', 'id');
  const own = { agent_id: implementer.agentId, role: 'orchestrator' };
  dispatch(world, noon, own);
  world.ask(implementer, `POST /stories/${storyId}/contract`, { story_title: '1.1', ac_count: 0 });
  world.ask(implementer, `POST /stories/${storyId}/claim`);
  world.ask(implementer, `POST /stories/${storyId}/start`);
  world.ask(implementer, `POST /stories/${storyId}/request-review`);
  const reported = world.ask(orchestrator, `POST /stories/${storyId}/report`);
  expect(reported.body).toMatchObject({ story: { verifier_dispatch_id: id, verifier_needed: false } });
});

function spend(world: EngineWorld, cost: number, more: object = {}): EngineResponse {
  const usage = { story_id: storyId, input_tokens: 1, output_tokens: 1, model_name: 'm', cost_millicents: cost };
  return world.ask(implementer, 'POST /token-usage', { ...usage, ...more });
}

function crossings(world: EngineWorld): readonly unknown[] {
  const rows = selectRows(world.db.feed, ({ action }) => action === 'threshold_crossed');
  return rows.map(({ new_state: state }) => [
    state?.['scope_type'],
    state?.['threshold_type'],
    state?.['utilization_pct'],
  ]);
}

test('a threshold is told once, and again when a larger budget was crossed', () => {
  const world = createWorld();
  const budget = { scope_type: 'epic', scope_id: identifier('epic', projectId, 1, 0), budget_millicents: 1000 };
  const made = world.ask(orchestrator, 'POST /token-budgets', budget);
  const path = `/token-budgets/${pick(made.body, 'token_budget', 'id')}`;
  spend(world, 800);
  spend(world, 100);
  expect(crossings(world)).toEqual([['epic', 'warning', 80]]);
  world.ask(orchestrator, `PATCH ${path}`, { budget_millicents: 2000 });
  spend(world, 800);
  expect(crossings(world)).toEqual([
    ['epic', 'warning', 80],
    ['epic', 'warning', 85],
  ]);
  expect(world.ask(orchestrator, `DELETE ${path}`).body).toMatchObject({ token_budget: { deleted: true } });
  expect(world.ask(orchestrator, `GET ${path}`).status).toBe(404);
});

test('a report that was taken out counts nowhere, and cannot be taken out again', () => {
  const world = createWorld();
  const id = pick(spend(world, 800).body, 'token_usage_report', 'id');
  expect(world.ask(user, `DELETE /token-usage/${id}`).status).toBe(200);
  expect(world.ask(user, `DELETE /token-usage/${id}`).status).toBe(404);
  expect(world.ask(user, `GET /analytics/projects/${projectId}`).body).toMatchObject({
    data: { total_cost_millicents: 0, story_count: 0, avg_cost_per_story_millicents: 0, utilization_pct: null },
  });
});

test.each([
  ['epics', { epic_number: 1, story_count: 1, budget_millicents: 1000, budget_utilization_pct: 90 }],
  ['models', { model_name: 'm', verified_count: 0, verification_rate: 0, avg_cost_per_story_millicents: 900 }],
  ['trends', { period: '2026-11-22', report_count: 2, story_count: 1 }],
  ['trends?granularity=weekly', { period: '2026-11-16', report_count: 2 }],
])('what was spent is summed up by %s', (by, expected) => {
  const world = createWorld();
  const budget = { scope_type: 'epic', scope_id: identifier('epic', projectId, 1, 0), budget_millicents: 1000 };
  world.ask(orchestrator, 'POST /token-budgets', budget);
  spend(world, 800);
  spend(world, 100);
  const { body } = world.ask(user, `GET /analytics/${by}`);
  expect(body).toMatchObject({ data: [{ ...expected, total_cost_millicents: 900, total_input_tokens: 2 }] });
  const join = by.includes('?') ? '&' : '?';
  expect(world.ask(user, `GET /analytics/${by}${join}since=2026-11-23`).body).toMatchObject({ data: [] });
  expect(world.ask(user, `GET /analytics/${by}${join}until=2026-11-21`).body).toMatchObject({ data: [] });
});

test('what a version of a skill cost is compared with the one before', () => {
  const world = createWorld();
  const made = world.ask(user, 'POST /skills', { name: 'loopctl:review', prompt_text: '# One' });
  const path = `/skills/${pick(made.body, 'skill', 'id')}`;
  const second = world.ask(user, `POST ${path}/versions`, { prompt_text: '# Two' });
  spend(world, 1000, { skill_version_id: pick(made.body, 'version', 'id') });
  spend(world, 1500, { skill_version_id: pick(second.body, 'version', 'id') });
  expect(world.ask(user, `GET ${path}/cost-performance`).body).toMatchObject({
    data: [
      { version: 1, invocations: 1, total_cost_millicents: 1000, cost_change_pct: null, cost_regression: false },
      { version: 2, invocations: 1, total_cost_millicents: 1500, cost_change_pct: 50, cost_regression: true },
    ],
  });
});

test('a skill that was put away can be taken out again', () => {
  const world = createWorld();
  const made = world.ask(user, 'POST /skills', { name: 'plan', prompt_text: '# Plan' });
  const path = `/skills/${pick(made.body, 'skill', 'id')}`;
  world.ask(user, `DELETE ${path}`);
  expect(world.ask(user, `PATCH ${path}`, { status: 'gone' }).status).toBe(422);
  expect(world.ask(user, `PATCH ${path}`, { status: 'active', description: 'back' }).body).toMatchObject({
    skill: { status: 'active', description: 'back', current_version: 1 },
  });
});

test('a story whose dependency is taken out is ready', () => {
  const world = createWorld();
  const ready = (): unknown =>
    pick(world.ask(user, `GET /stories/ready?project_id=${projectId}`).body, 'meta', 'total_count');
  expect(ready()).toBe(1);
  const epicId = identifier('epic', projectId, 1, 0);
  const { data } = world.ask(user, `GET /epics/${epicId}/story_dependencies`).body as { data: { id: string }[] };
  expect(world.ask(orchestrator, `DELETE /story_dependencies/${data[0]?.id}`).status).toBe(204);
  expect(ready()).toBe(2);
});

test('an epic goes with its stories and whatever names them, and its number can be used again', () => {
  const world = createWorld();
  const epicId = identifier('epic', projectId, 1, 0);
  expect(world.ask(user, `DELETE /epics/${epicId}`).status).toBe(204);
  expect(world.db.storyDependencies).toEqual([]);
  expect(world.ask(user, `GET /stories/${storyId}`).status).toBe(404);
  const again = world.ask(user, `POST /projects/${projectId}/epics`, { number: 1, title: 'Again' });
  expect(again.status).toBe(201);
  expect(pick(again.body, 'epic', 'id')).not.toBe(epicId);
});

test('an epic is said other things of, and keeps its number', () => {
  const world = createWorld();
  const epicId = identifier('epic', projectId, 1, 0);
  expect(world.ask(orchestrator, `PATCH /epics/${epicId}`, { title: '' }).status).toBe(422);
  const patched = world.ask(orchestrator, `PATCH /epics/${epicId}`, { title: 'Floor', number: 7 });
  expect(patched.body).toMatchObject({ epic: { title: 'Floor', number: 1 } });
});

test.each([
  ['/agents?agent_type=orchestrator', 'agents', 1],
  ['/projects?status=archived', 'data', 0],
  ['/projects?include_archived=true', 'data', 1],
  [`/projects/${projectId}/epics?phase=p1`, 'data', 0],
  [`/epics/${identifier('epic', projectId, 1, 0)}/stories?limit=1`, 'data', 1],
  [`/epics/${identifier('epic', projectId, 1, 0)}/stories?agent_status=assigned`, 'data', 0],
  [`/epics/${identifier('epic', projectId, 1, 0)}/stories?agent_status=unheard-of`, 'data', 2],
  [`/stories?project_id=${projectId}&page_size=1`, 'data', 1],
  ['/audit?entity_type=project', 'data', 2],
  ['/audit?entity_type=project&action=created', 'data', 1],
  ['/audit?from=2026-11-22T13:00:00Z', 'data', 0],
  ['/skills?status=archived', 'data', 0],
])('of %s there are as many as were asked for', (target, list, expected) => {
  expect(pick(createWorld().ask(user, `GET ${target}`).body, list)).toHaveLength(expected);
});

test('a project that was put away says so, and is listed only where it is asked for', () => {
  const world = createWorld();
  expect(world.ask(user, `DELETE /projects/${projectId}`).body).toMatchObject({ project: { status: 'archived' } });
  expect(world.ask(user, `GET /projects/${projectId}`).body).toMatchObject({ project: { status: 'archived' } });
  expect(world.ask(user, 'GET /projects').body).toMatchObject({ data: [] });
});
