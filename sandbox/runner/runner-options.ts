import type { JobRecord, RunRecord, StepRecord } from '../actions-host.ts';
import type { Shim } from './shims/shim.ts';

/** What happens, for a progress display. */
export type RunnerEvent =
  | { readonly kind: 'run_started' | 'run_finished'; readonly run: RunRecord }
  | { readonly kind: 'job_queued' | 'job_started' | 'job_finished'; readonly run: RunRecord; readonly job: JobRecord }
  | {
      readonly kind: 'step_started' | 'step_finished';
      readonly run: RunRecord;
      readonly job: JobRecord;
      readonly step: StepRecord;
    }
  | { readonly kind: 'problem'; readonly workflowPath: string; readonly message: string };

export interface RunnerOptions {
  /** Where jobs work; also keeps what re-runs need of earlier attempts. */
  readonly workspace: string;
  /** How many jobs run at once; 4 unless told. */
  readonly slots?: number;
  /** `owner/name` of an action to the folder that stands for it, whatever ref a workflow pins. */
  readonly actions: Readonly<Record<string, string>>;
  /** Actions done in this process, beside and before the built-in ones. */
  readonly shims?: Readonly<Record<string, Shim>>;
  /** How far a job's processes stand back for others where they share this machine, 0 to 19 as for nice(1). */
  readonly niceness?: (job: JobRecord) => number;
  /** Variables of the machine every job runs on. */
  readonly env?: Readonly<Record<string, string>>;
  readonly keepWorkspaces?: boolean;
  /** A masked line of a job's log, as it is written. */
  readonly onOutput?: (output: { readonly run: RunRecord; readonly job: JobRecord; readonly line: string }) => void;
  readonly onEvent?: (event: RunnerEvent) => void;
}
