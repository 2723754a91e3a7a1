import { calledFile } from './call-workflow.ts';
import { readConcurrency } from './concurrency.ts';
import { type Scope, toText } from './expressions.ts';
import { nameInside, nameLeg, nameUnexpanded } from './job-name.ts';
import { recordUnrunJob } from './job-record.ts';
import type { Json, JsonObject } from './json.ts';
import { runLeafJob } from './leaf-job.ts';
import type { Leg } from './leg.ts';
import { expandStrategy, type MatrixLeg, type Strategy } from './matrix.ts';
import { resolvePermissions } from './permissions.ts';
import type { GraphContext } from './run-context.ts';
import type { JobResult, JobResultName } from './run-memory.ts';
import { createSlots } from './slots.ts';
import { evaluateCondition, renderTemplate, renderTextMap } from './template.ts';
import type { InputDefinition, JobDefinition } from './workflow-schema.ts';

export type GraphResults = Readonly<Record<string, JobResult>>;

/** Runs all jobs of a workflow, each as soon as what it needs has ended, and returns their results by job id. */
export async function runGraph(graph: GraphContext): Promise<GraphResults> {
  const settled = new Map<string, Promise<JobResult>>();

  function settle(id: string): Promise<JobResult> {
    const known = settled.get(id);
    if (known !== undefined) return known;
    const fresh = settleJob(id);
    settled.set(id, fresh);
    return fresh;
  }

  async function settleJob(id: string): Promise<JobResult> {
    const definition = graph.definition.jobs[id];
    if (definition === undefined) throw new Error(`There is no job '${id}'`);
    const ancestors = findAncestors(graph, id);
    const results = await Promise.all(ancestors.map(async (name) => [name, await settle(name)] as const));
    return runJob(graph, id, definition, Object.fromEntries(results));
  }

  const ids = Object.keys(graph.definition.jobs);
  const results = await Promise.all(ids.map(async (id) => [id, await settle(id)] as const));
  return Object.fromEntries(results);
}

/** One result for many jobs, as GitHub rolls them up. */
export function combineResults(results: readonly JobResultName[]): JobResultName {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}

async function runJob(
  graph: GraphContext,
  id: string,
  definition: JobDefinition,
  ancestors: GraphResults,
): Promise<JobResult> {
  const needs = Object.fromEntries(definition.needs.map((name) => [name, ancestors[name] ?? null]));
  const contexts = { ...graphContexts(graph), needs: needs as unknown as Json };
  const scope: Scope = { contexts, functions: statusFunctions(graph, ancestors) };
  const plan = { graph, id, definition, contexts, scope };
  try {
    if (graph.run.shutdown.aborted) return recordWhole(plan, 'cancelled', null);
    if (!evaluateCondition(definition.if, scope)) return recordWhole(plan, 'skipped', null);
    return await runLegs(plan, expandStrategy(definition.strategy, scope));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return recordWhole(plan, 'failure', `Error when evaluating job '${id}': ${message}`);
  }
}

interface JobPlan {
  readonly graph: GraphContext;
  readonly id: string;
  readonly definition: JobDefinition;
  readonly contexts: JsonObject;
  readonly scope: Scope;
}

function recordWhole(plan: JobPlan, result: JobResultName, problem: string | null): JobResult {
  const { graph, id, definition } = plan;
  const { run } = graph;
  const key = graph.keyPrefix + id;
  const kept = run.memory.result(key);
  if (kept !== null && !run.isFresh(key)) return kept;
  const name = nameInside(graph.namePrefix, nameUnexpanded(id, definition.name));
  const job = recordUnrunJob(run, name, result, problem);
  run.memory.started(key, job.id);
  run.memory.ended(key, { result, outputs: {} });
  return { result, outputs: {} };
}

async function runLegs(plan: JobPlan, strategy: Strategy): Promise<JobResult> {
  const places = createSlots(Math.max(1, strategy.maxParallel));
  const cancels = new Set<() => void>();
  const outputs: Record<string, string> = {};
  const results = await Promise.all(
    strategy.legs.map(async (matrixLeg, index) => {
      const { leg, release } = openLeg(plan, strategy, matrixLeg, index);
      cancels.add(leg.cancel);
      const place = await places.take(new AbortController().signal);
      try {
        const end = await runLeg(leg);
        for (const [name, value] of Object.entries(end.outputs)) if (value !== '') outputs[name] = value;
        if (end.result === 'failure' && strategy.failFast) for (const cancel of cancels) cancel();
        return end.result;
      } finally {
        cancels.delete(leg.cancel);
        release();
        place();
      }
    }),
  );
  return { result: combineResults(results), outputs };
}

