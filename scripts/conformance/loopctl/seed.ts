import type { Role } from '../../../src/loopctl/embedded/engine/actor.ts';
import type { Db } from '../../../src/loopctl/embedded/engine/db.ts';
import { emptyDb, withAgent } from '../../../src/loopctl/embedded/engine/empty-db.ts';
import { identifier } from '../../../src/loopctl/embedded/engine/identifier.ts';
import { withKey } from '../../../src/loopctl/embedded/engine/keys.ts';

interface SeededKey {
  readonly name: string;
  readonly role: Role;
  readonly agent: string | null;
}

/** The keys that the recorder had made beforehand, in that order, by the names it gave them. */
const seededKeys = {
  user: { name: 'user', role: 'user', agent: null },
  orchestrator: { name: 'orch', role: 'orchestrator', agent: 'orch-1' },
  orchestrator_unlinked: { name: 'orch-unlinked', role: 'orchestrator', agent: null },
  agent_impl: { name: 'impl', role: 'agent', agent: 'impl-1' },
  agent_impl2: { name: 'impl2', role: 'agent', agent: 'impl-2' },
  agent_review: { name: 'review', role: 'agent', agent: 'review-1' },
  agent_orchestrator: { name: 'orch-agent', role: 'agent', agent: 'orch-1' },
  agent_unlinked: { name: 'agent-unlinked', role: 'agent', agent: null },
} as const satisfies Readonly<Record<string, SeededKey>>;

/** The texts of these keys, by the recorder's names for them: the same in every replay, and of no use elsewhere. */
export const recordedKeys: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(seededKeys).map((name) => [name, `lc_${name.replaceAll('_', '-').padEnd(40, '0')}`]),
);

/** The tenant as the recorder's seed had made it: four agents, eight keys, no project. */
export function seededDb(now: string): Db {
  const withImplementers = ['impl-1', 'impl-2', 'review-1'].reduce(
    (before, name) => withAgent(before, name, 'implementer'),
    emptyDb(now),
  );
  const db = asSeeded(withAgent(withImplementers, 'orch-1', 'orchestrator'));
  return Object.entries(seededKeys).reduce((before, [actor, { name, role, agent }]) => {
    const agentId = agent === null ? null : identifier('agent', agent);
    return withKey(before, { name, role, agentId, expiresAt: null, rawKey: recordedKeys[actor] ?? '' }).db;
  }, db);
}

function asSeeded(db: Db): Db {
  const seeded = { actor_type: 'api_key', actor_label: 'seed' } as const;
  const settings = { knowledge_auto_extract: false };
  return {
    ...db,
    tenant: { ...db.tenant, name: 'Tenant acme', slug: 'acme', email: 'ops@acme.example', settings },
    feed: db.feed.map((segment) => {
      const rows = segment().map((row) => ({ ...row, ...seeded }));
      return () => rows;
    }),
  };
}
