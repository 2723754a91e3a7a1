import type { Scope } from './expressions.ts';
import type { JsonObject } from './json.ts';
import type { GraphContext } from './run-context.ts';
import type { JobDefinition } from './workflow-schema.ts';

/** One job about to run: a job of a workflow, or one combination of its matrix. */
export interface Leg {
  readonly graph: GraphContext;
  readonly id: string;
  readonly definition: JobDefinition;
  /** Unique in the run and the same in every attempt: `assignment#0/settle`. */
  readonly key: string;
  readonly name: string;
  /** needs, matrix, strategy, and what the workflow's expressions see. */
  readonly contexts: JsonObject;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly cancel: () => void;
}
