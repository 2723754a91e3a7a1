import { answer, conflict, invalid, notFound } from '../answer.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { record } from '../feed.ts';
import { objectOrEmpty, optionalObject, problemsOf, requiredText } from '../field.ts';
import { fitsQuery } from '../fits-query.ts';
import { identifier } from '../identifier.ts';
import { putKey } from '../keys.ts';
import { page } from '../page.ts';
import type { AgentRow } from '../rows.ts';

/** The agents by name, of a type or status where asked. */
export function listAgents(db: Db, call: Call): Reply {
  const asked = [...db.agents.values()].filter((agent) => fitsQuery(agent, call.query, ['agent_type', 'status']));
  const agents = asked.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const { data, meta } = page(agents, call.query, { usual: 20, most: 100 });
  return answer(db, 200, {
    agents: data.map(present),
    page: meta.page,
    page_size: meta.page_size,
    total: meta.total_count,
  });
}

/** One agent. */
export function showAgent(db: Db, call: Call): Reply {
  const agent = db.agents.get(call.id);
  return agent === undefined ? notFound(db) : answer(db, 200, { agent: present(agent) });
}

/** A new agent, to which the key that asks is linked from now on; a key that is linked cannot ask. */
export function registerAgent(db: Db, call: Call): Reply {
  const { name, agent_type: type, metadata } = call.body;
  const key = db.keys.get(call.actor.keyId ?? '');
  if (key === undefined || key.agent_id !== null) {
    return conflict(db);
  }
  const id = identifier('agent', String(name));
  const refusal = invalid(
    db,
    problemsOf({
      name: requiredText(name) ?? (db.agents.has(id) ? ['has already been taken for this tenant'] : null),
      agent_type: isAgentType(type) ? null : ["can't be blank"],
      metadata: optionalObject(metadata),
    }),
  );
  if (refusal !== null || !isAgentType(type)) {
    return refusal ?? notFound(db);
  }
  const agent: AgentRow = {
    id,
    tenant_id: db.tenant.id,
    name: String(name),
    agent_type: type,
    status: 'active',
    metadata: objectOrEmpty(metadata),
    inserted_at: db.clock,
  };
  const stored = putKey({ ...db, agents: new Map(db.agents).set(id, agent) }, { ...key, agent_id: id });
  const after = { agent_type: type, name: agent.name, status: agent.status };
  const entry = { entityType: 'agent', entityId: id, action: 'registered', after };
  return answer(record(stored, call.actor, entry), 201, { agent: present(agent) });
}

function isAgentType(type: unknown): type is AgentRow['agent_type'] {
  return type === 'orchestrator' || type === 'implementer';
}

/** An agent was last seen when it registered: a read writes nothing. */
function present(agent: AgentRow): unknown {
  return { ...agent, last_seen_at: agent.inserted_at, updated_at: agent.inserted_at };
}
