import { phases } from '../../inputs/registry.ts';
import { fileOf, findWorkflow, leafJobsOf } from './leaf-jobs.ts';
import type { Workflow, WorkflowJob, WorkflowReading, WorkflowStep } from './parse-workflow.ts';

/** A step that runs Orchestrate itself. */
export interface OwnStep {
  /** `orchestrate.yml: plan` */
  readonly label: string;
  readonly phase: string;
  readonly job: WorkflowJob;
  readonly step: WorkflowStep;
}

/** The Orchestrate workflow, by its file's name; null where it is missing or cannot be read. */
export function findOwnWorkflow(readings: readonly WorkflowReading[], file: string): Workflow | null {
  return findWorkflow(readings, `.github/workflows/${file}`);
}

/** The workflow that follows what people write, if there is one: it listens to comments, and runs the action. */
export function findCommentsWorkflow(readings: readonly WorkflowReading[]): Workflow | null {
  const listening = readings.flatMap((reading) =>
    reading.kind === 'workflow' && reading.workflow.triggers.has('issue_comment') ? [reading.workflow] : [],
  );
  return listening.find((workflow) => stepsIn(workflow, readings).length > 0) ?? null;
}

/** Every step of the Orchestrate workflows, and of what they call, that runs the action: known by its phase. */
export function ownStepsOf(readings: readonly WorkflowReading[], file: string): readonly OwnStep[] {
  const own = findOwnWorkflow(readings, file);
  const comments = findCommentsWorkflow(readings);
  const all = new Set([own, comments].filter((workflow) => workflow !== null));
  return [...all].flatMap((workflow) => stepsIn(workflow, readings));
}

function stepsIn(workflow: Workflow, readings: readonly WorkflowReading[]): readonly OwnStep[] {
  return leafJobsOf(workflow, readings).flatMap(({ label, job }) =>
    job.steps.flatMap((step) => {
      const phase = step.with['phase'];
      return step.uses !== null && phase !== undefined && phases.some((known) => known === phase)
        ? [{ label, phase, job, step }]
        : [];
    }),
  );
}

/** Whether a phase holds the App's token. */
export function isTrusted({ phase }: OwnStep): boolean {
  return phase !== 'agent';
}

/** The names of the files that cannot be read, each with why. */
export function faultsOf(readings: readonly WorkflowReading[]): readonly string[] {
  return readings.flatMap((reading) => (reading.kind === 'fault' ? [`${fileOf(reading.path)} ${reading.what}`] : []));
}
