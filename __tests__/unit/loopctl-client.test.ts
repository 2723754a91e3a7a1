import { expect, test } from 'vitest';
import { ConfigurationError, RemoteError } from '../../src/errors.ts';
import { createLoopctl } from '../../src/loopctl/client.ts';
import { LoopctlRefusal } from '../../src/loopctl/loopctl-error.ts';
import type { Loopctl } from '../../src/loopctl/port.ts';
import type { LoopctlRequest, LoopctlResponse } from '../../src/loopctl/transport.ts';

const agents = {
  implementer: { agentId: 'i', name: 'i' },
  reviewer: { agentId: 'r', name: 'r' },
  orchestrator: { agentId: 'o', name: 'o' },
};

function clientOf(answer: (request: LoopctlRequest) => LoopctlResponse, identities = agents): Loopctl {
  return createLoopctl({
    send: (_, request) => Promise.resolve(answer(request)),
    identities: () => Promise.resolve(identities),
    flush: () => Promise.resolve(),
    reload: () => Promise.resolve(),
  });
}

test('a refusal carries status, code, context and loopctl’s own words', async () => {
  const context = { current_agent_status: 'implementing' };
  const error = { status: 409, code: 'self_report_blocked', message: 'not your own', context };
  const refusal = await clientOf(() => ({ status: 409, body: { error } }))
    .report('id')
    .catch((caught: unknown) => caught);
  expect(refusal).toBeInstanceOf(LoopctlRefusal);
  expect(refusal).toMatchObject({ status: 409, code: 'self_report_blocked', context });
  expect(String(refusal)).toContain('POST /api/v1/stories/id/report: not your own (409 self_report_blocked)');
});

test('field problems are told with the refusal', async () => {
  const error = { status: 422, message: 'Validation failed', details: { slug: ['has already been taken'] } };
  const client = clientOf(({ method }) =>
    method === 'GET' ? { status: 200, body: { data: [], meta: { total_pages: 0 } } } : { status: 422, body: { error } },
  );
  await expect(client.ensureProject({ name: 'n', slug: 's' })).rejects.toThrow('has already been taken');
});

test.each([
  ['a page of HTML', { status: 404, body: '<!DOCTYPE html>' }, false],
  ['a gateway that is down', { status: 502, body: 'Bad Gateway' }, true],
  ['an answer of another form', { status: 200, body: { story: { id: 1 } } }, false],
])('%s is trouble on the way, not a refusal', async (_, response, retryable) => {
  const error = await clientOf(() => response)
    .getStory('id')
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(RemoteError);
  expect(error).toMatchObject({ retryable, status: response.status, request: 'GET /api/v1/stories/id' });
});

test('three identities that are not three different agents are refused', async () => {
  const client = clientOf(() => ({ status: 200, body: {} }), { ...agents, reviewer: agents.implementer });
  await expect(client.identities()).rejects.toBeInstanceOf(ConfigurationError);
});

test.each([
  [{ max_concurrent_agents: 3 }, 3],
  [{ max_concurrent_agents: 0 }, null],
  [{ max_concurrent_agents: '3' }, null],
  [{}, null],
])('settings %j allow %s agents at once', async (settings, expected) => {
  const tenant = { id: 't', name: 'T', slug: 't', status: 'active', settings };
  expect((await clientOf(() => ({ status: 200, body: { tenant } })).tenant()).maxConcurrentAgents).toBe(expected);
});

test('of two first saves at once the second, which a server answers 422, is told as lost', async () => {
  const details = { tenant_id: ['state already exists for this project and key'] };
  const lost = { status: 422, body: { error: { status: 422, message: 'Validation failed', details } } };
  expect(await clientOf(() => lost).saveState('p', 'main', {}, 0)).toEqual({ saved: false });
  const other = { status: 422, body: { error: { status: 422, message: 'Validation failed', details: {} } } };
  await expect(clientOf(() => other).saveState('p', 'main', {}, 0)).rejects.toBeInstanceOf(LoopctlRefusal);
});

