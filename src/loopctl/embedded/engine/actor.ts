export type Role = 'orchestrator' | 'agent' | 'user';

/** Whose key a request carries; a key need not be linked to an agent. */
export interface Actor {
  readonly role: Role;
  readonly agentId: string | null;
  readonly keyName: string;
  /** Of a key that the store knows. */
  readonly keyId?: string;
}
