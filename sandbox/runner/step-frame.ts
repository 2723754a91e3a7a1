import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Scope, toText } from './expressions.ts';
import type { JobSession, StepOutcome } from './job-session.ts';
import type { Json, JsonObject } from './json.ts';
import type { StepDefinition } from './workflow-schema.ts';

export interface StepResult {
  readonly outputs: Readonly<Record<string, string>>;
  readonly outcome: StepOutcome;
  readonly conclusion: StepOutcome;
}

/** A list of steps under way: a job's own, or those inside a composite action. */
export interface StepFrame {
  readonly session: JobSession;
  readonly steps: readonly StepDefinition[];
  readonly inputs: JsonObject;
  readonly github: JsonObject;
  /** The environment of the composite action's own step, over the job's. */
  readonly outerEnv: Readonly<Record<string, string>>;
  /** Ends the frame early: the job's signal, or the time limit of the composite action's step. */
  readonly signal: AbortSignal;
  readonly report: (index: number, change: StepProgress) => void;
  results: Readonly<Record<string, StepResult>>;
  failed: boolean;
}

export type StepProgress =
  | { readonly kind: 'started'; readonly name: string }
  | { readonly kind: 'finished'; readonly name: string; readonly conclusion: StepOutcome };

/** One step about to run, with everything its kind needs. */
export interface StepCall {
  readonly frame: StepFrame;
  readonly step: StepDefinition;
  /** As GitHub shows it. */
  readonly name: string;
  /** `github.action`: the step's id, or a name made up for it. */
  readonly actionName: string;
  /** The `env` context of this step, its own `env` included. */
  readonly env: Readonly<Record<string, string>>;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly runNested: (frame: StepFrame) => Promise<void>;
}

export interface StepEnd {
  readonly outcome: StepOutcome;
  readonly outputs: Readonly<Record<string, string>>;
}

export type FrameStatus = 'success' | 'failure' | 'cancelled';

/** How a frame stands, as `success()`, `failure()` and `cancelled()` see it. */
export function statusOf(frame: Pick<StepFrame, 'signal' | 'failed'>): FrameStatus {
  if (frame.signal.aborted) return 'cancelled';
  return frame.failed ? 'failure' : 'success';
}

/** What expressions of a step can see. */
export function scopeOf(frame: StepFrame, env: Readonly<Record<string, string>>): Scope {
  const { session } = frame;
  const status = statusOf(frame);
  return {
    contexts: {
      ...session.contexts,
      github: frame.github,
      inputs: frame.inputs,
      env,
      steps: frame.results as unknown as JsonObject,
      job: { status, check_run_id: session.job.id },
    },
    functions: {
      success: () => status === 'success',
      failure: () => status === 'failure',
      cancelled: () => status === 'cancelled',
      always: () => true,
      hashFiles: (...patterns) => hashFiles(session.folders.workspace, patterns),
    },
  };
}

function hashFiles(workspace: string, patterns: readonly Json[]): string {
  const wanted = patterns.map(toText).filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.map(toText).filter((pattern) => pattern.startsWith('!'));
  const paths = globSync(wanted, { cwd: workspace, exclude: unwanted.map((pattern) => pattern.slice(1)) })
    .toSorted()
    .map((path) => join(workspace, path))
    .filter((path) => statSync(path).isFile());
  if (paths.length === 0) return '';
  const total = createHash('sha256');
  for (const path of paths) total.update(createHash('sha256').update(readFileSync(path)).digest());
  return total.digest('hex');
}
