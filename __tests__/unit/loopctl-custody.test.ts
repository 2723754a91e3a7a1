import { beforeEach, expect, test } from 'vitest';
import type { EngineResponse } from '../../src/loopctl/embedded/engine/call.ts';
import { EngineWorld } from '../contract/loopctl-engine-world.ts';

let world: EngineWorld;

/** A story that impl-1 implements. */
beforeEach(() => {
  world = new EngineWorld('2026-11-22T12:00:00.000Z');
  world.request('orchestrator', 'POST', '/api/v1/projects', { name: 'House', slug: 'house' });
  const projectId = [...world.db.projects.keys()][0];
  const stories = [{ number: '1.1', title: 'S', acceptance_criteria: [{ id: 'AC-1', description: 'd' }] }];
  world.request('orchestrator', 'POST', `/api/v1/projects/${projectId}/import`, {
    epics: [{ number: 1, title: 'E', stories }],
  });
  world.step('agent_impl', '1.1', 'house', 'contract', { story_title: 'S', ac_count: 1 });
  world.step('agent_impl', '1.1', 'house', 'claim');
  world.step('agent_impl', '1.1', 'house', 'start');
});

function post(actor: string, call: string, body: object = {}): EngineResponse {
  return world.request(actor, 'POST', `/api/v1/stories/${world.story('1.1', 'house').id}/${call}`, body);
}

test('an agent that reports its own work is refused by name, and nothing halts', () => {
  const before = world.db;
  expect(post('agent_impl', 'report')).toMatchObject({ status: 409, body: { error: { code: 'self_report_blocked' } } });
  expect(world.db).toBe(before);
  expect(post('agent_review', 'report').status).toBe(200);
});

test.each([
  ['verify', { summary: 'ok' }],
  ['reject', { reason: 'no' }],
])('an orchestrator key of the implementing agent may not %s, and nothing halts', (call, body) => {
  post('agent_review', 'report');
  const before = world.db;
  expect(post('orchestrator_as_impl', call, body)).toMatchObject({
    status: 409,
    body: { error: { code: 'self_verify_blocked' } },
  });
  expect(world.db).toBe(before);
  expect(post('orchestrator', 'reject', { reason: 'no' }).status).toBe(200);
});

test('the implementing agent may not complete a review of its own story', () => {
  post('agent_review', 'report');
  const review = { review_type: 'independent' };
  const refusal = post('orchestrator_as_impl', 'review-complete', review);
  expect(refusal.status).toBe(409);
  expect(JSON.stringify(refusal.body)).not.toContain('code');
  expect(post('orchestrator', 'review-complete', review).status).toBe(201);
});

test('a key without an agent cannot claim', () => {
  post('agent_impl', 'unclaim');
  post('agent_impl', 'contract', { story_title: 'S', ac_count: 1 });
  expect(post('agent_unlinked', 'claim').status).toBe(403);
  expect(world.story('1.1', 'house').agent_status).toBe('contracted');
});

test('a verification that says fail verifies all the same, as on the server', () => {
  post('agent_review', 'report');
  post('orchestrator', 'review-complete', { review_type: 'independent' });
  expect(post('orchestrator', 'verify', { result: 'fail' }).status).toBe(202);
  expect(world.story('1.1', 'house')).toMatchObject({
    verified_status: 'verified',
    verifications: [{ result: 'pass' }],
  });
});

test('a verified story that was taken back by force stays verified and is listed as ready', () => {
  post('agent_review', 'report');
  post('orchestrator', 'review-complete', { review_type: 'independent' });
  post('orchestrator', 'verify', {});
  post('orchestrator', 'force-unclaim');
  expect(world.story('1.1', 'house')).toMatchObject({ agent_status: 'pending', verified_status: 'verified' });
  expect(world.request('orchestrator', 'GET', '/api/v1/stories/ready').body).toMatchObject({
    meta: { total_count: 1 },
  });
});
