import { answer, conflict, invalid, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { actorLabel, record, selectRows } from '../feed.ts';
import { isObject, problemsOf, requiredText } from '../field.ts';
import { identifier } from '../identifier.ts';
import { page } from '../page.ts';
import type { StateRow } from '../rows.ts';

/** The saved state of a key; not found when nothing was saved. */
export function showState(db: Db, call: Call): Reply {
  const state = db.states.get(`${call.id}/${call.query['state_key'] ?? 'main'}`);
  return state === undefined ? notFound(db) : answer(db, 200, { state: present(state) });
}

/** Saves when the version given is the one that stands; this is the compare-and-swap that a lease is won by. */
export function saveState(db: Db, call: Call): Reply {
  const projectId = call.id;
  const { state_key: key, state_data: data, version } = call.body;
  if (!db.projects.has(projectId)) {
    return notFound(db);
  }
  const refusal = invalid(db, problemsOf({ state_key: requiredText(key), state_data: dataProblem(data) }));
  if (refusal !== null) {
    return refusal;
  }
  const slot = `${projectId}/${String(key)}`;
  const old = db.states.get(slot);
  if ((version ?? 0) !== (old?.version ?? 0)) {
    return conflict(db);
  }
  const state: StateRow = {
    id: identifier('state', projectId, String(key)),
    tenant_id: db.tenant.id,
    project_id: projectId,
    state_key: String(key),
    state_data: isObject(data) ? data : {},
    version: (old?.version ?? 0) + 1,
    saved_by: actorLabel(call.actor),
    inserted_at: old?.inserted_at ?? db.clock,
    updated_at: db.clock,
  };
  const { project_id, state_data, state_key } = state;
  const after = { project_id, state_data, state_key, version: state.version };
  const stored = { ...db, states: new Map(db.states).set(slot, state) };
  const entry = { entityType: 'orchestrator_state', entityId: state.id, action: 'saved', after };
  return answer(record(stored, call.actor, entry), 200, { state: present(state) });
}

/** What was saved under a key, newest first, as far as the feed still holds it. */
export function showStateHistory(db: Db, call: Call): Reply {
  const state = db.states.get(`${call.id}/${call.query['state_key'] ?? 'main'}`);
  const kept = selectRows(db.feed, (row) => row.entity_type === 'orchestrator_state' && row.entity_id === state?.id);
  const saves = kept.map((row) => ({
    version: row.new_state?.['version'],
    state_data: row.new_state?.['state_data'],
    saved_by: row.actor_label,
    saved_at: row.inserted_at,
  }));
  const known = saves.length === 0 && state !== undefined ? [lastSave(state)] : saves.toReversed();
  return answer(db, 200, page(known, call.query, { usual: 25, most: 100 }));
}

function lastSave(state: StateRow): Readonly<Record<string, unknown>> {
  return {
    version: state.version,
    state_data: state.state_data,
    saved_by: state.saved_by,
    saved_at: state.updated_at,
  };
}

function present({ saved_by, ...shown }: StateRow): Omit<StateRow, 'saved_by'> {
  return shown;
}

function dataProblem(data: unknown): readonly string[] | null {
  if (data === undefined || data === null) {
    return ["can't be blank"];
  }
  return isObject(data) ? null : ['is invalid'];
}
