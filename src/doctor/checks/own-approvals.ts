import type { DoctorFacts } from '../facts.ts';
import { cannotTell, fail, type Outcome, passUnless } from '../finding.ts';
import { type LeafJob, leafJobsOf } from '../workflow/leaf-jobs.ts';
import { findOwnWorkflow } from '../workflow/own-steps.ts';
import type { WorkflowStep } from '../workflow/parse-workflow.ts';
import { excessOf } from '../workflow/permissions.ts';

/** What the rules ask for. */
export interface Asked {
  readonly approvals: number;
  readonly codeOwners: boolean;
}

/** Whether a passing verdict can be the approval that the rules ask for, as `approve: actions` wants it. */
export function judgeOwnApprovals(asked: Asked, facts: DoctorFacts): readonly Outcome[] {
  const faults = [...judgeRules(asked, facts.base), ...judgeSetting(facts), ...judgeWorkflows(facts)];
  return passUnless(
    faults,
    '`auto`: the approval that the rules ask for is given by GitHub Actions for a verdict that passes, and the App, which pushes, is somebody else',
  );
}

function judgeRules({ approvals, codeOwners }: Asked, base: string): readonly Outcome[] {
  const instead = 'or say `merge.mode: approve`, since a person has a say in each then.';
  const owners = fail(
    '`approve: actions`: code owners have to approve, and GitHub Actions is none: what they own waits for a person',
    `Require no code owner's review on ${base}, or none for what agents may change; ${instead}`,
  );
  const several = fail(
    `\`approve: actions\`: the rules ask for ${approvals} approvals, and GitHub Actions can give one`,
    `Require one approval on ${base}, ${instead}`,
  );
  return [...(codeOwners ? [owners] : []), ...(approvals > 1 ? [several] : [])];
}

function judgeSetting({ actionsMayApprove }: DoctorFacts): readonly Outcome[] {
  const what = 'GitHub Actions to create and approve pull requests';
  if (actionsMayApprove.kind === 'unseen') {
    const because = `whether the repository allows ${what}: ${actionsMayApprove.because}`;
    return [cannotTell(because, actionsMayApprove.remedy)];
  }
  if (actionsMayApprove.value) return [];
  return [
    fail(
      `\`approve: actions\`: the repository does not allow ${what}`,
      `Switch on "Allow ${what}" under Settings → Actions → General; in an organisation it may be held off there.`,
    ),
  ];
}

/** The jobs that judge have their own token to approve with, and it may; what they do otherwise they do as the App. */
function judgeWorkflows({ workflows, workflowFile }: DoctorFacts): readonly Outcome[] {
  const own = findOwnWorkflow(workflows, workflowFile);
  const leaves = own === null ? [] : leafJobsOf(own, workflows);
  return leaves.flatMap((leaf) => leaf.job.steps.filter(isJudging).flatMap((step) => judgeStep(leaf, step)));
}

const needed = { scopes: { 'pull-requests': 'write' } } as const;

function judgeStep({ label, permissions }: LeafJob, step: WorkflowStep): readonly Outcome[] {
  const isGiven = (step.with['approval-token'] ?? '') !== '';
  const mayApprove = permissions !== null && excessOf(needed, permissions).length === 0;
  const isAuthor = /github\.token|secrets\.GITHUB_TOKEN/.test(step.with['token'] ?? '');
  return [
    ...(isGiven
      ? []
      : [
          fail(
            `${label} is given no \`approval-token\``,
            'Give it `approval-token` as the example workflows say: `github.token`.',
          ),
        ]),
    ...(mayApprove
      ? []
      : [
          fail(
            `${label} may not approve`,
            'Give the job `permissions: pull-requests: write`, and the job that calls it as well.',
          ),
        ]),
    ...(isAuthor
      ? [
          fail(
            `${label} opens pull requests as GitHub Actions, and nobody approves their own`,
            "Let it act as the App: `token` is the App's installation token.",
          ),
        ]
      : []),
  ];
}

function isJudging(step: WorkflowStep): boolean {
  return step.uses !== null && (step.with['phase'] === 'plan' || step.with['phase'] === 'settle');
}