function openLeg(
  plan: JobPlan,
  strategy: Strategy,
  { values, nameParts }: MatrixLeg,
  index: number,
): { readonly leg: Leg; readonly release: () => void } {
  const { graph, id, definition, scope } = plan;
  const contexts = {
    ...plan.contexts,
    matrix: values,
    strategy: {
      'fail-fast': strategy.failFast,
      'job-index': index,
      'job-total': strategy.legs.length,
      'max-parallel': strategy.maxParallel,
    },
  };
  const legScope: Scope = { ...scope, contexts };
  const stop = new AbortController();
  // A job that runs under `always()` or `cancelled()` is not stopped by the cancelling that its `if` allows for.
  const cancel = (): void => {
    const cancelled = { ...legScope, functions: { ...scope.functions, ...CANCELLED } };
    if (!evaluateCondition(definition.if, cancelled)) stop.abort('cancelled');
  };
  if (!graph.signal.aborted) graph.signal.addEventListener('abort', cancel, { once: true });
  const leg: Leg = {
    graph,
    id,
    definition,
    key: `${graph.keyPrefix}${id}${values === null ? '' : `#${index}`}`,
    name: nameInside(graph.namePrefix, nameLeg(id, definition.name, nameParts, legScope)),
    contexts,
    scope: legScope,
    signal: stop.signal,
    cancel,
  };
  return { leg, release: () => graph.signal.removeEventListener('abort', cancel) };
}

const CANCELLED = { success: () => false, failure: () => false, cancelled: () => true, always: () => true };

function runLeg(leg: Leg): Promise<JobResult> {
  return leg.definition.uses === undefined ? runLeafJob(leg) : callWorkflow(leg, leg.definition.uses);
}

async function callWorkflow(leg: Leg, uses: string): Promise<JobResult> {
  const { graph, definition, scope } = leg;
  const called = calledFile(graph.run.files, uses);
  if (called?.kind !== 'valid') throw new Error(`The workflow '${uses}' cannot be called`);
  const call = called.definition.on['workflow_call'];
  const setting = readConcurrency(definition.concurrency, scope);
  const heldGroups = [...graph.heldGroups, ...(setting === null ? [] : [setting.group])];
  const secretScope = { ...scope, contexts: { ...scope.contexts, secrets: graph.secrets } };
  const inner: GraphContext = {
    run: graph.run,
    definition: called.definition,
    keyPrefix: `${leg.key}/`,
    namePrefix: leg.name,
    inputs: callInputs(call?.inputs ?? {}, definition.with, graph, scope),
    secrets: definition.secrets === 'inherit' ? graph.secrets : renderTextMap(definition.secrets, secretScope),
    permissions: resolvePermissions([definition.permissions, graph.definition.permissions], graph.permissions),
    isCalled: true,
    heldGroups,
    signal: leg.signal,
  };
  const { cancel, signal } = leg;
  const admission =
    setting === null
      ? null
      : await graph.run.groups.enter({ setting, heldByCallers: graph.heldGroups, cancel, signal });
  if (admission === 'replaced') return { result: 'cancelled', outputs: {} };
  try {
    const results = await runGraph(inner);
    return {
      result: combineResults(Object.values(results).map((job) => job.result)),
      outputs: callOutputs(inner, results),
    };
  } finally {
    admission?.();
  }
}

function callInputs(
  declared: Readonly<Record<string, InputDefinition>>,
  given: JsonObject,
  graph: GraphContext,
  scope: Scope,
): JsonObject {
  const entries = Object.entries(declared).map(([name, input]) => {
    const defaults: Scope = { contexts: { github: graph.run.github, vars: { ...graph.run.host.variables() } } };
    const value =
      name in given ? renderTemplate(given[name] ?? null, scope) : renderTemplate(input.default ?? null, defaults);
    return [name, checkInput(name, input.type, value)] as const;
  });
  return Object.fromEntries(entries);
}

function checkInput(name: string, type: InputDefinition['type'], value: Json): Json {
  if (type !== 'boolean' && type !== 'number') return toText(value);
  if (value === null) return type === 'boolean' ? false : 0;
  if (typeof value !== type) throw new Error(`Input '${name}' must be a ${type}. Unexpected value '${toText(value)}'`);
  return value;
}

function callOutputs(graph: GraphContext, results: GraphResults): Readonly<Record<string, string>> {
  const declared = graph.definition.on['workflow_call']?.outputs ?? {};
  const contexts = { ...graphContexts(graph), jobs: results as unknown as Json };
  const values = Object.entries(declared).map(
    ([name, { value }]) => [name, toText(renderTemplate(value, { contexts }))] as const,
  );
  return Object.fromEntries(values);
}

function graphContexts(graph: GraphContext): JsonObject {
  return { github: graph.run.github, inputs: graph.inputs, vars: { ...graph.run.host.variables() } };
}

function findAncestors(graph: GraphContext, id: string): readonly string[] {
  const found = new Set<string>();
  const pending = [...(graph.definition.jobs[id]?.needs ?? [])];
  for (const name of pending) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(graph.definition.jobs[name]?.needs ?? []));
  }
  return [...found];
}

/** Status functions of a job's `if`: they look at every ancestor, not only at the jobs it needs by name. */
function statusFunctions(graph: GraphContext, ancestors: GraphResults): NonNullable<Scope['functions']> {
  const chosen = (names: readonly Json[]): readonly JobResultName[] =>
    (names.length === 0 ? Object.keys(ancestors) : names.map(toText)).map(
      (name) => ancestors[name]?.result ?? 'skipped',
    );
  const isCancelled = (): boolean => graph.signal.aborted;
  return {
    success: (...names) => !isCancelled() && chosen(names).every((result) => result === 'success'),
    failure: (...names) => !isCancelled() && chosen(names).includes('failure'),
    cancelled: isCancelled,
    always: () => true,
  };
}
