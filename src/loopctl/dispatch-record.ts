/** A short-lived key that a person had made for an agent, and whose it is; the loop itself needs none. */
export interface DispatchRecord {
  readonly id: string;
  readonly role: string;
  readonly agentId: string | null;
  readonly storyId: string | null;
  /** From the first dispatch to this one. */
  readonly lineage: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

export interface DispatchDraft {
  readonly role: 'agent' | 'orchestrator' | 'user';
  readonly agentId?: string;
  readonly storyId?: string;
  readonly parentId?: string;
  /** Between a minute and four hours; an hour where it is not given. */
  readonly expiresInSeconds?: number;
}

/** The key is told this once. */
export interface MintedDispatch {
  readonly dispatch: DispatchRecord;
  readonly key: string;
}
