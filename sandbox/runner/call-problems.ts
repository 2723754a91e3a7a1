import type { TokenPermissions } from '../actions-host.ts';
import { findExcess, resolvePermissions } from './permissions.ts';
import type { WorkflowFile, WorkflowFiles } from './workflow-file.ts';
import type { JobDefinition, WorkflowDefinition } from './workflow-schema.ts';

const MAX_DEPTH = 4;

/** The called file of a `uses: ./.github/workflows/x.yml`; a called workflow's `./` is the caller's repository too. */
export function calledFile(files: WorkflowFiles, uses: string): WorkflowFile | undefined {
  return files.get(uses.replace(/^\.\//, ''));
}

/**
 * What is wrong with the calls of a workflow, before anything runs: missing or broken files, inputs and secrets that
 * do not fit, permissions beyond the caller's. GitHub ends such a run as `startup_failure`.
 */
export function findCallProblems(
  definition: WorkflowDefinition,
  files: WorkflowFiles,
  permissions: TokenPermissions,
  depth = 1,
): readonly string[] {
  return Object.entries(definition.jobs).flatMap(([id, job]) => {
    if (job.uses === undefined) return [];
    const called = calledFile(files, job.uses);
    if (called === undefined) return [`Job '${id}' calls '${job.uses}': workflow was not found.`];
    if (called.kind === 'invalid') return called.problems.map((problem) => `${called.path}: ${problem}`);
    if (depth >= MAX_DEPTH) return [`Job '${id}' nests reusable workflows deeper than ${MAX_DEPTH} levels.`];
    const granted = resolvePermissions([job.permissions, definition.permissions], permissions);
    return [
      ...findInterfaceProblems(id, job, called.definition),
      ...findPermissionProblems(id, called.definition, granted),
      ...findCallProblems(called.definition, files, granted, depth + 1),
    ];
  });
}

function findInterfaceProblems(id: string, job: JobDefinition, called: WorkflowDefinition): readonly string[] {
  const call = called.on['workflow_call'];
  if (call === undefined) return [`Job '${id}' calls '${job.uses}', which has no 'workflow_call' trigger.`];
  const inputs = call.inputs ?? {};
  const secrets = call.secrets ?? {};
  const given = job.secrets === 'inherit' ? secrets : job.secrets;
  return [
    ...Object.keys(job.with)
      .filter((name) => !(name in inputs))
      .map((name) => `Invalid input, ${name} is not defined in the referenced workflow.`),
    ...Object.entries(inputs)
      .filter(([name, input]) => input.required && !(name in job.with))
      .map(([name]) => `Input ${name} is required, but not provided while calling.`),
    ...Object.keys(given)
      .filter((name) => !(name in secrets))
      .map((name) => `Invalid secret, ${name} is not defined in the referenced workflow.`),
    ...Object.entries(secrets)
      .filter(([name, secret]) => secret?.required === true && !(name in given))
      .map(([name]) => `Secret ${name} is required, but not provided while calling.`),
  ];
}

function findPermissionProblems(
  caller: string,
  called: WorkflowDefinition,
  granted: TokenPermissions,
): readonly string[] {
  return Object.entries(called.jobs).flatMap(([id, job]) => {
    const asked = resolvePermissions([job.permissions, called.permissions], granted);
    return findExcess(asked, granted).map(
      ({ scope, asked: level, allowed }) =>
        `Error calling workflow from job '${caller}'. The nested job '${id}' is requesting '${scope}: ${level}', ` +
        `but is only allowed '${scope}: ${allowed}'.`,
    );
  });
}
