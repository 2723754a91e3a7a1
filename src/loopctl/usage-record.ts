/** What an agent spent on a story; 1000 millicents are a cent. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly modelName: string;
  readonly costMillicents: number;
  readonly phase?: 'planning' | 'implementing' | 'reviewing' | 'other';
  /** Tells one run from another: loopctl itself adds up whatever it is told. */
  readonly sessionId?: string;
}

/** One report of usage, as loopctl keeps it; a correction can be negative. */
export interface UsageRecord {
  readonly id: string;
  readonly agentId: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly modelName: string;
  readonly costMillicents: number;
  readonly phase: string;
  readonly sessionId: string | null;
}

/** What may be spent on a project, an epic or a story, and what was; going over it stops nothing in loopctl. */
export interface Budget {
  readonly id: string;
  readonly scopeType: 'project' | 'epic' | 'story';
  readonly scopeId: string;
  readonly budgetMillicents: number;
  readonly spentMillicents: number;
  /** Percent of the budget from which on it is said to be short. */
  readonly alertThreshold: number;
}
