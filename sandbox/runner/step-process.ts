import type { JobSession } from './job-session.ts';
import type { JsonObject } from './json.ts';
import { createOutputReader } from './output-lines.ts';
import { runProcess } from './process-group.ts';
import { collectCommandFiles, createCommandFiles, stepEnvironment } from './step-environment.ts';
import type { StepEnd } from './step-frame.ts';

export interface StepProcess {
  readonly session: JobSession;
  readonly github: JsonObject;
  readonly env: Readonly<Record<string, string>>;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** Runs a step's process with its command files and takes over what it wrote there; a failure is annotated. */
export async function runStepProcess(
  step: StepProcess,
): Promise<StepEnd & { readonly state: Readonly<Record<string, string>> }> {
  const { session } = step;
  const files = createCommandFiles(session);
  let forget: () => void = () => undefined;
  const { exitCode, survivors } = await runProcess({
    command: step.command,
    args: step.args,
    cwd: step.cwd,
    env: stepEnvironment(session, step.github, step.env, files),
    niceness: session.options.niceness?.(session.job) ?? 0,
    signal: step.signal,
    onLine: createOutputReader(session),
    onSpawn: (group) => {
      forget = session.machine.watch(group);
    },
  });
  if (survivors !== null) session.survivors = [...session.survivors, survivors];
  else forget();
  const { outputs, state } = collectCommandFiles(session, files);
  if (exitCode === 0) return { outcome: 'success', outputs, state };
  if (!step.signal.aborted) {
    const message = exitCode === null ? 'The process was ended.' : `Process completed with exit code ${exitCode}.`;
    session.annotate({ level: 'failure', message });
    session.log(`##[error]${message}`);
  }
  return { outcome: 'failure', outputs, state };
}
