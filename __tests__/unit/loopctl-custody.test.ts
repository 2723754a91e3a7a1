import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineResponse } from '../../src/loopctl/embedded/engine/call.ts';
import { findStory } from '../../src/loopctl/embedded/engine/db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import type { StoryRow } from '../../src/loopctl/embedded/engine/rows.ts';
import { actors, createEngineWorld, type EngineWorld } from '../builders/engine-world.ts';

const { confused, implementer, orchestrator, reviewer, unlinked } = actors;
const projectId = identifier('project', 'house');
const storyId = identifier('story', projectId, '1.1', 0);

let world: EngineWorld;

/** A story that impl-1 implements. */
beforeEach(() => {
  world = createEngineWorld();
  world.ask(orchestrator, 'POST /projects', { name: 'House', slug: 'house' });
  const stories = [{ number: '1.1', title: 'S', acceptance_criteria: [{ id: 'AC-1', description: 'd' }] }];
  world.ask(orchestrator, `POST /projects/${projectId}/import`, { epics: [{ number: 1, title: 'E', stories }] });
  post(implementer, 'contract', { story_title: 'S', ac_count: 1 });
  post(implementer, 'claim');
  expect(post(implementer, 'start').status).toBe(200);
});

function post(actor: Actor, call: string, body: object = {}): EngineResponse {
  return world.ask(actor, `POST /stories/${storyId}/${call}`, body);
}

function story(): StoryRow | undefined {
  return findStory(world.db, storyId);
}

test('an agent that reports its own work is refused by name, and nothing halts', () => {
  const before = world.db;
  expect(post(implementer, 'report')).toMatchObject({ status: 409, body: { error: { code: 'self_report_blocked' } } });
  expect(world.db).toBe(before);
  expect(post(reviewer, 'report').status).toBe(200);
});

test.each([
  ['verify', { summary: 'ok' }],
  ['reject', { reason: 'no' }],
])('an orchestrator key of the implementing agent may not %s, and nothing halts', (call, body) => {
  post(reviewer, 'report');
  const before = world.db;
  expect(post(confused, call, body)).toMatchObject({
    status: 409,
    body: { error: { code: 'self_verify_blocked' } },
  });
  expect(world.db).toBe(before);
  expect(post(orchestrator, 'reject', { reason: 'no' }).status).toBe(200);
});

test('the implementing agent may not complete a review of its own story', () => {
  post(reviewer, 'report');
  const review = { review_type: 'independent' };
  const refusal = post(confused, 'review-complete', review);
  expect(refusal.status).toBe(409);
  expect(JSON.stringify(refusal.body)).not.toContain('code');
  expect(post(orchestrator, 'review-complete', review).status).toBe(201);
});

test('a key without an agent cannot claim', () => {
  post(implementer, 'unclaim');
  post(implementer, 'contract', { story_title: 'S', ac_count: 1 });
  expect(post(unlinked, 'claim').status).toBe(403);
  expect(story()?.agent_status).toBe('contracted');
});

test('a verification that says fail verifies all the same, as on the server', () => {
  post(reviewer, 'report');
  post(orchestrator, 'review-complete', { review_type: 'independent' });
  expect(post(orchestrator, 'verify', { result: 'fail' }).status).toBe(202);
  expect(story()).toMatchObject({
    verified_status: 'verified',
    verifications: [{ result: 'pass' }],
  });
});

test('a verified story that was taken back by force stays verified and is listed as ready', () => {
  post(reviewer, 'report');
  post(orchestrator, 'review-complete', { review_type: 'independent' });
  post(orchestrator, 'verify', {});
  post(orchestrator, 'force-unclaim');
  expect(story()).toMatchObject({ agent_status: 'pending', verified_status: 'verified' });
  expect(world.ask(orchestrator, 'GET /stories/ready').body).toMatchObject({
    meta: { total_count: 1 },
  });
});
