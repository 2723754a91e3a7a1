import { rm } from 'node:fs/promises';
import type { Conclusion, JobRecord } from '../actions-host.ts';
import { readConcurrency } from './concurrency.ts';
import { environmentName, jobSecrets } from './environment.ts';
import { isTruthy } from './expressions.ts';
import { attemptFolder } from './job-folders.ts';
import { createJobRecorder, type JobRecorder } from './job-record.ts';
import type { Leg } from './leg.ts';
import { runJobSession } from './run-job-session.ts';
import type { JobResult } from './run-memory.ts';
import { createSecretMask, type SecretMask } from './secret-mask.ts';
import { renderTemplate } from './template.ts';

interface JobEnd {
  readonly conclusion: Conclusion & JobResult['result'];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const NOTHING = { outputs: {}, summary: '' };

/** Runs one job to its end, or takes its result over from an earlier attempt that this one does not repeat. */
export async function runLeafJob(leg: Leg): Promise<JobResult> {
  const { run } = leg.graph;
  const kept = run.memory.result(leg.key);
  if (kept !== null && !run.isFresh(leg.key)) return kept;
  const job = run.host.createJob({ runId: run.record.id, name: leg.name });
  run.memory.started(leg.key, job.id);
  run.options.onEvent?.({ kind: 'job_queued', run: run.record, job });
  const mask = createSecretMask(Object.values(leg.graph.secrets));
  const recorder = createJobRecorder(run, job, mask);
  const end = await runGuarded(leg, job, recorder, mask);
  const result: JobResult = { result: isForgiven(leg, end) ? 'success' : end.conclusion, outputs: end.outputs };
  run.memory.ended(leg.key, result);
  recorder.finish(end.conclusion, end.summary);
  if (run.options.keepWorkspaces !== true) {
    const folder = `${attemptFolder(run.options.workspace, job)}/${job.id}`;
    run.inBackground(rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  }
  return result;
}

async function runGuarded(leg: Leg, job: JobRecord, recorder: JobRecorder, mask: SecretMask): Promise<JobEnd> {
  try {
    return await runWhenAdmitted(leg, job, recorder, mask);
  } catch (error) {
    if (leg.signal.aborted || leg.graph.run.shutdown.aborted) return { ...NOTHING, conclusion: 'cancelled' };
    const message = error instanceof Error ? error.message : String(error);
    recorder.annotate({ level: 'failure', message });
    recorder.log(`##[error]${message}`);
    return { ...NOTHING, conclusion: 'failure' };
  }
}

async function runWhenAdmitted(leg: Leg, job: JobRecord, recorder: JobRecorder, mask: SecretMask): Promise<JobEnd> {
  const { run, heldGroups } = leg.graph;
  if (leg.definition.container !== undefined || leg.definition.services !== undefined) {
    throw new Error("A job's 'container' and 'services' cannot be run by the sandbox");
  }
  const environment = environmentName(leg.definition.environment, leg.scope);
  if (environment !== null && !run.host.environmentAllows(environment, run.trigger.ref)) {
    const ref = run.trigger.ref.replace(/^refs\/heads\//, '');
    throw new Error(`Branch "${ref}" is not allowed to deploy to ${environment} due to environment protection rules.`);
  }
  const secrets = jobSecrets(run.host, leg.graph, environment);
  for (const secret of Object.values(secrets)) mask.add(secret);
  const setting = readConcurrency(leg.definition.concurrency, leg.scope);
  const { cancel, signal } = leg;
  const admission =
    setting === null ? null : await run.groups.enter({ setting, heldByCallers: heldGroups, cancel, signal });
  if (admission === 'replaced') {
    const message = 'Canceling since a higher priority waiting request exists';
    recorder.annotate({ level: 'failure', message: `${message} for ${setting?.group}` });
    return { ...NOTHING, conclusion: 'cancelled' };
  }
  try {
    const giveBack = await run.slots.take(leg.signal);
    try {
      recorder.start();
      return await runJobSession(leg, job, recorder, mask, secrets);
    } finally {
      giveBack();
    }
  } finally {
    admission?.();
  }
}

function isForgiven(leg: Leg, end: JobEnd): boolean {
  if (end.conclusion !== 'failure') return false;
  return isTruthy(renderTemplate(leg.definition['continue-on-error'] ?? null, leg.scope));
}
