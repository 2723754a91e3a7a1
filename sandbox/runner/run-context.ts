import type { ActionsHost, RunRecord, TokenPermissions, Trigger } from '../actions-host.ts';
import type { ConcurrencyGroups } from './concurrency.ts';
import type { JsonObject } from './json.ts';
import type { Machines } from './machines.ts';
import type { RunMemory } from './run-memory.ts';
import type { RunnerOptions } from './runner-options.ts';
import type { Slots } from './slots.ts';
import type { WorkflowFiles } from './workflow-file.ts';
import type { WorkflowDefinition } from './workflow-schema.ts';

/** One attempt of one run. */
export interface RunContext {
  readonly host: ActionsHost;
  readonly options: RunnerOptions;
  readonly slots: Slots;
  readonly groups: ConcurrencyGroups;
  readonly machines: Machines;
  readonly record: RunRecord;
  readonly trigger: Trigger;
  readonly files: WorkflowFiles;
  /** The `github` context of the run, before a job adds its own. */
  readonly github: JsonObject;
  readonly memory: RunMemory;
  /** Jobs this attempt runs again; the others keep their results. */
  readonly isFresh: (key: string) => boolean;
  /** Aborted when the run is cancelled; what still runs is up to each job's and step's `if`. */
  readonly signal: AbortSignal;
  readonly cancel: () => void;
  /** Aborted when the runner closes: nothing runs on. */
  readonly shutdown: AbortSignal;
  /** Called when a job starts: until then the run counts as queued. */
  readonly noteProgress: () => void;
  /** Work nobody waits for but the end of the run, such as clearing up. */
  readonly inBackground: (work: Promise<void>) => void;
}

/** One workflow file's jobs under way in a run: the run's own file, or a called one. */
export interface GraphContext {
  readonly run: RunContext;
  readonly definition: WorkflowDefinition;
  /** What this graph's jobs are called by: `assignment#0/` in keys, `assignment (a1b2)` in names; empty for the run's own. */
  readonly keyPrefix: string;
  readonly namePrefix: string;
  readonly inputs: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether no call on the way here left secrets behind. */
  readonly seesAllSecrets: boolean;
  /** The most its jobs' tokens may hold; the default when nobody asks. */
  readonly permissions: TokenPermissions;
  /** Concurrency groups held by the run and the calling jobs. */
  readonly heldGroups: readonly string[];
  /** Ends all of it: the run's cancel, or a failed fast sibling of the calling job. */
  readonly signal: AbortSignal;
}
