/**
 * What the sandbox's Actions runner needs of the sandbox's GitHub, and nothing more. The GitHub side
 * (`sandbox/github`) implements it; the runner (`sandbox/runner`) is its only user. Times are ISO 8601.
 */
export type TriggerEvent =
  | 'push'
  | 'pull_request'
  | 'workflow_dispatch'
  | 'workflow_run'
  | 'schedule'
  | 'issue_comment'
  | 'issues'
  | 'check_suite'
  | 'status'
  | 'merge_group'
  | 'pull_request_target';

/** An event that may start workflows. Events GitHub suppresses (caused by a job's `GITHUB_TOKEN`) never get here. */
export interface Trigger {
  readonly event: TriggerEvent;
  /** The activity type, such as `opened` or `completed`. */
  readonly action?: string;
  /** The ref the run belongs to: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly ref: string;
  /** The commit whose workflow files decide and which `github.sha` names. */
  readonly sha: string;
  /** The commit that checks are attached to: the pull request's head, else `sha`. */
  readonly headSha: string;
  readonly headBranch: string;
  readonly actor: string;
  /** Only this workflow file (`workflow_dispatch`, `schedule`), otherwise every file that listens. */
  readonly workflowPath?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Its runs are recorded and wait for a person to let them start. */
  readonly awaitsApproval?: true;
  /** The webhook payload, which becomes `github.event` and the event file. */
  readonly payload: Readonly<Record<string, unknown>>;
}

export type RunStatus = 'queued' | 'in_progress' | 'completed';
export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'startup_failure'
  | 'neutral'
  /** Not started: it waits for a person's approval. */
  | 'action_required';

export interface RunRecord {
  readonly id: number;
  readonly number: number;
  readonly attempt: number;
  readonly workflowPath: string;
  readonly workflowName: string;
  readonly trigger: Trigger;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
}

export interface StepRecord {
  readonly name: string;
  readonly number: number;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
}

export interface JobRecord {
  readonly id: number;
  readonly runId: number;
  readonly attempt: number;
  /** As GitHub shows it: `assignment (a1b2) / agent`. Also the name of its check run. */
  readonly name: string;
  readonly status: RunStatus;
  readonly conclusion: Conclusion | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly steps: readonly StepRecord[];
}

export type TokenPermissions = Readonly<Record<string, 'read' | 'write' | 'none'>>;

export interface ArtifactRecord {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  /** `sha256:<hex>` of the archive. */
  readonly digest: string;
  readonly sizeInBytes: number;
  readonly createdAt: string;
}

/** What GitHub asks of the runner, when a REST call re-runs, cancels or approves. */
export type RunnerCommand =
  | { readonly kind: 'rerun_job'; readonly runId: number; readonly jobId: number }
  /** `all`: the jobs that succeeded as well. */
  | { readonly kind: 'rerun_failed'; readonly runId: number; readonly all?: true }
  | { readonly kind: 'cancel_run'; readonly runId: number }
  /** A person lets a run start that waited for that. */
  | { readonly kind: 'approve_run'; readonly runId: number };

export interface ActionsHost {
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly defaultBranch: string;

  /** A trigger counts as taken when the listener's promise settles, at once when it returns none. */
  onTrigger(listener: (trigger: Trigger) => void | Promise<void>): void;
  onCommand(listener: (command: RunnerCommand) => void): void;

  /** The files of `.github/workflows` at a commit. */
  workflowFiles(sha: string): Promise<readonly { readonly path: string; readonly text: string }[]>;

  createRun(input: {
    readonly workflowPath: string;
    readonly workflowName: string;
    readonly runName: string;
    readonly trigger: Trigger;
  }): RunRecord;
  /** A new attempt of a completed run. */
  restartRun(runId: number): RunRecord;
  updateRun(runId: number, change: { readonly status: RunStatus; readonly conclusion?: Conclusion }): RunRecord;
  runs(): readonly RunRecord[];

  /** A job and its check run on the run's head SHA, by the app `github-actions`. */
  createJob(input: { readonly runId: number; readonly name: string }): JobRecord;
  updateJob(
    jobId: number,
    change: {
      readonly status: RunStatus;
      readonly conclusion?: Conclusion;
      readonly steps?: readonly StepRecord[];
      readonly annotations?: readonly { readonly level: 'notice' | 'warning' | 'failure'; readonly message: string }[];
    },
  ): JobRecord;
  jobs(runId: number): readonly JobRecord[];
  saveJobLog(jobId: number, text: string): void;
  saveJobSummary(jobId: number, markdown: string): void;

  /** A job's `GITHUB_TOKEN` with just these permissions; dead after `revokeToken`. */
  issueJobToken(jobId: number, permissions: TokenPermissions): string;
  /** An installation token of the App whose id or client id and key these are; throws when they are wrong. */
  issueInstallationToken(credentials: { readonly appId: string; readonly privateKey: string }): string;
  revokeToken(token: string): void;

  /** Repository secrets and, when an environment is named, that environment's too. */
  secrets(environment: string | null): Readonly<Record<string, string>>;
  variables(): Readonly<Record<string, string>>;
  /** Whether the environment's branch policy admits this ref. */
  environmentAllows(environment: string, ref: string): boolean;

  createArtifact(input: {
    readonly runId: number;
    readonly name: string;
    readonly archive: Uint8Array;
  }): ArtifactRecord;
  artifacts(runId: number): readonly ArtifactRecord[];
  readArtifact(id: number): Uint8Array | undefined;
}
