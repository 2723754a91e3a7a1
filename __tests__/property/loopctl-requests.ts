import fc from 'fast-check';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import type { EngineRequest } from '../../src/loopctl/embedded/engine/call.ts';
import type { Db } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb, withAgent } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import { routes } from '../../src/loopctl/embedded/engine/routes.ts';

const implementer = identifier('agent', 'implementer');
const reviewer = identifier('agent', 'reviewer');

const user: Actor = { role: 'user', agentId: null, keyName: 'user' };

const actors: readonly Actor[] = [
  { role: 'agent', agentId: implementer, keyName: 'implementer' },
  { role: 'agent', agentId: reviewer, keyName: 'reviewer' },
  { role: 'orchestrator', agentId: identifier('agent', 'orchestrator'), keyName: 'orchestrator' },
  { role: 'orchestrator', agentId: implementer, keyName: 'confused' },
  user,
];

const projectId = identifier('project', 'house');
const storyIds = ['1.1', '1.2', '2.1'].map((number) => identifier('story', projectId, number, 0));
const epicIds = [1, 2].map((number) => identifier('epic', projectId, number, 0));
const peopleIds = [
  identifier('skill', '', 'House'),
  identifier('budget', 'story', storyIds[0] ?? ''),
  identifier('usage', storyIds[0] ?? '', 0),
  identifier('dispatch', 0),
  identifier('key', 'agent', 'House'),
];
const noId = ['00000000-0000-4000-8000-000000000000', 'no-id'];
const anyId = fc.constantFrom(projectId, ...storyIds, ...epicIds, ...peopleIds, ...noId);
const storyNumber = fc.constantFrom('1.1', '1.2', '2.1', '3', '1.2.3', 4, '');

const criteria = fc.oneof(
  fc.constant([{ id: 'AC-1', description: 'done' }]),
  fc.constant(null),
  fc.constant(['a text']),
  fc.constant([]),
);
const story = fc.record({ number: storyNumber, title: fc.constantFrom('A', 'B', ''), acceptance_criteria: criteria });
const epic = fc.record({
  number: fc.constantFrom(1, 2, 3, 0, 'x'),
  title: fc.constantFrom('E', 'F'),
  stories: fc.array(story),
});

/** Values that a field of any call could have, right ones often enough to get far. */
const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  story_title: fc.constantFrom('A', 'B'),
  ac_count: fc.constantFrom(0, 1, '1'),
  reason: fc.constantFrom('not met', '', 7),
  review_type: fc.constantFrom('independent', ''),
  findings_count: fc.constantFrom(0, 2, -1, 1.5),
  fixes_count: fc.constantFrom(0, 2),
  result: fc.constantFrom('pass', 'partial', 'fail'),
  findings: fc.constantFrom({ a: 1 }, [1], null),
  artifact_type: fc.constantFrom('diff', ''),
  path: fc.constantFrom('lib/a.js', null),
  artifact: fc.constantFrom({ artifact_type: 'diff', path: 'x' }, { path: 1 }, 'text'),
  token_usage: fc.constantFrom(
    { input_tokens: 1, output_tokens: 2, model_name: 'm', cost_millicents: 2500 },
    { input_tokens: 'many' },
  ),
  input_tokens: fc.nat(),
  output_tokens: fc.nat(),
  model_name: fc.constantFrom('m', ''),
  cost_millicents: fc.nat(),
  story_id: fc.oneof(fc.constantFrom(...storyIds), anyId),
  depends_on_story_id: fc.constantFrom(...storyIds),
  epic_id: fc.constantFrom(...epicIds),
  depends_on_epic_id: fc.constantFrom(...epicIds),
  state_key: fc.constantFrom('main', 'a/b', 'ä', ''),
  state_data: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.constant([1])),
  version: fc.constantFrom(0, 1, 2, '1'),
  name: fc.constantFrom('House', 'Other'),
  slug: fc.constantFrom('house', 'other', 'Weird Slug/..'),
  title: fc.constantFrom('A', 'C', ''),
  number: storyNumber,
  epic_number: fc.constantFrom(1, 2, 9),
  acceptance_criteria: criteria,
  estimated_hours: fc.constantFrom(1, 2.5, '3', 'x', -1),
  metadata: fc.constantFrom({ deliverables: ['lib/a.js'] }, {}, 'text'),
  description: fc.constantFrom('words', null, 3),
  pr_number: fc.constantFrom(1, 'x'),
  evidence_url: fc.constantFrom('https://example.org/1', 'ftp://x', 'https://a:b@example.org'),
  settings: fc.constantFrom({ auto_reset_on_rejection: false }, { auto_reset_on_rejection: true }),
  epics: fc.array(epic, { maxLength: 3 }),
  story_dependencies: fc.array(fc.record({ story: storyNumber, depends_on: storyNumber }), { maxLength: 3 }),
  epic_dependencies: fc.array(fc.record({ epic: fc.constantFrom(1, 2, 3), depends_on: fc.constantFrom(1, 2, 3) }), {
    maxLength: 2,
  }),
  merge: fc.constantFrom('true', true),
  stories: fc.array(fc.oneof(fc.record({ story_id: anyId, reason: fc.constantFrom('no', '') }), fc.string()), {
    maxLength: 4,
  }),
  story_ids: fc.array(anyId, { maxLength: 4 }),
  role: fc.constantFrom('agent', 'orchestrator', 'user', 'superadmin'),
  agent_id: fc.constantFrom(implementer, reviewer, 'x', null),
  agent_type: fc.constantFrom('implementer', 'reviewer'),
  parent_dispatch_id: fc.constantFrom(identifier('dispatch', 0), 'x'),
  expires_in_seconds: fc.constantFrom(30, 3600, 'x'),
  prompt_text: fc.constantFrom('# One', '# Two', ''),
  skills: fc.array(
    fc.record({ name: fc.constantFrom('House', 'plan', ''), prompt_text: fc.constantFrom('# 1', '# 2') }),
  ),
  skill_version_id: fc.constantFrom(identifier('skill-version', identifier('skill', '', 'House'), 1), 'x'),
  verification_result_id: anyId,
  scope_type: fc.constantFrom('story', 'epic', 'project', 'agent'),
  scope_id: fc.constantFrom(storyIds[0], epicIds[0], projectId, 'x'),
  budget_millicents: fc.constantFrom(0, 3000, 1_000_000, -1, 'x'),
  alert_threshold_pct: fc.constantFrom(50, 100, null),
};

