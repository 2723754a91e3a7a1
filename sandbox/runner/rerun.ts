import { calledFile } from './call-problems.ts';
import type { WorkflowFiles } from './workflow-file.ts';
import type { WorkflowDefinition } from './workflow-schema.ts';

/** Tells which jobs a re-run repeats: the chosen ones and everything that needs them, on every level of calls. */
export function planRerun(
  definition: WorkflowDefinition,
  files: WorkflowFiles,
  chosen: readonly string[],
): (key: string) => boolean {
  const repeated = chosen.flatMap((key) => [key, ...findDependents(definition, files, key.split('/'), '')]);
  return (key) => repeated.some((item) => key === item || key.startsWith(`${item}#`) || key.startsWith(`${item}/`));
}

function findDependents(
  definition: WorkflowDefinition,
  files: WorkflowFiles,
  [segment = '', ...rest]: readonly string[],
  prefix: string,
): readonly string[] {
  const id = segment.split('#')[0] ?? '';
  const here = dependentsOf(definition, id).map((dependent) => prefix + dependent);
  const uses = definition.jobs[id]?.uses;
  const called = uses === undefined ? undefined : calledFile(files, uses);
  if (rest.length === 0 || called?.kind !== 'valid') return here;
  return [...here, ...findDependents(called.definition, files, rest, `${prefix}${segment}/`)];
}

function dependentsOf(definition: WorkflowDefinition, id: string): readonly string[] {
  const direct = Object.entries(definition.jobs)
    .filter(([, job]) => job.needs.includes(id))
    .map(([name]) => name);
  return [...new Set([...direct, ...direct.flatMap((name) => dependentsOf(definition, name))])];
}
