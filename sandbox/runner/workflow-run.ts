import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Conclusion, RunRecord, Trigger } from '../actions-host.ts';
import { findCallProblems } from './call-problems.ts';
import { type ConcurrencyGroups, readConcurrency } from './concurrency.ts';
import { dispatchInputs, runContext, triggerContext } from './contexts.ts';
import { toText } from './expressions.ts';
import { type JsonObject, readPath } from './json.ts';
import { DEFAULT_PERMISSIONS } from './permissions.ts';
import { planRerun } from './rerun.ts';
import type { GraphContext, RunContext } from './run-context.ts';
import { openRunMemory, type RunMemory } from './run-memory.ts';
import { renderTemplate } from './template.ts';
import type { WorkflowFile, WorkflowFiles } from './workflow-file.ts';
import { combineResults, runGraph } from './workflow-graph.ts';
import type { WorkflowDefinition } from './workflow-schema.ts';

export type RunServices = Pick<RunContext, 'host' | 'options' | 'slots' | 'groups' | 'machines' | 'shutdown'>;

export interface ActiveRun {
  readonly record: RunRecord;
  readonly cancel: () => void;
  readonly done: Promise<void>;
}

type ValidFile = Extract<WorkflowFile, { kind: 'valid' }>;

/** Which jobs of an earlier attempt a new one repeats, given what the run remembers. */
export type RerunChoice = (memory: RunMemory) => readonly string[];

/** Creates and starts the run of a workflow for a trigger. */
export function startRun(services: RunServices, file: WorkflowFile, files: WorkflowFiles, trigger: Trigger): ActiveRun {
  return begin(services, recordRun(services, file, trigger), file, files);
}

/** Starts a run that has waited for a person. */
export function startParked(
  services: RunServices,
  { id }: RunRecord,
  file: WorkflowFile,
  files: WorkflowFiles,
): ActiveRun {
  return begin(services, services.host.updateRun(id, { status: 'queued' }), file, files);
}

function begin(services: RunServices, record: RunRecord, file: WorkflowFile, files: WorkflowFiles): ActiveRun {
  if (file.kind === 'valid') return startAttempt(services, record, file, files, () => true);
  for (const message of file.problems)
    services.options.onEvent?.({ kind: 'problem', workflowPath: file.path, message });
  finishRun(services, record, 'failure');
  return { record, cancel: () => undefined, done: Promise.resolve() };
}

/** Records a run that is not to start before a person has approved it. */
export function parkRun(services: RunServices, file: WorkflowFile, trigger: Trigger): void {
  finishRun(services, recordRun(services, file, trigger), 'action_required');
}

function recordRun(services: RunServices, file: WorkflowFile, trigger: Trigger): RunRecord {
  const isValid = file.kind === 'valid';
  return services.host.createRun({
    workflowPath: file.path,
    workflowName: isValid ? file.name : file.path,
    runName: isValid ? runName(services, file, trigger) : file.path,
    trigger,
  });
}

/** Starts a new attempt of a completed run that repeats only the chosen jobs and those that need them. */
export function restartRun(
  services: RunServices,
  record: RunRecord,
  file: ValidFile,
  files: WorkflowFiles,
  choose: RerunChoice,
): ActiveRun {
  const chosen = choose(openRunMemory(services.options.workspace, record.id));
  const isFresh = planRerun(file.definition, files, chosen);
  return startAttempt(services, services.host.restartRun(record.id), file, files, isFresh);
}

function startAttempt(
  services: RunServices,
  record: RunRecord,
  file: ValidFile,
  files: WorkflowFiles,
  isFresh: RunContext['isFresh'],
): ActiveRun {
  const stop = new AbortController();
  const background = new Set<Promise<void>>();
  const { host, options } = services;
  let progressed = false;
  const noteProgress = (): void => {
    if (!progressed) host.updateRun(record.id, { status: 'in_progress' });
    progressed = true;
  };
  const github = { ...triggerContext(host, record.trigger, file.path, file.name), ...runContext(record) };
  const run: RunContext = {
    ...services,
    record,
    trigger: record.trigger,
    files,
    github,
    memory: openRunMemory(options.workspace, record.id),
    isFresh,
    signal: stop.signal,
    cancel: () => stop.abort('cancelled'),
    noteProgress,
    inBackground: (work) => background.add(work),
  };
  options.onEvent?.({ kind: 'run_started', run: record });
  const done = runAttempt(run, file.definition).then(async (conclusion) => {
    finishRun(services, record, conclusion);
    await Promise.all(background);
    if (options.keepWorkspaces !== true) {
      await rm(join(options.workspace, String(record.id)), { recursive: true, force: true, maxRetries: 3 });
    }
  });
  return { record, cancel: run.cancel, done };
}

async function runAttempt(run: RunContext, definition: WorkflowDefinition): Promise<Conclusion> {
  const problems = findCallProblems(definition, run.files, DEFAULT_PERMISSIONS);
  if (problems.length > 0) {
    const { workflowPath } = run.record;
    for (const message of problems) run.options.onEvent?.({ kind: 'problem', workflowPath, message });
    return 'startup_failure';
  }
  const inputs = dispatchInputs(definition.on['workflow_dispatch']?.inputs ?? {}, run.trigger.inputs ?? {});
  const vars = { ...run.host.variables() };
  const setting = readConcurrency(definition.concurrency, { contexts: { github: run.github, inputs, vars } });
  const admission = setting === null ? null : await enterGroup(run, run.groups, setting);
  if (admission === 'replaced') return 'cancelled';
  try {
    const graph: GraphContext = {
      run,
      definition,
      keyPrefix: '',
      namePrefix: '',
      inputs,
      secrets: run.host.secrets(null),
      seesAllSecrets: true,
      permissions: DEFAULT_PERMISSIONS,
      heldGroups: setting === null ? [] : [setting.group],
      signal: run.signal,
    };
    const results = await runGraph(graph);
    if (run.signal.aborted || run.shutdown.aborted) return 'cancelled';
    return combineResults(Object.values(results).map((job) => job.result));
  } finally {
    admission?.();
  }
}

async function enterGroup(
  run: RunContext,
  groups: ConcurrencyGroups,
  setting: NonNullable<ReturnType<typeof readConcurrency>>,
): Promise<(() => void) | 'replaced'> {
  try {
    return await groups.enter({ setting, heldByCallers: [], cancel: run.cancel, signal: run.signal });
  } catch {
    return 'replaced';
  }
}

function finishRun({ host, options }: RunServices, record: RunRecord, conclusion: Conclusion): void {
  const run = host.updateRun(record.id, { status: 'completed', conclusion });
  options.onEvent?.({ kind: 'run_finished', run });
}

function runName({ host }: RunServices, file: ValidFile, trigger: Trigger): string {
  const given = file.definition['run-name'];
  if (given !== undefined && given !== null) {
    const inputs = dispatchInputs(file.definition.on['workflow_dispatch']?.inputs ?? {}, trigger.inputs ?? {});
    const github = triggerContext(host, trigger, file.path, file.name);
    const name = toText(renderTemplate(given, { contexts: { github, inputs, vars: { ...host.variables() } } }));
    if (name.trim() !== '') return name;
  }
  const payload = trigger.payload as JsonObject;
  const title = readPath(payload, 'pull_request', 'title') ?? readPath(payload, 'head_commit', 'message');
  return title === null ? file.name : (toText(title).split('\n')[0] ?? file.name);
}
