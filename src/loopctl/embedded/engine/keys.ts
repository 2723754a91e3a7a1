import { createHash } from 'node:crypto';
import type { Actor, Role } from './actor.ts';
import { type Db, tick } from './db.ts';
import { identifier } from './identifier.ts';
import type { KeyRow } from './people-rows.ts';

export interface KeyDraft {
  readonly name: string;
  readonly role: Role;
  readonly agentId: string | null;
  readonly expiresAt: string | null;
  /** Only its hash and its first characters are kept. */
  readonly rawKey: string;
}

/** How a key is told apart without being kept. */
export function hashOfKey(rawKey: string): string {
  return createHash('sha256').update(rawKey).digest('hex');
}

/** Whose key this is; null for one that is unknown, revoked or expired. */
export function actorOfKey(db: Db, hash: string, now: string): Actor | null {
  const key = [...db.keys.values()].find((row) => row.key_hash === hash);
  return key === undefined || !isActive(key, now)
    ? null
    : { role: key.role, agentId: key.agent_id, keyName: key.name, keyId: key.id };
}

/** The id under which the feed names an actor's key. */
export function keyIdOf(actor: Actor): string {
  return actor.keyId ?? identifier('key', actor.role, actor.keyName);
}

/** The database with one more key. */
export function withKey(db: Db, draft: KeyDraft): { readonly db: Db; readonly key: KeyRow } {
  const next = tick(db);
  const usual = identifier('key', draft.role, draft.name);
  const key: KeyRow = {
    id: next.keys.has(usual) ? identifier('key', draft.role, draft.name, next.keys.size) : usual,
    name: draft.name,
    role: draft.role,
    agent_id: draft.agentId,
    key_prefix: draft.rawKey.slice(0, 8),
    key_hash: hashOfKey(draft.rawKey),
    expires_at: draft.expiresAt,
    revoked_at: null,
    inserted_at: next.clock,
  };
  return { db: putKey(next, key), key };
}

/** The database with this key as it is now. */
export function putKey(db: Db, key: KeyRow): Db {
  return { ...db, keys: new Map(db.keys).set(key.id, key) };
}

/** Whether the agent has a key of this role that still counts: each may have but one. */
export function hasActiveKey(db: Db, agentId: string | null, role: Role): boolean {
  return (
    agentId !== null &&
    [...db.keys.values()].some((key) => key.agent_id === agentId && key.role === role && isActive(key, db.clock))
  );
}

/** Whether a key still counts at a moment. */
export function isActive(key: Pick<KeyRow, 'expires_at' | 'revoked_at'>, now: string): boolean {
  return key.revoked_at === null && (key.expires_at === null || key.expires_at > now);
}
