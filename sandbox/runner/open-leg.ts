import type { Scope } from './expressions.ts';
import { nameInside, nameLeg } from './job-name.ts';
import type { JsonObject } from './json.ts';
import type { Leg } from './leg.ts';
import type { MatrixLeg, Strategy } from './matrix.ts';
import type { GraphContext } from './run-context.ts';
import { evaluateCondition } from './template.ts';
import type { JobDefinition } from './workflow-schema.ts';

const CANCELLED = { success: () => false, failure: () => false, cancelled: () => true, always: () => true };

/** A job whose needs have ended and whose `if` holds. */
export interface JobPlan {
  readonly graph: GraphContext;
  readonly id: string;
  readonly definition: JobDefinition;
  readonly contexts: JsonObject;
  readonly scope: Scope;
}

/** Opens one leg of a job's matrix, with its name, its key and a cancel of its own. */
export function openLeg(
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
