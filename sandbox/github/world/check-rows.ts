import type { Conclusion, RunStatus } from '../../actions-host.ts';

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

export interface StatusRow {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: StatusState;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

export type CheckConclusion = Conclusion | 'stale';

export interface SuiteRow {
  readonly id: number;
  readonly appId: number;
  readonly headSha: string;
  readonly headBranch: string | null;
  /** The workflow run it belongs to, for the app `github-actions`. */
  readonly runId: number | null;
  readonly status: RunStatus;
  readonly conclusion: CheckConclusion | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title: string | null;
}

export interface CheckRow {
  readonly id: number;
  readonly suiteId: number;
  readonly appId: number;
  readonly name: string;
  readonly headSha: string;
  readonly status: RunStatus;
  readonly conclusion: CheckConclusion | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly detailsUrl: string | null;
  readonly externalId: string;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly CheckAnnotation[];
  /** The workflow job whose check this is; only such a check cannot be forged with `checks: write`. */
  readonly jobId: number | null;
}
