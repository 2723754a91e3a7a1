import type { TransitionCall } from '../../src/core/transitions.ts';
import type { Actor } from '../../src/loopctl/embedded/engine/actor.ts';
import { type Db, storiesOf } from '../../src/loopctl/embedded/engine/db.ts';
import { emptyDb, withAgent } from '../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../src/loopctl/embedded/engine/identifier.ts';
import { reduce } from '../../src/loopctl/embedded/engine/reduce.ts';
import type { StoryRow } from '../../src/loopctl/embedded/engine/rows.ts';

const now = '2026-01-01T00:00:00.000000Z';

function actor(role: Actor['role'], name: string): Actor {
  return { role, agentId: identifier('agent', name), keyName: name };
}

const actors = {
  implementer: actor('agent', 'implementer'),
  somebody: actor('agent', 'somebody'),
  reviewer: actor('agent', 'reviewer'),
  orchestrator: actor('orchestrator', 'orchestrator'),
  user: { role: 'user', agentId: null, keyName: 'user' },
} as const satisfies Readonly<Record<string, Actor>>;

export const implementerId: string = identifier('agent', 'implementer');

interface Call {
  readonly by: keyof typeof actors;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Each call as the loop makes it: in whose name, where to, with what. */
const calls: Readonly<Record<TransitionCall, Call>> = {
  contract: { by: 'implementer', path: 'contract', body: { story_title: 'One', ac_count: 1 } },
  claim: { by: 'implementer', path: 'claim', body: {} },
  start: { by: 'implementer', path: 'start', body: {} },
  request_review: { by: 'implementer', path: 'request-review', body: {} },
  report: { by: 'reviewer', path: 'report', body: {} },
  review_complete: { by: 'orchestrator', path: 'review-complete', body: { review_type: 'independent' } },
  verify: { by: 'orchestrator', path: 'verify', body: { summary: 'met' } },
  reject: { by: 'orchestrator', path: 'reject', body: { reason: 'not met' } },
  undo: { by: 'orchestrator', path: 'reject', body: { reason: 'not met' } },
  unclaim: { by: 'implementer', path: 'unclaim', body: {} },
  force_unclaim: { by: 'orchestrator', path: 'force-unclaim', body: {} },
  backfill: { by: 'orchestrator', path: 'backfill', body: { reason: 'made by hand' } },
  mark_complete: { by: 'orchestrator', path: 'bulk/mark-complete', body: {} },
};

/** What others do, or what is otherwise than usual. */
const others = {
  somebody_claims: { by: 'somebody', path: 'claim', body: {} },
  somebody_starts: { by: 'somebody', path: 'start', body: {} },
} as const satisfies Readonly<Record<string, Call>>;

export type Step = TransitionCall | keyof typeof others;

/** What a story's loopctl is founded with. */
export interface Founding {
  readonly import: 'pending' | 'reported_done';
  /** What a rejection leads to. */
  readonly rejection: 'resets' | 'stays';
}

const usual: Founding = { import: 'pending', rejection: 'resets' };

/** A story in a loopctl of its own, and the status of the last answer about it. */
export interface PlacedStory {
  readonly db: Db;
  readonly story: StoryRow;
  readonly status: number;
}

/** A story brought to where these calls lead, none of which may be refused. */
export function placeStory(way: readonly Step[], founding: Partial<Founding> = {}): PlacedStory {
  const db = withOneStory({ ...usual, ...founding });
  return way.reduce<PlacedStory>(
    (placed, step) => {
      const next = actAs(step, placed);
      if (next.status >= 300) throw new Error(`${step} was refused with ${next.status}`);
      return next;
    },
    { db, story: storyOf(db), status: 201 },
  );
}

/** One call for a story placed in loopctl: the answer's status, and where the story stands then. */
export function actAs(step: Step, { db, story }: PlacedStory): PlacedStory {
  const { by, path, body } = { ...calls, ...others }[step];
  const isBulk = path.startsWith('bulk/');
  const request = {
    method: 'POST',
    path: `/api/v1/stories/${isBulk ? '' : `${story.id}/`}${path}`,
    query: {},
    body: isBulk ? { stories: [{ ...body, story_id: story.id }] } : body,
    actor: actors[by],
  } as const;
  const reply = reduce(db, request, now);
  return { db: reply.db, status: reply.response.status, story: storyOf(reply.db) };
}

function withOneStory(founding: Founding): Db {
  const names = ['implementer', 'somebody', 'reviewer'];
  const agents = names.reduce((db, name) => withAgent(db, name, 'implementer'), emptyDb(now));
  const empty = withAgent(agents, 'orchestrator', 'orchestrator');
  const settings = { auto_reset_on_rejection: founding.rejection === 'resets' };
  const tenant = ask(empty, { method: 'PATCH', path: '/api/v1/tenants/me', body: { settings } });
  const project = ask(tenant, { method: 'POST', path: '/api/v1/projects', body: { name: 'p', slug: 'p' } });
  const criteria = [{ id: 'AC-1', description: 'It works.' }];
  const story = {
    number: '1.1',
    title: 'One',
    acceptance_criteria: criteria,
    ...(founding.import === 'pending' ? {} : { initial_agent_status: founding.import }),
  };
  const body = { epics: [{ number: 1, title: 'Epic', stories: [story] }] };
  return ask(project, { method: 'POST', path: `/api/v1/projects/${identifier('project', 'p')}/import`, body });
}

interface Asked {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: unknown;
}

function ask(db: Db, asked: Asked): Db {
  const reply = reduce(db, { ...asked, query: {}, actor: actors.user }, now);
  if (reply.response.status >= 300) throw new Error(JSON.stringify(reply.response.body));
  return reply.db;
}

function storyOf(db: Db): StoryRow {
  const [story] = storiesOf(db, undefined);
  if (story === undefined) throw new Error('there is no story');
  return story;
}
