import type { ArtifactRecord, Conclusion, JobRecord, RunStatus, Trigger } from '../../actions-host.ts';

export interface WorkflowRow {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly createdAt: string;
}

/** A trigger on its way to the runner, kept for as long as a run refers to it. */
export interface TriggerRow {
  readonly id: number;
  readonly trigger: Trigger;
  readonly delivered: boolean;
}

export interface AttemptRow {
  readonly attempt: number;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  readonly startedAt: string;
  readonly updatedAt: string;
}

export interface RunRow {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly workflowPath: string;
  readonly workflowName: string;
  readonly runName: string;
  readonly triggerId: number;
  readonly event: Trigger['event'];
  readonly suiteId: number;
  readonly headSha: string;
  readonly headBranch: string;
  readonly actor: string;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  readonly createdAt: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly earlier: readonly AttemptRow[];
}

export interface JobRow extends JobRecord {
  readonly checkId: number;
  readonly createdAt: string;
}

export interface ArtifactRow extends ArtifactRecord {
  readonly headSha: string;
  readonly headBranch: string;
}

export interface SecretRow {
  /** Empty for the repository's own. */
  readonly environment: string;
  readonly name: string;
  readonly value: string;
}

export interface VariableRow {
  readonly name: string;
  readonly value: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface EnvironmentRow {
  readonly id: number;
  readonly name: string;
  /** Branch patterns that may deploy to it; null admits every ref. */
  readonly branches: readonly string[] | null;
  readonly createdAt: string;
}
