import { type Db, findStory, storiesOf } from './db.ts';
import { recordUnnamed } from './feed.ts';
import type { BudgetRow, BudgetScope, BudgetThreshold } from './people-rows.ts';
import type { StoryRow } from './rows.ts';
import { dollars, livingUsage, sumOf } from './usage.ts';

/** The budget of a project, an epic or a story. */
export function findBudget(db: Db, type: BudgetScope, id: string): BudgetRow | undefined {
  return [...db.budgets.values()].find((budget) => budget.scope_type === type && budget.scope_id === id);
}

/** Whether there is such a project, epic or story. */
export function scopeExists(db: Db, type: BudgetScope, id: string): boolean {
  switch (type) {
    case 'project':
      return db.projects.has(id);
    case 'epic':
      return db.epics.has(id);
    case 'story':
      return findStory(db, id) !== undefined;
  }
}

/** A budget and how much of it is spent. */
export function presentBudget(db: Db, budget: BudgetRow): Readonly<Record<string, unknown>> {
  const { told, ...shown } = budget;
  const spent = spentOf(db, budget);
  const left = Math.max(budget.budget_millicents - spent, 0);
  return {
    ...shown,
    budget_dollars: dollars(budget.budget_millicents),
    current_spend_millicents: spent,
    current_spend_dollars: dollars(spent),
    remaining_millicents: left,
    remaining_dollars: dollars(left),
    utilization_pct: utilization(spent, budget.budget_millicents),
  };
}

/** Percent of a budget that is spent, rounded down; none of a budget of nothing. */
export function utilization(spent: number, budget: number): number {
  return budget === 0 ? 0 : Math.floor((spent / budget) * 100);
}

/** Of what was told of a budget, what still holds. */
export function stillTold(db: Db, budget: BudgetRow): readonly BudgetThreshold[] {
  const crossed = crossedBy(db, budget);
  return budget.told.filter((threshold) => crossed.includes(threshold));
}

/** Tells, once each, of the thresholds that a story's spending has crossed, its epic's and its project's too. */
export function tellCrossings(db: Db, story: StoryRow): Db {
  const scopes = [
    findBudget(db, 'story', story.id),
    findBudget(db, 'epic', story.epic_id),
    findBudget(db, 'project', story.project_id),
  ];
  return scopes.reduce<Db>((before, budget) => (budget === undefined ? before : tell(before, budget)), db);
}

function tell(db: Db, budget: BudgetRow): Db {
  const fresh = crossedBy(db, budget).filter((threshold) => !budget.told.includes(threshold));
  const percent = utilization(spentOf(db, budget), budget.budget_millicents);
  const { id: budget_id, budget_millicents, scope_id, scope_type } = budget;
  const told = fresh.reduce((before, threshold_type) => {
    const metadata = { budget_id, scope_id, scope_type, threshold_type };
    return recordUnnamed(before, {
      entityType: 'token_budget',
      entityId: budget.id,
      action: 'threshold_crossed',
      after: { ...metadata, budget_millicents, utilization_pct: percent },
      metadata,
    });
  }, db);
  const next = { ...budget, told: [...budget.told, ...fresh], updated_at: told.clock };
  return fresh.length === 0 ? db : { ...told, budgets: new Map(told.budgets).set(budget.id, next) };
}

function crossedBy(db: Db, budget: BudgetRow): readonly BudgetThreshold[] {
  const percent = utilization(spentOf(db, budget), budget.budget_millicents);
  return [
    ...(percent >= budget.alert_threshold_pct ? (['warning'] as const) : []),
    ...(percent >= 100 ? (['exceeded'] as const) : []),
  ];
}

function spentOf(db: Db, { scope_type: type, scope_id: id }: BudgetRow): number {
  return sumOf(storiesIn(db, type, id).flatMap(livingUsage), 'cost_millicents');
}

function storiesIn(db: Db, type: BudgetScope, id: string): readonly StoryRow[] {
  switch (type) {
    case 'project':
      return storiesOf(db, id);
    case 'epic':
      return [...(db.epics.get(id)?.stories.values() ?? [])];
    case 'story': {
      const story = findStory(db, id);
      return story === undefined ? [] : [story];
    }
  }
}
