import type { DoctorFacts } from '../facts.ts';
import { type Finding, fail } from '../finding.ts';
import { ownStepsOf } from '../workflow/own-steps.ts';
import { found } from './findings.ts';

/** Why a rehearsal would not come to anything: the workflow, as it was copied once, does not know of it. Else nothing. */
export function findUnready({
  workflows,
  workflowFile,
}: Pick<DoctorFacts, 'workflows' | 'workflowFile'>): Finding | null {
  const plans = ownStepsOf(workflows, workflowFile).filter(({ phase }) => phase === 'plan');
  if (plans.some(({ step }) => step.with['rehearse'] !== undefined)) return null;
  const detail =
    plans.length === 0
      ? `no step of ${workflowFile} runs phase plan`
      : `the plan of ${workflowFile} takes no \`rehearse\``;
  const remedy =
    'Copy `examples/orchestrate.yml` and `examples/orchestrate-assignment.yml` anew, or take over the lines about rehearsals.';
  return found('rehearsal_run', fail(detail, remedy));
}
