import type { ActionsHost, JobRecord, RunRecord, TokenPermissions } from '../actions-host.ts';
import type { JsonObject } from './json.ts';
import type { Machine } from './machines.ts';
import type { RunnerOptions } from './runner-options.ts';
import type { SecretMask } from './secret-mask.ts';

export interface JobFolders {
  readonly root: string;
  readonly workspace: string;
  readonly temp: string;
  readonly home: string;
  readonly toolCache: string;
  readonly eventFile: string;
}

export interface Annotation {
  readonly level: 'notice' | 'warning' | 'failure';
  readonly message: string;
}

/** Work an action left for the end of its job. */
export interface PostStep {
  readonly name: string;
  readonly condition: string;
  readonly run: (signal: AbortSignal) => Promise<StepOutcome>;
}

export type StepOutcome = 'success' | 'failure' | 'cancelled' | 'skipped';

/** One job while it runs: what its steps share and change. */
export interface JobSession {
  readonly host: ActionsHost;
  readonly options: RunnerOptions;
  readonly run: RunRecord;
  readonly job: JobRecord;
  readonly folders: JobFolders;
  readonly token: string;
  /** The token of the runner's own services. */
  readonly runtimeToken: string;
  readonly permissions: TokenPermissions;
  readonly mask: SecretMask;
  /** Contexts that no step changes: github, vars, secrets, inputs, needs, matrix, strategy, runner. */
  readonly contexts: JsonObject;
  readonly defaults: { readonly shell: string | undefined; readonly workingDirectory: string | undefined };
  /** Aborted when the job is cancelled or out of time. */
  readonly signal: AbortSignal;
  /** Aborted when nothing more of the job may run: the runner closes, or its machine is lost. */
  readonly shutdown: AbortSignal;
  readonly machine: Machine;
  readonly log: (line: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  /** The `env` context: workflow, job, and what steps wrote to `GITHUB_ENV`. */
  env: Readonly<Record<string, string>>;
  /** Folders that steps put in front of `PATH`. */
  path: readonly string[];
  summary: string;
  /** Process groups that outlived their step. */
  survivors: readonly number[];
  posts: readonly PostStep[];
}
