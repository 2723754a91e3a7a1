import type { Role } from '../actor.ts';
import { answer, invalid, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, findStory } from '../db.ts';
import { problemsOf, textOrNull } from '../field.ts';
import { fitsQuery } from '../fits-query.ts';
import { identifier } from '../identifier.ts';
import { isActive, withKey } from '../keys.ts';
import { count } from '../page.ts';
import type { DispatchRow } from '../people-rows.ts';
import { addSeconds } from '../timestamp.ts';
import { isRole, refuseSecondKey, refuseWithoutKey } from './api-keys.ts';

/** Seconds that a dispatch's key lives. */
const lifetime = { least: 60, usual: 3600, most: 14_400 } as const;

/** A key for a while, for somebody who is told to do something; which story it names restricts nothing. */
export function createDispatch(db: Db, call: Call): Reply {
  const { role, agent_id: agent, story_id: story, parent_dispatch_id: parentId } = call.body;
  if (!isRole(role)) {
    return refuse(db, 422, 'Dispatch creation failed');
  }
  const parent = db.dispatches.get(String(parentId)) ?? null;
  const [agentId, storyId] = [textOrNull(agent), textOrNull(story)];
  const refusal =
    refuseParent(db, parentId, parent) ??
    invalid(
      db,
      problemsOf({
        agent_id: agentId === null || db.agents.has(agentId) ? null : ['does not exist'],
        story_id: storyId === null || findStory(db, storyId) !== undefined ? null : ['does not exist'],
      }),
    ) ??
    refuseSecondKey(db, agentId, role);
  return refusal ?? mint(db, call, { role, agentId, storyId, parent });
}

/** Dispatches, newest first. */
export function listDispatches(db: Db, call: Call): Reply {
  const { active_only: activeOnly } = call.query;
  const rows = [...db.dispatches.values()].filter(
    (row) =>
      fitsQuery(row, call.query, ['role', 'story_id', 'agent_id']) &&
      (activeOnly !== 'true' || isActive(row, call.now)),
  );
  const [limit, offset] = [Math.min(count(call.query['limit'], 50), 500), count(call.query['offset'], 0, 0)];
  const data = rows.toReversed().slice(offset, offset + limit);
  return answer(db, 200, { data, meta: { limit, offset, total_count: rows.length } });
}

/** One dispatch. */
export function showDispatch(db: Db, call: Call): Reply {
  const row = db.dispatches.get(call.id);
  return row === undefined ? notFound(db) : answer(db, 200, { data: row });
}

/** The oldest dispatch that still counts and is not the implementer's own: who is to verify what it implements. */
export function verifierFor(db: Db, implementer: string | null): string | null {
  const able = [...db.dispatches.values()].filter((row) => isActive(row, db.clock) && row.agent_id !== implementer);
  return able[0]?.id ?? null;
}

interface Draft {
  readonly role: Role;
  readonly agentId: string | null;
  readonly storyId: string | null;
  readonly parent: DispatchRow | null;
}

function mint(db: Db, call: Call, { role, agentId, storyId, parent }: Draft): Reply {
  if (call.freshKey === null) {
    return refuseWithoutKey(db);
  }
  const id = identifier('dispatch', db.dispatches.size);
  const expiresAt = addSeconds(db.clock, secondsOf(call.body['expires_in_seconds']));
  const dispatch: DispatchRow = {
    id,
    tenant_id: db.tenant.id,
    agent_id: agentId,
    story_id: storyId,
    role,
    parent_dispatch_id: parent?.id ?? null,
    lineage_path: [...(parent?.lineage_path ?? []), id],
    created_at: db.clock,
    expires_at: expiresAt,
    revoked_at: null,
  };
  const stored = { ...db, dispatches: new Map(db.dispatches).set(id, dispatch) };
  const made = withKey(stored, { name: `dispatch-${id}`, role, agentId, expiresAt, rawKey: call.freshKey });
  return answer(made.db, 201, {
    data: {
      dispatch,
      api_key: { raw_key: call.freshKey, role, agent_id: agentId, expires_at: expiresAt },
      next_action: {
        description: 'Pass the raw_key to the sub-agent via launch arguments. Never store it.',
        learn_more: 'https://loopctl.com/wiki/dispatch-lineage',
      },
    },
  });
}

function refuseParent(db: Db, id: unknown, parent: DispatchRow | null): Reply | null {
  if (id === undefined || id === null) {
    return null;
  }
  if (parent === null) {
    return refuse(db, 404, 'Parent dispatch not found');
  }
  return isActive(parent, db.clock)
    ? null
    : refuse(db, 403, 'Parent dispatch has expired', { code: 'parent_dispatch_expired' });
}

function secondsOf(wanted: unknown): number {
  const seconds = typeof wanted === 'number' && Number.isSafeInteger(wanted) ? wanted : lifetime.usual;
  return Math.min(Math.max(seconds, lifetime.least), lifetime.most);
}
