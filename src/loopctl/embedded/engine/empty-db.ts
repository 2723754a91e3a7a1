import type { Db } from './db.ts';
import { recordSystem } from './feed.ts';
import { identifier } from './identifier.ts';
import type { AgentRow } from './rows.ts';

/** The moment before anything happened. */
const beginning = '2000-01-01T00:00:00.000000Z';

/** A tenant with nothing in it. */
export function emptyDb(now: string): Db {
  const id = identifier('tenant', 'orchestrate');
  return {
    tenant: {
      id,
      name: 'Orchestrate',
      slug: 'orchestrate',
      email: 'orchestrate@localhost',
      status: 'active',
      settings: {},
      token_data_retention_days: null,
      inserted_at: now,
      updated_at: now,
    },
    agents: new Map(),
    projects: new Map(),
    epics: new Map(),
    storyEpics: new Map(),
    storyNumbers: new Map(),
    epicNumbers: new Map(),
    storyDependencies: [],
    epicDependencies: [],
    states: new Map(),
    keys: new Map(),
    dispatches: new Map(),
    skills: new Map(),
    budgets: new Map(),
    feed: [],
    feedLength: 0,
    clock: now > beginning ? now : beginning,
    deletions: 0,
  };
}

/** The database with an agent of this name; one that is there already is left as it is. */
export function withAgent(db: Db, name: string, agentType: AgentRow['agent_type']): Db {
  const id = identifier('agent', name);
  if (db.agents.has(id)) {
    return db;
  }
  const agent: AgentRow = {
    id,
    tenant_id: db.tenant.id,
    name,
    agent_type: agentType,
    status: 'active',
    metadata: {},
    inserted_at: db.clock,
  };
  const stored = { ...db, agents: new Map(db.agents).set(id, agent) };
  const after = { agent_type: agentType, name, status: agent.status };
  return recordSystem(stored, 'setup', { entityType: 'agent', entityId: id, action: 'registered', after });
}
