import { findAncestors, type GraphResults, statusFunctions } from './ancestors.ts';
import { callInputs, callOutputs } from './call-interface.ts';
import { calledFile } from './call-problems.ts';
import { readConcurrency } from './concurrency.ts';
import type { Scope } from './expressions.ts';
import { nameInside, nameUnexpanded } from './job-name.ts';
import { recordUnrunJob } from './job-record.ts';
import type { Json, JsonObject } from './json.ts';
import { runLeafJob } from './leaf-job.ts';
import type { Leg } from './leg.ts';
import { expandStrategy, type Strategy } from './matrix.ts';
import { type JobPlan, openLeg } from './open-leg.ts';
import { resolvePermissions } from './permissions.ts';
import type { GraphContext } from './run-context.ts';
import type { JobResult, JobResultName } from './run-memory.ts';
import { createSlots } from './slots.ts';
import { evaluateCondition, renderTextMap } from './template.ts';
import type { JobDefinition } from './workflow-schema.ts';

const NEVER = new AbortController().signal;

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
    const ancestors = findAncestors(graph.definition.jobs, id);
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
  const scope: Scope = { contexts, functions: statusFunctions(ancestors, graph.signal) };
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

function recordWhole(plan: JobPlan, result: JobResultName, problem: string | null): JobResult {
  const { graph, id, definition } = plan;
  const name = nameInside(graph.namePrefix, nameUnexpanded(id, definition.name));
  return recordEnd(graph, { key: graph.keyPrefix + id, name }, result, problem);
}

function recordEnd(
  { run }: GraphContext,
  { key, name }: Pick<Leg, 'key' | 'name'>,
  result: JobResultName,
  problem: string | null,
): JobResult {
  const kept = run.memory.result(key);
  if (kept !== null && !run.isFresh(key)) return kept;
  const job = recordUnrunJob(run, name, result, problem);
  run.memory.started(key, job.id);
  run.memory.ended(key, { result, outputs: {} });
  return { result, outputs: {} };
}

async function runLegs(plan: JobPlan, strategy: Strategy): Promise<JobResult> {
  const places = createSlots(Math.max(1, strategy.maxParallel));
  const outputs: Record<string, string> = {};
  const legs = strategy.legs.map((matrixLeg, index) => openLeg(plan, strategy, matrixLeg, index));
  const results = await Promise.all(
    legs.map(async ({ leg, release }) => {
      const giveBack = await places.take(NEVER);
      const end = await runLeg(leg).catch((error: unknown) => recordBroken(leg, error));
      for (const [name, value] of Object.entries(end.outputs)) if (value !== '') outputs[name] = value;
      release();
      if (end.result === 'failure' && strategy.failFast) for (const sibling of legs) sibling.leg.cancel();
      giveBack();
      return end.result;
    }),
  );
  return { result: combineResults(results), outputs };
}

function recordBroken(leg: Leg, error: unknown): JobResult {
  if (leg.signal.aborted) return recordEnd(leg.graph, leg, 'cancelled', null);
  return recordEnd(leg.graph, leg, 'failure', error instanceof Error ? error.message : String(error));
}

async function runLeg(leg: Leg): Promise<JobResult> {
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
    inputs: callInputs(call?.inputs ?? {}, definition.with, scope),
    secrets: definition.secrets === 'inherit' ? graph.secrets : renderTextMap(definition.secrets, secretScope),
    seesAllSecrets: graph.seesAllSecrets && definition.secrets === 'inherit',
    permissions: resolvePermissions([definition.permissions, graph.definition.permissions], graph.permissions),
    heldGroups,
    signal: leg.signal,
  };
  const { cancel, signal } = leg;
  const admission =
    setting === null
      ? null
      : await graph.run.groups.enter({ setting, heldByCallers: graph.heldGroups, cancel, signal });
  if (admission === 'replaced') return recordEnd(graph, leg, 'cancelled', null);
  try {
    const results = await runGraph(inner);
    const contexts = { ...graphContexts(inner), jobs: results as unknown as Json };
    return {
      result: combineResults(Object.values(results).map((job) => job.result)),
      outputs: callOutputs(call?.outputs ?? {}, { contexts }),
    };
  } finally {
    admission?.();
  }
}

function graphContexts(graph: GraphContext): JsonObject {
  return { github: graph.run.github, inputs: graph.inputs, vars: { ...graph.run.host.variables() } };
}
