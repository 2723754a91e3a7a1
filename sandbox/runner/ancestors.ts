import { type Scope, toText } from './expressions.ts';
import type { Json } from './json.ts';
import type { JobResult, JobResultName } from './run-memory.ts';
import type { JobDefinition } from './workflow-schema.ts';

export type GraphResults = Readonly<Record<string, JobResult>>;

/** Every job that must end before this one: those it needs, and those they need. */
export function findAncestors(jobs: Readonly<Record<string, JobDefinition>>, id: string): readonly string[] {
  const found = new Set<string>();
  const pending = [...(jobs[id]?.needs ?? [])];
  for (const name of pending) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(jobs[name]?.needs ?? []));
  }
  return [...found];
}

/** Status functions of a job's `if`: they look at every ancestor, not only at the jobs it needs by name. */
export function statusFunctions(ancestors: GraphResults, signal: AbortSignal): NonNullable<Scope['functions']> {
  const chosen = (names: readonly Json[]): readonly JobResultName[] =>
    (names.length === 0 ? Object.keys(ancestors) : names.map(toText)).map(
      (name) => ancestors[name]?.result ?? 'skipped',
    );
  const isCancelled = (): boolean => signal.aborted;
  return {
    success: (...names) => !isCancelled() && chosen(names).every((result) => result === 'success'),
    failure: (...names) => !isCancelled() && chosen(names).includes('failure'),
    cancelled: isCancelled,
    always: () => true,
  };
}