test('rows of the feed that share a moment across a page are read once each, and none is missed', async () => {
  const moment = (second: number): string => `2026-11-22T12:00:0${second}.000000Z`;
  const rows = [1, 1, 1, 2, 2, 2].map((second, index) => ({
    id: `row-${index}`,
    entity_type: index === 4 ? 'orchestrator_state' : 'story',
    entity_id: 's',
    action: 'a',
    actor_label: 'x',
    new_state: {},
    inserted_at: moment(second),
  }));
  const visible = { count: 3 };
  const client = clientOf(({ query }) => {
    const after = rows.slice(0, visible.count).filter((row) => row.inserted_at > (query?.['since'] ?? ''));
    const data = after.slice(0, 2 + (query?.['since'] === moment(1) ? 0 : 1));
    return { status: 200, body: { data, has_more: data.length < after.length, next_since: null } };
  });
  const first = await client.changesSince(null);
  expect(first.changes.map(({ id }) => id)).toEqual(['row-0', 'row-1', 'row-2']);
  visible.count = 5;
  const second = await client.changesSince(first.cursor);
  expect(second.changes.map(({ id }) => id)).toEqual(['row-3']);
  visible.count = 6;
  expect((await client.changesSince(second.cursor)).changes.map(({ id }) => id)).toEqual(['row-5']);
});

test('a backlog beyond what one request may hold is imported in parts, dependencies last', async () => {
  const sent: {
    readonly epics: readonly { readonly stories: readonly unknown[] }[];
    readonly story_dependencies?: readonly unknown[];
  }[] = [];
  const client = clientOf(({ body }) => {
    const part = body as (typeof sent)[number];
    sent.push(part);
    const counts = { epics_created: 0, epics_updated: 0, stories_updated: 0, dependencies_existing: 0 };
    const result = {
      ...counts,
      stories_created: part.epics.reduce((sum, { stories }) => sum + stories.length, 0),
      dependencies_created: part.story_dependencies?.length ?? 0,
      stories_orphaned: [
        { number: '1.1', title: 'in another part' },
        { number: '99', title: 'gone from the file' },
      ],
    };
    return { status: 200, body: { import: result } };
  });
  const stories = Array.from({ length: 9000 }, (_, index) => ({
    number: `1.${index + 1}`,
    title: 'T',
    acceptance_criteria: [{ id: 'AC-1', description: 'd' }],
  }));
  const result = await client.importBacklog('p', {
    epics: [{ number: 1, title: 'E', stories }],
    story_dependencies: [{ story: '1.2', depends_on: '1.1' }],
    epic_dependencies: [],
  });
  expect(result).toMatchObject({ storiesCreated: 9000, dependenciesCreated: 1, orphans: [{ number: '99' }] });
  expect(sent.every(({ epics }) => epics.reduce((sum, epic) => sum + epic.stories.length, 0) <= 4000)).toBe(true);
  expect(sent.map(({ story_dependencies: edges = [] }) => edges.length)).toEqual([
    ...Array(sent.length - 1).fill(0),
    1,
  ]);
});

const skill = (id: string, name: string, projectId: string | null, status = 'active') => ({
  id,
  name,
  status,
  project_id: projectId,
  current_version: 2,
});

test.each([
  ["the project's own before the tenant's", 'loopctl:review', 'own'],
  ['the tenant’s where the only own one is archived', 'loopctl:verify-artifacts', 'global'],
  ['none where only another project has one', 'loopctl:plan', null],
  ['none where the name only begins so', 'loopctl:rev', null],
])('of the skills that a search finds it takes %s', async (_, name, id) => {
  const found = [
    skill('global-review', 'loopctl:review', null),
    skill('deep', 'loopctl:review-deep', 'p'),
    skill('own', 'loopctl:review', 'p'),
    skill('archived', 'loopctl:verify-artifacts', 'p', 'archived'),
    skill('global', 'loopctl:verify-artifacts', null),
    skill('theirs', 'loopctl:plan', 'q'),
  ];
  const asked: string[] = [];
  const client = clientOf(({ path }) => {
    asked.push(path);
    const one = found.find((candidate) => path.endsWith(`/${candidate.id}`));
    const body = one === undefined ? { data: found, meta: { total_pages: 1 } } : { skill: one, current_prompt: 'Do.' };
    return { status: 200, body };
  });
  expect((await client.findSkill('p', name))?.id ?? null).toBe(id);
  const once = asked.length;
  await client.findSkill('p', name);
  expect(asked).toHaveLength(once);
});
