import type { Conclusion, JobRecord, StepRecord } from '../actions-host.ts';
import type { Annotation, StepOutcome } from './job-session.ts';
import type { RunContext } from './run-context.ts';
import type { SecretMask } from './secret-mask.ts';
import type { StepProgress } from './step-frame.ts';

/** Keeps a job's record at the host up to date: its steps, its log, its end. */
export interface JobRecorder {
  readonly log: (line: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  start(): void;
  step(progress: StepProgress): void;
  finish(conclusion: Conclusion, summary: string): void;
}

/** Opens the recorder of a job that the host knows already. */
export function createJobRecorder(run: RunContext, job: JobRecord, mask: SecretMask): JobRecorder {
  const { host, options, record } = run;
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  let steps: readonly StepRecord[] = [];

  function changeStep(change: Omit<StepRecord, 'number'>, number: number): StepRecord {
    const step = { ...change, number };
    steps = [...steps.filter((known) => known.number !== number), step];
    host.updateJob(job.id, { status: 'in_progress', steps });
    return step;
  }

  function emitStep(kind: 'step_started' | 'step_finished', step: StepRecord): void {
    options.onEvent?.({ kind, run: record, job, step });
  }

  return {
    log(line) {
      for (const text of mask.hide(line).split('\n')) {
        lines.push(`${new Date().toISOString()} ${text}`);
        options.onOutput?.({ run: record, job, line: text });
      }
    },
    annotate: ({ level, message }) => annotations.push({ level, message: mask.hide(message) }),
    start() {
      run.noteProgress();
      const started = host.updateJob(job.id, { status: 'in_progress' });
      options.onEvent?.({ kind: 'job_started', run: record, job: started });
    },
    step(progress) {
      if (progress.kind === 'started') {
        const name = mask.hide(progress.name);
        emitStep('step_started', changeStep({ name, status: 'in_progress', conclusion: null }, steps.length + 1));
        return;
      }
      const { name, number } = steps.at(-1) ?? { name: progress.name, number: 1 };
      const conclusion: StepOutcome = progress.conclusion;
      emitStep('step_finished', changeStep({ name, status: 'completed', conclusion }, number));
    },
    finish(conclusion, summary) {
      host.saveJobLog(job.id, lines.map((line) => `${line}\n`).join(''));
      if (summary !== '') host.saveJobSummary(job.id, mask.hide(summary));
      const finished = host.updateJob(job.id, { status: 'completed', conclusion, steps, annotations });
      options.onEvent?.({ kind: 'job_finished', run: record, job: finished });
    },
  };
}

/** A job that ends without ever having run: skipped, cancelled while it waited, or wrong from the start. */
export function recordUnrunJob(
  run: RunContext,
  name: string,
  conclusion: Conclusion,
  problem: string | null,
): JobRecord {
  const job = run.host.createJob({ runId: run.record.id, name });
  const annotations = problem === null ? [] : [{ level: 'failure' as const, message: problem }];
  const finished = run.host.updateJob(job.id, { status: 'completed', conclusion, annotations });
  run.options.onEvent?.({ kind: 'job_finished', run: run.record, job: finished });
  return finished;
}
