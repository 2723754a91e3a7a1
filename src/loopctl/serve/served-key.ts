import { randomBytes } from 'node:crypto';
import type { Actor } from '../embedded/engine/actor.ts';
import type { Db } from '../embedded/engine/db.ts';
import { withAgent } from '../embedded/engine/empty-db.ts';
import { identifier } from '../embedded/engine/identifier.ts';

/** A key that is accepted for as long as this process lives; it is kept nowhere. */
export interface ServedKey {
  /** What its owner finds it under: `LOOPCTL_ORCH_KEY`. */
  readonly name: string;
  readonly key: string;
  readonly actor: Actor;
  /** The agent that it is linked to, by name. */
  readonly agent: string | null;
}

/** A key of a role, linked to the agent of this name. */
export function servedKey(name: string, key: string, actor: Omit<Actor, 'agentId'>, agent: string | null): ServedKey {
  return { name, key, agent, actor: { ...actor, agentId: agent === null ? null : identifier('agent', agent) } };
}

/** A new key of the form that loopctl gives: `lc_` and 40 characters. */
export function mintKey(): string {
  return `lc_${randomBytes(30).toString('base64url')}`;
}

/** The database with the agents that these keys are linked to. */
export function withAgentsOf(keys: readonly ServedKey[], db: Db): Db {
  return keys.reduce(
    (before, { agent, actor }) =>
      agent === null
        ? before
        : withAgent(before, agent, actor.role === 'orchestrator' ? 'orchestrator' : 'implementer'),
    db,
  );
}
