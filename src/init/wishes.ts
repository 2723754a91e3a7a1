import type { AgentChoice } from './agent.ts';

/** What the person wants otherwise than usual. */
export interface Wishes {
  readonly configPath: string;
  readonly workflowFile: string;
  readonly stateBranch: string;
  /** Null: where one is found, else `backlog.json`. */
  readonly backlog: string | null;
  /** The project's name in loopctl; null: the repository's. */
  readonly slug: string | null;
  readonly agent: AgentChoice;
  /** Whether `orchestrate/gate` is to be required of every pull request. */
  readonly requireGate: boolean;
}

/** Where a backlog may lie already. */
export const usualBacklogs = ['backlog.json', 'docs/backlog.json', '.loopctl/backlog.json'] as const;
