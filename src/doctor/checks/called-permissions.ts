import type { DoctorFacts } from '../facts.ts';
import { fail, type Outcome, passUnless } from '../finding.ts';
import { calledPath, fileOf, findWorkflow } from '../workflow/leaf-jobs.ts';
import { findOwnWorkflow } from '../workflow/own-steps.ts';
import type { Permissions, Workflow, WorkflowJob } from '../workflow/parse-workflow.ts';
import { excessOf } from '../workflow/permissions.ts';

/** What nothing is said about: the restricted default, the least that GitHub may grant. */
const restricted: Permissions = { scopes: { contents: 'read', packages: 'read' } };

/** Every job of a called workflow asks for no more than its caller grants: else the run fails before any job, without a log. */
export function checkCalledPermissions({ workflows, workflowFile }: DoctorFacts): readonly Outcome[] {
  const own = findOwnWorkflow(workflows, workflowFile);
  if (own === null) return [fail(`there is no readable ${workflowFile}`, 'Copy `examples/orchestrate.yml` there.')];
  const judgeCalls = (caller: Workflow, cap: Permissions, depth: number): readonly Outcome[] =>
    caller.jobs.flatMap((job) => {
      const path = job.uses === null ? null : calledPath(job.uses);
      if (path === null || depth > 10) return [];
      const called = findWorkflow(workflows, path);
      if (called === null) {
        return [
          fail(
            `${fileOf(caller.path)} calls ${fileOf(path)}, which is not there or cannot be read`,
            `Put ${path} there.`,
          ),
        ];
      }
      const granted = job.permissions ?? caller.permissions ?? cap;
      return [
        ...called.jobs.flatMap((inner) => judgeJob({ caller, job, called, inner }, granted)),
        ...judgeCalls(called, granted, depth + 1),
      ];
    });
  return passUnless(judgeCalls(own, restricted, 1), 'what is called asks for no more than is granted');
}

interface Call {
  readonly caller: Workflow;
  readonly job: WorkflowJob;
  readonly called: Workflow;
  readonly inner: WorkflowJob;
}

function judgeJob({ caller, job, called, inner }: Call, granted: Permissions): readonly Outcome[] {
  const asked = inner.permissions ?? called.permissions;
  const excess = asked === null ? [] : excessOf(asked, granted);
  if (excess.length === 0) return [];
  const scopes = excess.map(({ scope, level }) => `${scope}: ${level}`).join(', ');
  return [
    fail(
      `job ${inner.id} of ${fileOf(called.path)} asks for ${scopes}, which job ${job.id} of ${fileOf(caller.path)} does not grant`,
      `Add \`${scopes}\` to the \`permissions:\` of job ${job.id} in ${fileOf(caller.path)}: without, the run fails at its start.`,
    ),
  ];
}
