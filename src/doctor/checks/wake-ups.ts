import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, pass, passUnless } from '../finding.ts';
import { listensTo } from '../workflow/branch-filter.ts';
import { fileOf } from '../workflow/leaf-jobs.ts';
import { faultsOf, findOwnWorkflow } from '../workflow/own-steps.ts';
import type { Workflow } from '../workflow/parse-workflow.ts';

/** Every workflow that is named under `workflow_run` is there, and every one that judges pull requests is named. */
export function checkWakeUps({ workflows, workflowFile, base }: DoctorFacts): readonly Outcome[] {
  const own = findOwnWorkflow(workflows, workflowFile);
  if (own === null) return [cannotTell(`what wakes ${workflowFile}`, `Put ${workflowFile} in its place first.`)];
  const named = own.triggers.get('workflow_run')?.workflows ?? [];
  const readable = workflows.flatMap((reading) => (reading.kind === 'workflow' ? [reading.workflow] : []));
  const missing = named.filter((name) => !readable.some((workflow) => workflow.name === name));
  const silent = readable.filter(
    (workflow) => workflow !== own && judgesPulls(workflow, base) && !named.includes(workflow.name),
  );
  const unreadable = faultsOf(workflows);
  const faults = [
    ...missing.map((name) =>
      unreadable.length > 0
        ? cannotTell(`no workflow that can be read is called ${name}`, `Mend ${unreadable.join('; ')}.`)
        : fail(
            `\`workflow_run\` names ${name}, and no workflow is called that`,
            `Write the \`name:\` of your CI's workflow there, not its file: ${namesOf(readable, own)}.`,
          ),
    ),
    ...silent.map(({ name, path }) =>
      fail(
        `the end of ${name} (${fileOf(path)}) wakes nobody: pull requests wait for the cron`,
        `Add ${name} to \`workflow_run: workflows:\` in ${workflowFile}.`,
      ),
    ),
  ];
  if (faults.length === 0 && named.length === 0) {
    return [
      pass('no workflow judges pull requests; CI elsewhere wakes by `check_suite` or `status`, or the cron does'),
    ];
  }
  return passUnless(faults, `woken by ${named.join(', ')}`);
}

function judgesPulls({ triggers }: Workflow, base: string): boolean {
  const filter = triggers.get('pull_request');
  return filter !== undefined && listensTo(filter, base);
}

function namesOf(workflows: readonly Workflow[], own: Workflow): string {
  const names = workflows.filter((workflow) => workflow !== own && !workflow.triggers.has('workflow_call'));
  return names.length === 0 ? 'there is none yet' : names.map(({ name }) => name).join(', ');
}
