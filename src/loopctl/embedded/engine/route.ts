import type { Role } from './actor.ts';
import type { Handler } from './call.ts';

/** Who may call: a role or any above it (user over orchestrator over agent), or exactly the roles named. */
export type Access =
  | { readonly atLeast: Role }
  | { readonly exactly: readonly Role[] /** As the refusal names them. */; readonly named: string };

export interface Route {
  readonly method: string;
  /** After `/api/v1`; `:id` stands for an identifier. */
  readonly path: string;
  readonly access: Access;
  readonly handle: Handler;
}

export const anybody = { atLeast: 'agent' } as const;
export const orchestrator = { atLeast: 'orchestrator' } as const;
export const user = { atLeast: 'user' } as const;
export const onlyAgent = { exactly: ['agent'], named: 'agent' } as const;
export const onlyOrchestrator = { exactly: ['orchestrator'], named: 'orchestrator' } as const;
export const agentOrOrchestrator = { exactly: ['agent', 'orchestrator'], named: 'agent or orchestrator' } as const;
export const orchestratorOrUser = { exactly: ['orchestrator', 'user'], named: 'orchestrator or user' } as const;
export const importers = { exactly: ['orchestrator', 'user'], named: 'orchestrator or user or superadmin' } as const;
export const stateKeepers = { exactly: ['orchestrator'], named: 'orchestrator or superadmin' } as const;
