import { setImmediate } from 'node:timers/promises';
import type { ActionsHost, RunnerCommand, RunRecord, Trigger } from '../actions-host.ts';
import { createConcurrencyGroups } from './concurrency.ts';
import { createMachines, type Machines } from './machines.ts';
import type { RunnerOptions } from './runner-options.ts';
import { createSlots } from './slots.ts';
import { isTriggered } from './trigger-filter.ts';
import { parseWorkflowFiles, type WorkflowFiles } from './workflow-file.ts';
import {
  type ActiveRun,
  parkRun,
  type RerunChoice,
  type RunServices,
  restartRun,
  startParked,
  startRun,
} from './workflow-run.ts';

export interface Runner {
  /** Runs those jobs of a run again that did not succeed, as a person would who presses the button. */
  rerun(runId: number): void;
  /** The machines of the jobs under way, for pulling their plugs. */
  readonly machines: Pick<Machines, 'kill' | 'lose'>;
  /** Resolves when nothing is queued or under way; rejects with what the host threw meanwhile. */
  idle(): Promise<void>;
  /** Ends every process of every job; what was under way is recorded as cancelled. */
  close(): Promise<void>;
}

const DEFAULT_SLOTS = 4;

/** Starts a runner that executes the host's workflows; what an earlier runner left unfinished is cancelled. */
export function startRunner(host: ActionsHost, options: RunnerOptions): Runner {
  const shutdown = new AbortController();
  const services: RunServices = {
    host,
    options,
    slots: createSlots(options.slots ?? DEFAULT_SLOTS),
    groups: createConcurrencyGroups(),
    machines: createMachines(),
    shutdown: shutdown.signal,
  };
  const active = new Map<number, ActiveRun>();
  const pending = new Set<Promise<void>>();
  const errors: unknown[] = [];
  let lastTrigger: Promise<void> = Promise.resolve();
  let lastRerun: Promise<void> = Promise.resolve();

  function track(work: Promise<void>): void {
    const tracked = work.catch((error: unknown) => void errors.push(error)).finally(() => pending.delete(tracked));
    pending.add(tracked);
  }

  function follow(run: ActiveRun): void {
    active.set(run.record.id, run);
    track(
      run.done.finally(() => {
        active.delete(run.record.id);
      }),
    );
  }

  async function readFiles(sha: string): Promise<WorkflowFiles> {
    return parseWorkflowFiles(await host.workflowFiles(sha));
  }

  async function trigger(event: Trigger): Promise<void> {
    const files = await readFiles(event.sha);
    if (shutdown.signal.aborted) return;
    for (const file of files.values()) {
      if (!isTriggered(file, event)) continue;
      if (event.awaitsApproval === true) parkRun(services, file, event);
      else follow(startRun(services, file, files, event));
    }
  }

  async function rerun(runId: number, choose: RerunChoice): Promise<void> {
    const completed = (): RunRecord | undefined =>
      host.runs().find((run) => run.id === runId && run.status === 'completed');
    const record = completed();
    if (record === undefined) return;
    const files = await readFiles(record.trigger.sha);
    const file = files.get(record.workflowPath);
    // Two of its jobs may have been asked for at once: the first has begun the new attempt, in which there is no other.
    if (completed() === undefined || shutdown.signal.aborted) return;
    if (file?.kind === 'valid') follow(restartRun(services, record, file, files, choose));
  }

  async function approve(runId: number): Promise<void> {
    const record = host.runs().find((run) => run.id === runId && run.conclusion === 'action_required');
    if (record === undefined) return;
    const files = await readFiles(record.trigger.sha);
    const file = files.get(record.workflowPath);
    if (file !== undefined && !shutdown.signal.aborted) follow(startParked(services, record, file, files));
  }

  /** In the order in which they were asked for, whatever file was read faster. */
  function trackInTurn(work: () => Promise<void>): void {
    const begun = lastRerun.then(work);
    lastRerun = begun.catch(() => undefined);
    track(begun);
  }

  function obey(command: RunnerCommand): void {
    switch (command.kind) {
      case 'cancel_run':
        active.get(command.runId)?.cancel();
        return;
      case 'approve_run':
        track(approve(command.runId));
        return;
      case 'rerun_failed':
        trackInTurn(() => rerun(command.runId, (memory) => memory.unfinishedOrFailed()));
        return;
      case 'rerun_job':
        trackInTurn(() =>
          rerun(command.runId, (memory) => [memory.keyOf(command.jobId)].filter((key) => key !== null)),
        );
        return;
    }
  }

  for (const run of host.runs()) cancelLeftover(host, run);
  host.onTrigger((event) => {
    // In the order of the events, whatever file was read faster. The host may wait until the runs are there.
    const work = lastTrigger.then(() => trigger(event));
    lastTrigger = work.catch(() => undefined);
    track(work);
    return lastTrigger;
  });
  host.onCommand(obey);

  // What happened is handed over a turn of the loop later, the end of a run as well: until then nothing is quiet.
  async function idle(): Promise<void> {
    do {
      await Promise.all(pending);
      await setImmediate();
    } while (pending.size > 0);
    if (errors.length > 0) throw new AggregateError(errors.splice(0), 'The runner or its host failed');
  }

  return {
    rerun: (runId) => obey({ kind: 'rerun_failed', runId }),
    machines: services.machines,
    idle,
    close() {
      shutdown.abort('shutdown');
      for (const run of active.values()) run.cancel();
      return idle();
    },
  };
}

function cancelLeftover(host: ActionsHost, run: RunRecord): void {
  if (run.status === 'completed') return;
  for (const job of host.jobs(run.id)) {
    if (job.status !== 'completed') host.updateJob(job.id, { status: 'completed', conclusion: 'cancelled' });
  }
  host.updateRun(run.id, { status: 'completed', conclusion: 'cancelled' });
}
