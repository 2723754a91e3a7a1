import type { CheckFacts, RulesFacts } from './snapshot.ts';

/** Names of the checks that we ourselves put on a head: never evidence for us. */
export const ownCheckPrefix = 'orchestrate/';

export interface CheckPolicy {
  readonly ignore: readonly string[];
  readonly allowSkipped: readonly string[];
  /** So long after a head was pushed a required check may stay away before a person is told. */
  readonly deadlineMinutes: number;
  /** File name of the Orchestrate workflow: its own jobs are checks on the base too, and prove nothing of the code. */
  readonly ownWorkflow: string;
}

export type CheckVerdict =
  /** Nothing has reported: unknown, which is not green. */
  | { readonly kind: 'none'; readonly names: readonly string[] }
  | { readonly kind: 'pending'; readonly names: readonly string[] }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'red'; readonly failed: readonly CheckFacts[] }
  /** Ended without an answer: cancelled, stale, never started, waiting for somebody's action, a required one skipped. */
  | { readonly kind: 'refused'; readonly checks: readonly CheckFacts[] }
  | { readonly kind: 'green'; readonly count: number };

/**
 * Judges the checks of one commit against the rules: every required check present by name and, where the rule says
 * so, by app, with success; every other one success, neutral or skipped. A check run of the app GitHub Actions counts
 * only as a job of a workflow run, since any workflow with `checks: write` can forge a bare one.
 */
export function judgeChecks(
  checks: readonly CheckFacts[],
  required: RulesFacts['requiredChecks'],
  policy: CheckPolicy,
): CheckVerdict {
  const counted = checks.filter(
    (check) => !isOwn(check, policy) && !policy.ignore.includes(check.name) && !isForgeable(check),
  );
  const demands = required.filter(({ name }) => !name.startsWith(ownCheckPrefix));
  if (counted.length === 0) return { kind: 'none', names: demands.map(({ name }) => name) };
  const failed = counted.filter(({ state }) => state === 'failure' || state === 'timed_out');
  if (failed.length > 0) return { kind: 'red', failed };
  const pending = counted.filter(({ state }) => state === 'pending');
  if (pending.length > 0) return { kind: 'pending', names: pending.map(({ name }) => name) };
  const isRequired = (check: CheckFacts): boolean => demands.some((demand) => meets(check, demand));
  const refused = counted.filter((check) => !isAnswered(check, isRequired(check), policy));
  if (refused.length > 0) return { kind: 'refused', checks: refused };
  const missing = demands.filter((demand) => !counted.some((check) => meets(check, demand)));
  if (missing.length > 0) {
    return { kind: 'missing', names: missing.map((demand) => describeMissing(demand, checks, policy)) };
  }
  // Only skipped and neutral ones, and nothing asked of them: nothing was tried, so nothing is known.
  const isTried = demands.length > 0 || counted.some(({ state }) => state === 'success');
  return isTried ? { kind: 'green', count: counted.length } : { kind: 'none', names: [] };
}

/** GitHub's slug of its own app, GitHub Actions. */
export const actionsSlug = 'github-actions';

function isOwn(check: CheckFacts, { ownWorkflow }: CheckPolicy): boolean {
  return check.name.startsWith(ownCheckPrefix) || check.workflow === ownWorkflow;
}

function isForgeable(check: CheckFacts): boolean {
  return check.appSlug === actionsSlug && check.workflowRunId === null;
}

type Demand = RulesFacts['requiredChecks'][number];

/** Whether this is the check that is demanded: by its name and, where one is asked for, by its app. */
export function meets(check: Pick<CheckFacts, 'name' | 'appId'>, demand: Demand): boolean {
  return check.name === demand.name && (demand.appId === null || demand.appId === check.appId);
}

/** A required check that is missing, and why whatever there is of its name does not count. */
function describeMissing({ name, appId }: Demand, checks: readonly CheckFacts[], policy: CheckPolicy): string {
  const namesakes = checks.filter((check) => check.name === name);
  if (namesakes.length === 0) return name;
  if (policy.ignore.includes(name)) return `${name} (\`checks.ignore\` leaves it out)`;
  if (namesakes.some(isForgeable)) return `${name} (reported, but not by a job of a workflow run)`;
  if (namesakes.some((check) => check.workflow === policy.ownWorkflow)) return `${name} (reported by our own workflow)`;
  return `${name} (reported, but not by app ${appId})`;
}

function isAnswered(check: CheckFacts, isRequired: boolean, policy: CheckPolicy): boolean {
  if (check.state === 'success') return true;
  if (check.state !== 'skipped' && check.state !== 'neutral') return false;
  return !isRequired || policy.allowSkipped.includes(check.name);
}
