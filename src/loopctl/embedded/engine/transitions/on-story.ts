import { answer, notFound } from '../answer.ts';
import type { Call, Handler, Reply } from '../call.ts';
import { type Db, findStory, putStory } from '../db.ts';
import { record } from '../feed.ts';
import { presentTransition } from '../present-story.ts';
import type { StoryRow } from '../rows.ts';

export type StoryHandler = (db: Db, story: StoryRow, call: Call) => Reply;

/** A handler for the story that the path names; not found when there is none. */
export function onStory(handle: StoryHandler): Handler {
  return (db, call) => {
    const story = findStory(db, call.id);
    return story === undefined ? notFound(db) : handle(db, story, call);
  };
}

/** Stores a story whose status an agent changed, and tells of it. */
export function changeStatus(
  db: Db,
  change: { readonly from: StoryRow; readonly to: StoryRow; readonly told?: Readonly<Record<string, unknown>> },
  { actor }: Call,
): Db {
  const { from, to, told = {} } = change;
  return record(putStory(db, to), actor, {
    entityType: 'story',
    entityId: from.id,
    action: 'status_changed',
    before: { agent_status: from.agent_status },
    after: { agent_id: actor.agentId, agent_status: to.agent_status, ...told },
  });
}

interface NextAction {
  readonly action: string;
  readonly call: string;
  readonly preconditions: readonly string[];
  readonly requiredBody?: Readonly<Record<string, unknown>>;
}

/** A story in its new status, with what its agent is expected to call next. */
export function moved(db: Db, story: StoryRow, next: readonly NextAction[]): Reply {
  const nextActions = next.map((action) => ({
    action: action.action,
    method: 'POST',
    path: `/api/v1/stories/${story.id}/${action.call}`,
    preconditions: action.preconditions,
    required_body: action.requiredBody ?? {},
    learn_more: 'https://loopctl.com/wiki/agent-pattern',
  }));
  return answer(db, 200, { next_actions: nextActions, story: presentTransition(story) });
}

export const nextActions = {
  claim: { action: 'claim', call: 'claim', preconditions: ['Story must be contracted'] },
  start: { action: 'start', call: 'start', preconditions: ['Story must be assigned to you'] },
  requestReview: {
    action: 'request_review',
    call: 'request-review',
    preconditions: ['Implementation complete', 'Tests passing'],
  },
} as const satisfies Readonly<Record<string, NextAction>>;
