import { answer, conflict, invalid, notFound } from '../answer.ts';
import { findBudget, presentBudget, scopeExists, stillTold } from '../budget.ts';
import type { Call, Reply } from '../call.ts';
import type { Db } from '../db.ts';
import { record } from '../feed.ts';
import {
  countOrZero,
  objectOrEmpty,
  optionalCount,
  optionalObject,
  type Problems,
  problemsOf,
  requiredCount,
  requiredText,
} from '../field.ts';
import { fitsQuery } from '../fits-query.ts';
import { identifier } from '../identifier.ts';
import { page } from '../page.ts';
import type { BudgetRow, BudgetScope } from '../people-rows.ts';

type Body = Readonly<Record<string, unknown>>;

const scopes: readonly string[] = ['project', 'epic', 'story'] satisfies readonly BudgetScope[];

/** Percent of a budget from which on it is said to be short, unless told. */
const usualThreshold = 80;

/** Budgets, oldest first. */
export function listBudgets(db: Db, call: Call): Reply {
  const budgets = [...db.budgets.values()].filter((budget) =>
    fitsQuery(budget, call.query, ['scope_type', 'scope_id']),
  );
  const rows = budgets.map((budget) => presentBudget(db, budget));
  return answer(db, 200, page(rows, call.query, { usual: 20, most: 100 }));
}

/** One budget, and how much of it is spent. */
export function showBudget(db: Db, call: Call): Reply {
  const budget = db.budgets.get(call.id);
  if (budget === undefined) {
    return notFound(db);
  }
  const effective = { budget_source: 'explicit', effective_budget_millicents: budget.budget_millicents };
  return answer(db, 200, { token_budget: { ...presentBudget(db, budget), ...effective } });
}

/** A budget of a project, an epic or a story, each of which has one at most. It stops nothing: it is told of. */
export function createBudget(db: Db, call: Call): Reply {
  const { scope_type: type, scope_id: scopeId } = call.body;
  const refusal = invalid(
    db,
    problemsOf({
      ...amountChecks(call.body),
      scope_type: isScope(type) ? null : (requiredText(type) ?? ['is invalid']),
      scope_id: requiredText(scopeId),
      budget_millicents: requiredCount(call.body['budget_millicents']),
    }),
  );
  if (refusal !== null || !isScope(type)) {
    return refusal ?? notFound(db);
  }
  if (!scopeExists(db, type, String(scopeId))) {
    return notFound(db);
  }
  if (findBudget(db, type, String(scopeId)) !== undefined) {
    return conflict(db);
  }
  const budget: BudgetRow = {
    id: identifier('budget', type, String(scopeId)),
    tenant_id: db.tenant.id,
    scope_type: type,
    scope_id: String(scopeId),
    budget_millicents: 0,
    budget_input_tokens: null,
    budget_output_tokens: null,
    alert_threshold_pct: usualThreshold,
    metadata: {},
    ...amountsOf(call.body),
    told: [],
    inserted_at: db.clock,
    updated_at: db.clock,
  };
  return answer(store(db, budget, call, 'created'), 201, { token_budget: presentBudget(db, budget) });
}

/** Changes how much a budget is; a threshold that is no longer crossed will be told of again. */
export function patchBudget(db: Db, call: Call): Reply {
  const budget = db.budgets.get(call.id);
  if (budget === undefined) {
    return notFound(db);
  }
  const refusal = invalid(db, amountProblems(call.body));
  if (refusal !== null) {
    return refusal;
  }
  const changed: BudgetRow = { ...budget, ...amountsOf(call.body), updated_at: db.clock };
  const next = { ...changed, told: stillTold(db, changed) };
  return answer(store(db, next, call, 'updated'), 200, { token_budget: presentBudget(db, next) });
}

function store(db: Db, budget: BudgetRow, call: Call, action: 'created' | 'updated'): Db {
  const { alert_threshold_pct, budget_input_tokens, budget_millicents, budget_output_tokens, scope_id, scope_type } =
    budget;
  const after = {
    alert_threshold_pct,
    budget_input_tokens,
    budget_millicents,
    budget_output_tokens,
    scope_id,
    scope_type,
  };
  const stored = { ...db, budgets: new Map(db.budgets).set(budget.id, budget) };
  return record(stored, call.actor, { entityType: 'token_budget', entityId: budget.id, action, after });
}

function amountProblems(body: Body): Problems {
  return problemsOf(amountChecks(body));
}

function amountChecks(body: Body): Readonly<Record<string, readonly string[] | null>> {
  return {
    budget_millicents: optionalCount(body['budget_millicents']),
    budget_input_tokens: optionalCount(body['budget_input_tokens']),
    budget_output_tokens: optionalCount(body['budget_output_tokens']),
    alert_threshold_pct: optionalCount(body['alert_threshold_pct']),
    metadata: optionalObject(body['metadata']),
  };
}

/** What the body says of a budget; what it leaves out is left as it was. */
function amountsOf(body: Body): Partial<BudgetRow> {
  const amounts = ['budget_millicents', 'budget_input_tokens', 'budget_output_tokens', 'alert_threshold_pct'];
  const given = amounts.filter((name) => body[name] !== undefined && body[name] !== null);
  return {
    ...Object.fromEntries(given.map((name) => [name, countOrZero(body[name])])),
    ...(body['metadata'] === undefined ? {} : { metadata: objectOrEmpty(body['metadata']) }),
  };
}

function isScope(type: unknown): type is BudgetScope {
  return typeof type === 'string' && scopes.includes(type);
}
