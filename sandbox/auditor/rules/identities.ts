import type { AgentFacts, AuditFacts } from '../facts.ts';
import type { Violation } from '../violation.ts';

const roles = { assigned: 'implementer', reported_done: 'reviewer' } as const;

/** Implementer, reviewer and orchestrator of a story are three; a reviewer's process shares no home with an author's. */
export function findSelfReviews(facts: AuditFacts): readonly Violation[] {
  return [...sharedIdentities(facts), ...sharedHomes(facts.agents)];
}

function sharedIdentities(facts: AuditFacts): readonly Violation[] {
  const known = new Map<string, Map<string, string>>();
  const violations: Violation[] = [];
  for (const fact of facts.store) {
    if (fact.kind !== 'transition' || fact.agent === null) continue;
    const role = roleOf(fact.action, fact.agentStatus);
    if (role === null) continue;
    const holders = known.get(fact.story) ?? new Map<string, string>();
    known.set(fact.story, holders.set(role, fact.agent));
    const other = [...holders].find(([name, agent]) => name !== role && agent === fact.agent);
    if (other === undefined) continue;
    const detail = `story ${fact.story}: ${fact.agent} is ${role} and ${other[0]}`;
    violations.push({ code: 'self_review', detail, at: fact.at });
  }
  return violations;
}

function roleOf(action: string, agentStatus: string | null): string | null {
  if (action === 'verified' || action === 'rejected') return 'orchestrator';
  if (action !== 'status_changed') return null;
  return agentStatus === 'assigned' || agentStatus === 'reported_done' ? roles[agentStatus] : null;
}

function sharedHomes(agents: readonly AgentFacts[]): readonly Violation[] {
  const authors = agents.filter(({ task }) => task !== 'review');
  const homes = new Set(authors.flatMap(({ environment }) => environment['HOME'] ?? []));
  const folders = new Set(authors.map(({ cwd }) => cwd));
  return agents.flatMap((agent) => {
    if (agent.task !== 'review') return [];
    const home = agent.environment['HOME'];
    const shared = home !== undefined && homes.has(home) ? home : folders.has(agent.cwd) ? agent.cwd : null;
    if (shared === null) return [];
    const detail = `reviewer ${agent.id} worked in a folder that was an author's: ${shared}`;
    return [{ code: 'self_review' as const, detail, at: new Date(agent.startedAt).toISOString() }];
  });
}
