import type { KeptEvent } from '../github/world/events.ts';
import type { DecisionEntry } from './decision-line.ts';

/** An agent's job under way. */
export interface AgentCard {
  readonly role: string;
  readonly story: string | null;
  /** ISO 8601. */
  readonly since: string;
}

/** Tells which agents are at work, on what. */
export interface AgentCards {
  /** The agents at work now, by job. */
  readonly working: ReadonlyMap<number, AgentCard>;
  /** How many agents have been at work so far. */
  count(): number;
  dispatched(run: number, entry: DecisionEntry): void;
  observe(job: Extract<KeptEvent, { readonly kind: 'job' }>): void;
}

/** Makes cards for nobody yet. The legs of a run's matrix come in the order in which the run dispatched them. */
export function createAgentCards(): AgentCards {
  const working = new Map<number, AgentCard>();
  const begun = new Set<number>();
  const legs = new Map<number, DecisionEntry | undefined>();
  const waiting = new Map<number, DecisionEntry[]>();
  return {
    working,
    count: () => begun.size,
    dispatched: (run, entry) => void waiting.set(run, [...(waiting.get(run) ?? []), entry]),
    observe: ({ id, runId, name, status, at }) => {
      if (!name.endsWith(' / agent')) return;
      if (!legs.has(id)) legs.set(id, waiting.get(runId)?.shift());
      if (status === 'completed') working.delete(id);
      if (status !== 'in_progress') return;
      const entry = legs.get(id);
      begun.add(id);
      working.set(id, { role: entry?.role ?? 'agent', story: entry?.story ?? null, since: at });
    },
  };
}
