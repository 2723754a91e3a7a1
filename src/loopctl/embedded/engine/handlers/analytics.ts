import { answer, notFound } from '../answer.ts';
import { findBudget, utilization } from '../budget.ts';
import type { Call, Reply } from '../call.ts';
import { averageCost, type Cost, costOf, storyCount, usageAsked } from '../cost.ts';
import { type Db, findStory, storiesOf } from '../db.ts';
import { page } from '../page.ts';
import type { UsageRow } from '../rows.ts';
import { livingUsage, sumOf } from '../usage.ts';
import { isVerified } from './progress.ts';

const sizes = { usual: 20, most: 100 } as const;

/** What a project's stories cost, by phase and by model. */
export function showProjectCost(db: Db, call: Call): Reply {
  if (!db.projects.has(call.id)) {
    return notFound(db);
  }
  const usage = storiesOf(db, call.id).flatMap(livingUsage);
  const budget = findBudget(db, 'project', call.id)?.budget_millicents ?? null;
  return answer(db, 200, {
    data: {
      ...sumsOf(usage),
      agent_count: new Set(usage.map((row) => row.agent_id)).size,
      cost_by_phase: mapOf(
        Map.groupBy(usage, (row) => row.phase),
        (rows) => sumOf(rows, 'cost_millicents'),
      ),
      model_breakdown: byModel(usage),
      budget_millicents: budget,
      utilization_pct: budget === null ? null : utilization(sumOf(usage, 'cost_millicents'), budget),
    },
  });
}

/** What each agent's stories cost, the cheapest per story first. */
export function listAgentCosts(db: Db, call: Call): Reply {
  const agents = [...Map.groupBy(usageAsked(db, call), (row) => row.agent_id)].map(([agentId, rows]) => ({
    ...costOf(rows),
    avg_cost_per_story_millicents: averageCost(rows),
    agent_id: agentId,
    agent_name: db.agents.get(agentId)?.name ?? null,
    primary_model: dearest(rows),
    total_stories_reported: storyCount(rows),
  }));
  const ranked = agents
    .toSorted((one, other) => one.avg_cost_per_story_millicents - other.avg_cost_per_story_millicents)
    .map((agent, index) => ({ ...agent, efficiency_rank: index + 1 }));
  return answer(db, 200, page(ranked, call.query, sizes));
}

/** What the stories of each epic cost, and how much of its budget that is. */
export function listEpicCosts(db: Db, call: Call): Reply {
  const byEpic = Map.groupBy(usageAsked(db, call), (row) => findStory(db, row.story_id)?.epic_id ?? '');
  const epics = [...byEpic].flatMap(([epicId, rows]) => {
    const epic = db.epics.get(epicId)?.epic;
    const budget = findBudget(db, 'epic', epicId)?.budget_millicents ?? null;
    const spent = sumOf(rows, 'cost_millicents');
    const row = {
      ...sumsOf(rows),
      epic_id: epicId,
      epic_number: epic?.number,
      epic_title: epic?.title,
      model_breakdown: byModel(rows),
      budget_millicents: budget,
      budget_utilization_pct: budget === null ? null : utilization(spent, budget),
    };
    return epic === undefined ? [] : [row];
  });
  return answer(db, 200, page(epics, call.query, sizes));
}

/** What was spent on each model, and how many of its stories were verified. */
export function listModelCosts(db: Db, call: Call): Reply {
  const models = [...Map.groupBy(usageAsked(db, call), (row) => row.model_name)].map(([model, rows]) => {
    const stories = [...new Set(rows.map((row) => row.story_id))].flatMap((id) => findStory(db, id) ?? []);
    const verified = stories.filter(isVerified).length;
    return {
      ...sumsOf(rows),
      model_name: model,
      verified_count: verified,
      verification_rate: stories.length === 0 ? 0 : verified / stories.length,
    };
  });
  return answer(db, 200, page(models, call.query, sizes));
}

/** What was spent day by day, or week by week from Monday on, oldest first. */
export function listTrends(db: Db, call: Call): Reply {
  const periodOf = call.query['granularity'] === 'weekly' ? mondayOf : dayOf;
  const periods = [...Map.groupBy(usageAsked(db, call), periodOf)].map(([period, rows]) => ({
    ...costOf(rows),
    period,
    report_count: rows.length,
    story_count: storyCount(rows),
  }));
  const inOrder = periods.toSorted((one, other) => (one.period < other.period ? -1 : 1));
  return answer(db, 200, page(inOrder, call.query, sizes));
}

interface Sums extends Cost {
  readonly story_count: number;
  readonly avg_cost_per_story_millicents: number;
}

function sumsOf(usage: readonly UsageRow[]): Sums {
  return { ...costOf(usage), story_count: storyCount(usage), avg_cost_per_story_millicents: averageCost(usage) };
}

function byModel(usage: readonly UsageRow[]): Readonly<Record<string, unknown>> {
  return mapOf(
    Map.groupBy(usage, (row) => row.model_name),
    (rows) => ({
      cost_millicents: sumOf(rows, 'cost_millicents'),
      input_tokens: sumOf(rows, 'input_tokens'),
      output_tokens: sumOf(rows, 'output_tokens'),
    }),
  );
}

/** The model that most was spent on. */
function dearest(usage: readonly UsageRow[]): string | null {
  const models = [...Map.groupBy(usage, (row) => row.model_name)].map(
    ([model, rows]) => [model, sumOf(rows, 'cost_millicents')] as const,
  );
  return models.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function dayOf({ inserted_at: at }: UsageRow): string {
  return at.slice(0, 10);
}

function mondayOf(row: UsageRow): string {
  const day = new Date(`${dayOf(row)}T00:00:00Z`);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  return new Date(day.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

function mapOf<Value>(
  groups: ReadonlyMap<string, readonly UsageRow[]>,
  value: (rows: readonly UsageRow[]) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries([...groups].map(([key, rows]) => [key, value(rows)]));
}
