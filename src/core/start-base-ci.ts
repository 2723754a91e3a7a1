import { isCancelledRun } from './base.ts';
import { judgeChecks } from './checks.ts';
import type { StartBaseCi } from './decision.ts';
import type { CheckFacts } from './snapshot.ts';
import type { Context } from './view.ts';

/**
 * The base's CI to be started by us, once for a SHA: runs that were cancelled are run again; where nothing has run at
 * all, the workflows that made the required checks of pull requests are started on the base.
 */
export function startBaseCi({ world, ledger, policy, proof }: Context): readonly StartBaseCi[] {
  const { base } = world;
  if (proof.kind === 'proven' || ledger.started?.sha === base.sha || ledger.paused !== null) return [];
  const start = { kind: 'start_base_ci', sha: base.sha, runs: [], workflows: [] } as const;
  const verdict = judgeChecks(base.checks, [], policy.checks);
  if (verdict.kind === 'refused' && verdict.checks.every(isCancelledRun)) {
    const runs = [...new Set(verdict.checks.flatMap(({ workflowRunId }) => workflowRunId ?? []))];
    return [{ ...start, runs, because: `${base.sha.slice(0, 7)} was cancelled: what it is worth is not known` }];
  }
  const workflows = proof.hold.code === 'base_no_run' ? requiredWorkflows({ world, policy }) : [];
  if (workflows.length === 0) return [];
  return [{ ...start, workflows, because: `nothing has run on ${base.sha.slice(0, 7)}` }];
}

/** Workflows seen to make the required checks on our pull requests; where none is required, any check. */
function requiredWorkflows({ world, policy }: Pick<Context, 'world' | 'policy'>): readonly string[] {
  const required = new Set(world.rules.requiredChecks.map(({ name }) => name));
  const isWanted = ({ name, workflow }: CheckFacts): boolean =>
    workflow !== policy.checks.ownWorkflow && (required.size === 0 || required.has(name));
  const checks = world.pullRequests.flatMap((pullRequest) => pullRequest.checks).filter(isWanted);
  return [...new Set(checks.flatMap(({ workflow }) => workflow ?? []))].toSorted();
}
