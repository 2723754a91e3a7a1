import type { Decision, Plan } from './decision.ts';
import type { Instant } from './instant.ts';
import type { Hold } from './reasons.ts';
import type { BudgetFacts } from './snapshot.ts';

/** What a pass would do with a budget without an end. */
export type Wishes = Pick<Plan, 'decisions' | 'holds' | 'wantsRun'>;

/** What it does with the one it has. */
export interface Spared extends Wishes {
  /** Null where there is enough for everything. */
  readonly short: Hold | null;
}

/** The part of a budget that is kept for the looks of later runs, for merges and for verdicts. */
const keptPart = 1 / 20;
/** A look of another run with all that it leads to, until its agent's outcome is settled. */
const agentCosts = 30;
/** A run that would be started for agents looks for itself first. */
const runCosts = 10;

/**
 * What each decision asks of GitHub, generously: nothing where loopctl or git alone are spoken to. What is paid for
 * already goes first: merges, verdicts, and outcomes that agents brought.
 */
const costs: Readonly<Record<Decision['kind'], { readonly requests: number; readonly isFirst: boolean }>> = {
  merge: { requests: 15, isFirst: true },
  approve: { requests: 5, isFirst: true },
  withdraw_approval: { requests: 4, isFirst: true },
  update_branch: { requests: 5, isFirst: true },
  drop_merge: { requests: 0, isFirst: true },
  record_merge: { requests: 0, isFirst: true },
  record_human_merge: { requests: 0, isFirst: true },
  verify: { requests: 0, isFirst: true },
  record_verdict: { requests: 4, isFirst: true },
  report_pass: { requests: 0, isFirst: true },
  report_fail: { requests: 0, isFirst: true },
  accept: { requests: 6, isFirst: true },
  accept_repair: { requests: 6, isFirst: true },
  keep: { requests: 0, isFirst: true },
  refuse: { requests: 0, isFirst: true },
  lose: { requests: 0, isFirst: true },
  discard: { requests: 0, isFirst: true },
  forget: { requests: 0, isFirst: true },
  reject: { requests: 0, isFirst: true },
  escalate: { requests: 0, isFirst: true },
  backfill_story: { requests: 0, isFirst: true },
  create_story: { requests: 0, isFirst: true },
  finish: { requests: 0, isFirst: true },
  answer: { requests: 3, isFirst: false },
  adopt: { requests: 4, isFirst: false },
  unclaim: { requests: 3, isFirst: false },
  drop_repair: { requests: 3, isFirst: false },
  revert: { requests: 8, isFirst: false },
  start_base_ci: { requests: 6, isFirst: false },
  rerun_checks: { requests: 6, isFirst: false },
  rerun_settle: { requests: 15, isFirst: false },
  dispatch: { requests: agentCosts, isFirst: false },
};

/**
 * Shares what is left of GitHub's budgets: merges and verdicts go first and may have all of it, everything else only what
 * is not kept for them. What is left out waits for the next run, and none is started for it.
 */
export function spareBudget(wishes: Wishes, budgets: readonly BudgetFacts[], now: Instant): Spared {
  const scarce = findScarce(budgets, now);
  if (scarce === null) return { ...wishes, short: null };
  const done = listAffordable(wishes.decisions, scarce);
  const undone = wishes.decisions.filter((decision) => !done.includes(decision));
  const isRunAffordable = !wishes.wantsRun || runCosts + agentCosts <= scarce.remaining - keptOf(scarce);
  if (undone.length === 0 && isRunAffordable) return { ...wishes, short: null };
  const short = describeShort(scarce, now);
  const waiting = [...wishes.holds].filter(([, { code }]) => code === 'awaiting_plan').map(([number]) => number);
  const left = undone.flatMap((decision) => ('story' in decision ? decision.story.number : []));
  const holds = new Map([...wishes.holds, ...[...waiting, ...left].map((number) => [number, short] as const)]);
  return { decisions: done, holds, wantsRun: false, short };
}

function listAffordable(decisions: readonly Decision[], scarce: BudgetFacts): readonly Decision[] {
  const first = decisions.filter(({ kind }) => costs[kind].isFirst);
  const others = decisions.filter(({ kind }) => !costs[kind].isFirst);
  let left = scarce.remaining;
  return [...first, ...others].filter(({ kind }) => {
    const { requests, isFirst } = costs[kind];
    const isAffordable = requests === 0 || requests <= (isFirst ? left : left - keptOf(scarce));
    if (isAffordable) left -= requests;
    return isAffordable;
  });
}

/** The budget with the least to spare, of those that are not given anew by now. */
function findScarce(budgets: readonly BudgetFacts[], now: Instant): BudgetFacts | null {
  const spare = (budget: BudgetFacts): number => budget.remaining - keptOf(budget);
  const current = budgets.filter(({ resetsAt }) => resetsAt > now);
  return current.toSorted((left, right) => spare(left) - spare(right))[0] ?? null;
}

function keptOf({ limit }: BudgetFacts): number {
  return Math.ceil(limit * keptPart);
}

function describeShort({ resource, limit, remaining, resetsAt }: BudgetFacts, now: Instant): Hold {
  const minutes = Math.ceil((resetsAt - now) / 60_000);
  const which = resource === 'core' ? 'requests' : `requests (${resource})`;
  return { code: 'budget_short', detail: `${remaining} of ${limit} ${which} left, more in ${minutes} min` };
}
