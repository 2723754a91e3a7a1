import type { Instant } from '../../src/core/instant.ts';
import type { ProjectSpan, Records } from './history.ts';
import { type AgentSpan, agentsAtWork, agentsEnded, type Save, type WaitSpan, waitsEnded, waitsOf } from './spans.ts';

type Told = Pick<Records, 'agents' | 'waits' | 'projectSpans' | 'ledgerSeen'>;

/** Collects what the saves of a ledger tell. */
interface SavesReader {
  /** Takes the next save, oldest first; only the last one is kept. */
  add(save: Save): void;
  /** What they told; what the last of them leaves open has no end. */
  told(): Told;
}

type ProjectState = ProjectSpan['kind'];

const projectStates: readonly ProjectState[] = ['paused', 'base_red'];

/** Reads a ledger's saves one by one, however many there are. */
export function createSavesReader(): SavesReader {
  let first: Instant | null = null;
  let last: Save | null = null;
  const agents: AgentSpan[] = [];
  const waits: WaitSpan[] = [];
  const over: ProjectSpan[] = [];
  const open = new Map<ProjectState, Instant>();
  return {
    add: (save) => {
      first ??= save.at;
      if (last !== null) {
        agents.push(...agentsEnded(last.ledger, save));
        waits.push(...waitsEnded(last.ledger, save));
      }
      for (const kind of projectStates) {
        const since = sinceOf(kind, save);
        const from = open.get(kind);
        if (since !== null && from === undefined) open.set(kind, since);
        if (since !== null || from === undefined) continue;
        over.push({ kind, from, until: save.at });
        open.delete(kind);
      }
      last = save;
    },
    told: () => ({
      agents: [...agents, ...(last === null ? [] : agentsAtWork(last.ledger))],
      waits: [...waits, ...(last === null ? [] : waitsOf(last.ledger).values())],
      projectSpans: [...over, ...[...open].map(([kind, from]) => ({ kind, from, until: null }))],
      ledgerSeen: first === null || last === null ? null : { from: first, until: last.at },
    }),
  };
}

/** Since when it is so by a save; of a red base only the save is known that first told of it. */
function sinceOf(kind: ProjectState, { at, ledger }: Save): Instant | null {
  switch (kind) {
    case 'paused':
      return ledger.paused?.at ?? null;
    case 'base_red':
      return ledger.repair.red === null ? null : at;
  }
}
