import type { Role } from '../actor.ts';
import { answer, invalid, notFound, refuse } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { problemsOf, requiredText, textOrNull } from '../field.ts';
import { hasActiveKey, isActive, type KeyDraft, putKey, withKey } from '../keys.ts';
import type { KeyRow } from '../people-rows.ts';
import { parseTimestamp } from '../timestamp.ts';

const roles: readonly string[] = ['agent', 'orchestrator', 'user'] satisfies readonly Role[];

/** Every key that was not taken back, newest first; when one was last used is not kept. */
export function listKeys(db: Db, call: Call): Reply {
  const keys = [...db.keys.values()].filter((key) => isActive(key, call.now)).toReversed();
  return answer(db, 200, { api_keys: keys.map(present) });
}

/** A new key of a role; its text is in this answer alone. */
export function createKey(db: Db, call: Call): Reply {
  const { name, role, agent_id: agent, expires_at: expires } = call.body;
  const agentId = textOrNull(agent);
  const expiresAt = parseTimestamp(textOrNull(expires) ?? '');
  const refusal = invalid(
    db,
    problemsOf({
      name: requiredText(name),
      role: isRole(role) ? null : (requiredText(role) ?? ['is invalid']),
      agent_id: agentId === null || db.agents.has(agentId) ? null : ['does not exist'],
      expires_at: (expires ?? null) === null || expiresAt !== null ? null : ['is invalid'],
    }),
  );
  if (refusal !== null || !isRole(role)) {
    return refusal ?? notFound(db);
  }
  return (
    refuseSecondKey(db, agentId, role) ?? handOut(db, call.freshKey, { name: String(name), role, agentId, expiresAt })
  );
}

function handOut(db: Db, rawKey: string | null, draft: Omit<KeyDraft, 'rawKey'>): Reply {
  if (rawKey === null) {
    return refuseWithoutKey(db);
  }
  const made = withKey(db, { ...draft, rawKey });
  const { expires_at, id, inserted_at, key_prefix, name, role } = made.key;
  return answer(made.db, 201, {
    api_key: { expires_at, id, inserted_at, key_prefix, name, raw_key: rawKey, role },
  });
}

/** Takes a key back: it is nobody's from now on. */
export function revokeKey(db: Db, call: Call): Reply {
  const key = db.keys.get(call.id);
  if (key === undefined) {
    return notFound(db);
  }
  const revoked = { ...key, revoked_at: db.clock };
  const { id, key_prefix, name, revoked_at, role } = revoked;
  return answer(putKey(db, revoked), 200, { api_key: { id, key_prefix, name, revoked_at, role } });
}

/** The refusal of a second key for an agent's role; null where there is none yet. */
export function refuseSecondKey(db: Db, agentId: string | null, role: Role): Reply | null {
  return hasActiveKey(db, agentId, role)
    ? invalid(db, { tenant_id: ['agent already has an active key with this role'] })
    : null;
}

/** The refusal where nobody gave the engine a key to hand out: it has no randomness of its own. */
export function refuseWithoutKey(db: Db): Reply {
  return refuse(db, 422, 'Keys are handed out by a process that serves this store (`loopctl serve`), and only there.');
}

/** Whether it is a role that a key can have. */
export function isRole(role: unknown): role is Role {
  return roles.includes(String(role)) && typeof role === 'string';
}

function present({ expires_at, id, inserted_at, key_prefix, name, revoked_at, role }: KeyRow): unknown {
  return { expires_at, id, inserted_at, key_prefix, last_used_at: null, name, revoked_at, role };
}
