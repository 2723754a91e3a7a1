import type { Permissions, Workflow, WorkflowJob, WorkflowReading } from './parse-workflow.ts';

/** A job that runs somewhere, or a workflow of another repository that runs unseen. */
export interface LeafJob {
  /** `ci.yml: test`, with the calls that lead there. */
  readonly label: string;
  readonly job: WorkflowJob;
  /** What its token may do; null: whatever the repository's settings say. */
  readonly permissions: Permissions | null;
  /** Secrets of the repository that reach it; `*`: all of them. */
  readonly secrets: readonly string[];
}

/** GitHub's own limit of how deep workflows call each other. */
const deepest = 10;

/** Every job that a workflow comes to run, those of the workflows it calls in this repository among them. */
export function leafJobsOf(workflow: Workflow, readings: readonly WorkflowReading[]): readonly LeafJob[] {
  return descend(workflow, readings, { label: fileOf(workflow.path), cap: null, isTrusting: true, depth: 1 });
}

/** The file of this repository that a `uses:` names; null for one of another repository. */
export function calledPath(uses: string): string | null {
  return uses.startsWith('./') ? uses.slice(2) : null;
}

/** The workflow of a path, if it is there and can be read. */
export function findWorkflow(readings: readonly WorkflowReading[], path: string): Workflow | null {
  const found = readings.find((reading) => reading.kind === 'workflow' && reading.workflow.path === path);
  return found?.kind === 'workflow' ? found.workflow : null;
}

/** A path's last part. */
export function fileOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

interface Descent {
  readonly label: string;
  /** What the caller grants; null where nothing was said so far. */
  readonly cap: Permissions | null;
  /** Whether the repository's secrets are there under their own names. */
  readonly isTrusting: boolean;
  readonly depth: number;
}

function descend(workflow: Workflow, readings: readonly WorkflowReading[], descent: Descent): readonly LeafJob[] {
  return workflow.jobs.flatMap((job): readonly LeafJob[] => {
    const path = job.uses === null ? null : calledPath(job.uses);
    const called = path === null ? null : findWorkflow(readings, path);
    const leaf = leafOf(workflow, job, descent);
    if (called === null) return [leaf];
    const inner = {
      label: `${leaf.label} → ${fileOf(called.path)}`,
      cap: leaf.permissions,
      isTrusting: leaf.secrets.includes('*'),
      depth: descent.depth + 1,
    };
    const below = descent.depth < deepest ? descend(called, readings, inner) : [];
    // What is handed over by name is read here; where it goes to below, it has another name.
    const named = leaf.secrets.filter((name) => name !== '*');
    return named.length > 0 ? [{ ...leaf, permissions: noPermissions, secrets: named }, ...below] : below;
  });
}

const noPermissions: Permissions = { scopes: {} };

function leafOf(workflow: Workflow, job: WorkflowJob, descent: Descent): LeafJob {
  const named = job.handsOnSecrets ? [...new Set([...job.secrets, '*'])] : job.secrets;
  return {
    label: `${descent.label}: ${job.id}`,
    job,
    permissions: job.permissions ?? workflow.permissions ?? descent.cap,
    secrets: descent.isTrusting ? named : [],
  };
}