const sensibleBody = fc.record(fields, { requiredKeys: [] });
const body = fc.oneof({ arbitrary: sensibleBody, weight: 9 }, { arbitrary: fc.jsonValue(), weight: 1 });
const query = fc.record(
  {
    project_id: fc.constantFrom(projectId, 'x'),
    merge: fc.constant('true'),
    since: fc.constantFrom('2020-01-01T00:00:00Z', 'yesterday'),
    page: fc.constantFrom('1', '2', '-1', 'x'),
    page_size: fc.constantFrom('1', '1000', '0'),
    limit: fc.constantFrom('1', '501', ''),
    offset: fc.constantFrom('0', '1'),
    state_key: fc.constantFrom('main', 'a/b'),
  },
  { requiredKeys: [] },
);

/** The key that every call is given to hand out. */
export const freshKey = `lc_${'k'.repeat(40)}`;

/** Any call of the engine's table, or none of it, by anybody, with bodies from right to absurd. */
const anyRequest: fc.Arbitrary<EngineRequest> = fc
  .record({ route: fc.constantFrom(...routes, null), id: anyId, actor: fc.constantFrom(...actors), body, query })
  .map(({ route, id, actor, body: sent, query: asked }) => ({
    method: (route?.method ?? 'GET') as EngineRequest['method'],
    path: `/api/v1${(route?.path ?? '/nothing/:id').replace(':id', id).replace(':version', '1')}`,
    actor,
    freshKey,
    body: sent,
    query: asked,
  }));

type Part = 'implementer' | 'reporter' | 'judge';

/** The calls that take one story to verified: mixed among any others they make every status come up. */
const march: readonly (readonly [Part, string, unknown])[] = [
  ['implementer', 'contract', { story_title: 'A', ac_count: 1 }],
  ['implementer', 'claim', {}],
  ['implementer', 'start', {}],
  ['implementer', 'request-review', {}],
  ['reporter', 'report', {}],
  ['judge', 'review-complete', { review_type: 'independent' }],
  ['judge', 'verify', {}],
];

/** The first so many of them, for one story; who reports and who judges may well be who implemented. */
const marchRun: fc.Arbitrary<readonly EngineRequest[]> = fc
  .record({
    length: fc.integer({ min: 1, max: march.length }),
    id: fc.constantFrom(...storyIds),
    reporter: fc.constantFrom(0, 1),
    judge: fc.constantFrom(2, 3),
  })
  .map(({ length, id, reporter, judge }) => {
    const cast = { implementer: 0, reporter, judge };
    return march.slice(0, length).map(([part, call, sent]) => ({
      method: 'POST' as const,
      path: `/api/v1/stories/${id}/${call}`,
      actor: actors[cast[part]] ?? user,
      body: sent,
      query: {},
    }));
  });

export const anyRequests: fc.Arbitrary<readonly EngineRequest[]> = fc
  .array(
    fc.oneof(
      anyRequest.map((request) => [request]),
      marchRun,
    ),
    { maxLength: 30, size: 'max' },
  )
  .map((parts) => parts.flat());

export const now = '2026-11-22T12:00:00.000000Z';

/** A project with three stories in two epics, the last of them waiting for the first. */
export function furnishedDb(): Db {
  const [, , orchestrator] = actors;
  const agents = ['implementer', 'reviewer'].reduce((db, name) => withAgent(db, name, 'implementer'), emptyDb(now));
  const stories = (numbers: readonly string[]): readonly unknown[] =>
    numbers.map((number) => ({ number, title: 'A', acceptance_criteria: [{ id: 'AC-1', description: 'done' }] }));
  const requests = [
    ['/api/v1/projects', { name: 'House', slug: 'house' }],
    [
      `/api/v1/projects/${projectId}/import`,
      {
        epics: [
          { number: 1, title: 'E', stories: stories(['1.1', '1.2']) },
          { number: 2, title: 'F', stories: stories(['2.1']) },
        ],
        story_dependencies: [{ story: '2.1', depends_on: '1.1' }],
      },
    ],
  ] as const;
  return requests.reduce(
    (db, [path, sent]) => {
      const actor = orchestrator ?? user;
      const reply = reduce(db, { method: 'POST', path, query: {}, body: sent, actor }, now);
      if (reply.response.status !== 201) {
        throw new Error(JSON.stringify(reply.response.body));
      }
      return reply.db;
    },
    withAgent(agents, 'orchestrator', 'orchestrator'),
  );
}
