import { answer, notFound } from '../answer.ts';
import { findBudget, utilization } from '../budget.ts';
import type { Call, Reply } from '../call.ts';
import { type Db, storiesOf } from '../db.ts';
import { page } from '../page.ts';
import type { UsageRow } from '../rows.ts';
import { livingUsage, sumOf } from '../usage.ts';

/** What a project's stories cost, by phase and by model. */
export function showProjectCost(db: Db, call: Call): Reply {
  if (!db.projects.has(call.id)) {
    return notFound(db);
  }
  const usage = storiesOf(db, call.id).flatMap(livingUsage);
  const budget = findBudget(db, 'project', call.id)?.budget_millicents ?? null;
  const sums = sumsOf(usage);
  return answer(db, 200, {
    data: {
      ...sums.shown,
      agent_count: new Set(usage.map((row) => row.agent_id)).size,
      story_count: sums.stories,
      cost_by_phase: mapOf(grouped(usage, 'phase'), (rows) => sumOf(rows, 'cost_millicents')),
      model_breakdown: mapOf(grouped(usage, 'model_name'), (rows) => ({
        cost_millicents: sumOf(rows, 'cost_millicents'),
        input_tokens: sumOf(rows, 'input_tokens'),
        output_tokens: sumOf(rows, 'output_tokens'),
      })),
      budget_millicents: budget,
      utilization_pct: budget === null ? null : utilization(sums.shown.total_cost_millicents, budget),
    },
  });
}

/** What each agent's stories cost, the cheapest per story first. */
export function listAgentCosts(db: Db, call: Call): Reply {
  const usage = storiesOf(db, call.query['project_id']).flatMap(livingUsage);
  const agents = [...grouped(usage, 'agent_id')].map(([agentId, rows]) => ({
    ...sumsOf(rows).shown,
    agent_id: agentId,
    agent_name: db.agents.get(agentId)?.name ?? null,
    primary_model: dearest(rows),
    total_stories_reported: sumsOf(rows).stories,
  }));
  const ranked = agents
    .toSorted((one, other) => one.avg_cost_per_story_millicents - other.avg_cost_per_story_millicents)
    .map((agent, index) => ({ ...agent, efficiency_rank: index + 1 }));
  return answer(db, 200, page(ranked, call.query, { usual: 20, most: 100 }));
}

function sumsOf(usage: readonly UsageRow[]) {
  const cost = sumOf(usage, 'cost_millicents');
  const stories = new Set(usage.map((row) => row.story_id)).size;
  return {
    stories,
    shown: {
      total_cost_millicents: cost,
      total_input_tokens: sumOf(usage, 'input_tokens'),
      total_output_tokens: sumOf(usage, 'output_tokens'),
      avg_cost_per_story_millicents: stories === 0 ? 0 : Math.floor(cost / stories),
    },
  };
}

/** The model that most was spent on. */
function dearest(usage: readonly UsageRow[]): string | null {
  const models = [...grouped(usage, 'model_name')].map(
    ([model, rows]) => [model, sumOf(rows, 'cost_millicents')] as const,
  );
  return models.toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

type Groups = ReadonlyMap<string, readonly UsageRow[]>;

function grouped(usage: readonly UsageRow[], field: 'phase' | 'model_name' | 'agent_id'): Groups {
  return Map.groupBy(usage, (row) => row[field]);
}

function mapOf<Value>(groups: Groups, value: (rows: readonly UsageRow[]) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries([...groups].map(([key, rows]) => [key, value(rows)]));
}
