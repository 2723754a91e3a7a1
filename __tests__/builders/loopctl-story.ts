import type { AgentStatus } from '../../src/core/story.ts';
import type { TransitionCall } from '../../src/core/transitions.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/call.ts';
import { type Db, storiesOf } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb, withAgent } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';

const now = '2026-01-01T00:00:00.000000Z';

function actor(role: Actor['role'], name: string): Actor {
  return { role, agentId: identifier('agent', name), keyName: name };
}

const implementer = actor('agent', 'implementer');
const reviewer = actor('agent', 'reviewer');
const orchestrator = actor('orchestrator', 'orchestrator');

interface Call {
  readonly by: Actor;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Each call as the loop makes it: in whose name, where to, with what. */
const calls: Readonly<Record<TransitionCall, Call>> = {
  contract: { by: implementer, path: 'contract', body: { story_title: 'One', ac_count: 1 } },
  claim: { by: implementer, path: 'claim', body: {} },
  start: { by: implementer, path: 'start', body: {} },
  request_review: { by: implementer, path: 'request-review', body: {} },
  report: { by: reviewer, path: 'report', body: {} },
  review_complete: { by: orchestrator, path: 'review-complete', body: { review_type: 'independent' } },
  verify: { by: orchestrator, path: 'verify', body: { summary: 'met' } },
  reject: { by: orchestrator, path: 'reject', body: { reason: 'not met' } },
  unclaim: { by: implementer, path: 'unclaim', body: {} },
  force_unclaim: { by: orchestrator, path: 'force-unclaim', body: {} },
};

export interface PlacedStory {
  readonly db: Db;
  readonly agentStatus: AgentStatus;
}

/** A story in a loopctl of its own, brought to this status by the calls that lead there; a reported one was reviewed. */
export function placeStory(status: AgentStatus): PlacedStory {
  const way: readonly TransitionCall[] = ['contract', 'claim', 'start', 'report', 'review_complete'];
  const steps = { pending: 0, contracted: 1, assigned: 2, implementing: 3, reported_done: 5 }[status];
  return way.slice(0, steps).reduce(
    (placed, call) => {
      const { db, agentStatus, status: answered } = actAs(call, placed);
      if (answered >= 300) throw new Error(`${call} was refused with ${answered}`);
      return { db, agentStatus };
    },
    { db: withOneStory(), agentStatus: 'pending' as AgentStatus },
  );
}

/** One call for a story placed in loopctl: the answer's status, and where the story stands then. */
export function actAs(call: TransitionCall, { db }: PlacedStory): PlacedStory & { readonly status: number } {
  const { by, path, body } = calls[call];
  const request = {
    method: 'POST',
    path: `/api/v1/stories/${storyOf(db).id}/${path}`,
    query: {},
    body,
    actor: by,
  } as const;
  const reply = reduce(db, request, now);
  return { db: reply.db, status: reply.response.status, agentStatus: storyOf(reply.db).agent_status };
}

function withOneStory(): Db {
  const agents = withAgent(withAgent(emptyDb(now), 'implementer', 'implementer'), 'reviewer', 'implementer');
  const empty = withAgent(agents, 'orchestrator', 'orchestrator');
  const project = post(empty, '/api/v1/projects', { name: 'p', slug: 'p' });
  const story = { number: '1.1', title: 'One', acceptance_criteria: [{ id: 'AC-1', description: 'It works.' }] };
  const backlog = { epics: [{ number: 1, title: 'Epic', stories: [story] }] };
  return post(project, `/api/v1/projects/${identifier('project', 'p')}/import`, backlog);
}

function post(db: Db, path: string, body: unknown): Db {
  const reply = reduce(db, { method: 'POST', path, query: {}, body, actor: orchestrator }, now);
  if (reply.response.status >= 300) throw new Error(JSON.stringify(reply.response.body));
  return reply.db;
}

function storyOf(db: Db): ReturnType<typeof storiesOf>[number] {
  const [story] = storiesOf(db, undefined);
  if (story === undefined) throw new Error('there is no story');
  return story;
}
