import { checkAgentVariables } from './checks/agent-variables.ts';
import { checkAppPermissions } from './checks/app-permissions.ts';
import { checkApprovals } from './checks/approvals.ts';
import { checkBacklog } from './checks/backlog.ts';
import { checkBaseCi } from './checks/base-ci.ts';
import { checkBaseProtected } from './checks/base-protected.ts';
import { checkBypass } from './checks/bypass.ts';
import { checkCalledPermissions } from './checks/called-permissions.ts';
import { checkCiStarts } from './checks/ci-starts.ts';
import { checkCiToken } from './checks/ci-token.ts';
import { checkConfig } from './checks/config.ts';
import { checkCron } from './checks/cron.ts';
import { checkEnvironment } from './checks/environment.ts';
import { checkIdentities } from './checks/identities.ts';
import { checkMergeMethod } from './checks/merge-method.ts';
import { checkMergeQueue } from './checks/merge-queue.ts';
import { checkPlanLimits } from './checks/plan-limits.ts';
import { checkRequiredChecks } from './checks/required-checks.ts';
import { checkServer } from './checks/server.ts';
import { checkStateBranch } from './checks/state-branch.ts';
import { checkToken } from './checks/token.ts';
import { checkWakeUps } from './checks/wake-ups.ts';
import { checkWorkflows } from './checks/workflows.ts';
import type { DoctorFacts } from './facts.ts';
import type { Finding, Outcome } from './finding.ts';

/** Every check by its name, in the order of setting a repository up. */
export const checks = {
  config: checkConfig,
  backlog: checkBacklog,
  loopctl_server: checkServer,
  identities: checkIdentities,
  plan_limits: checkPlanLimits,
  workflows: checkWorkflows,
  wake_ups: checkWakeUps,
  called_permissions: checkCalledPermissions,
  agent_variables: checkAgentVariables,
  token: checkToken,
  app_permissions: checkAppPermissions,
  environment: checkEnvironment,
  base_protected: checkBaseProtected,
  bypass: checkBypass,
  required_checks: checkRequiredChecks,
  approvals: checkApprovals,
  merge_method: checkMergeMethod,
  merge_queue: checkMergeQueue,
  base_ci: checkBaseCi,
  ci_starts: checkCiStarts,
  ci_token_too_strong: checkCiToken,
  state_branch: checkStateBranch,
  cron: checkCron,
} as const satisfies Record<string, (facts: DoctorFacts) => readonly Outcome[]>;

/** All that the checks find; each says at least one thing. */
export function examine(facts: DoctorFacts): readonly Finding[] {
  return Object.entries(checks).flatMap(([check, find]) => find(facts).map((outcome) => ({ check, ...outcome })));
}

/** How much of it is not as it should be. */
export function countFailures(findings: readonly Finding[]): number {
  return findings.filter(({ verdict }) => verdict === 'fail').length;
}
