import type { AgentIdentity, Identities, Identity } from '../port.ts';
import type { Actor } from './engine/actor.ts';
import type { Db } from './engine/db.ts';
import { withAgent } from './engine/empty-db.ts';
import { identifier } from './engine/identifier.ts';

/** The three names in which the embedded store is used; there are no keys. */
export const embeddedIdentities: Identities = {
  implementer: agent('implementer'),
  reviewer: agent('reviewer'),
  orchestrator: agent('orchestrator'),
};

/** The actor that an identity is to the engine. */
export function actorOf(identity: Identity): Actor {
  const { agentId } = embeddedIdentities[identity];
  return { role: identity === 'orchestrator' ? 'orchestrator' : 'agent', agentId, keyName: identity };
}

/** The database with our three agents registered. */
export function withIdentities(db: Db): Db {
  const { implementer, reviewer, orchestrator } = embeddedIdentities;
  const implementers = [implementer, reviewer].reduce((before, { name }) => withAgent(before, name, 'implementer'), db);
  return withAgent(implementers, orchestrator.name, 'orchestrator');
}

function agent(identity: Identity): AgentIdentity {
  const name = `orchestrate-${identity}`;
  return { name, agentId: identifier('agent', name) };
}
