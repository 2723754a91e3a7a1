import type { Call } from './call.ts';
import { type Db, storiesOf } from './db.ts';
import type { UsageRow } from './rows.ts';
import { livingUsage, sumOf } from './usage.ts';

export interface Cost {
  readonly total_cost_millicents: number;
  readonly total_input_tokens: number;
  readonly total_output_tokens: number;
}

/** What the reports come to, in tokens and in money. */
export function costOf(usage: readonly UsageRow[]): Cost {
  return {
    total_cost_millicents: sumOf(usage, 'cost_millicents'),
    total_input_tokens: sumOf(usage, 'input_tokens'),
    total_output_tokens: sumOf(usage, 'output_tokens'),
  };
}

/** How many stories the reports are about. */
export function storyCount(usage: readonly UsageRow[]): number {
  return new Set(usage.map((row) => row.story_id)).size;
}

/** What one of these stories cost on average, rounded down. */
export function averageCost(usage: readonly UsageRow[]): number {
  const stories = storyCount(usage);
  return stories === 0 ? 0 : Math.floor(sumOf(usage, 'cost_millicents') / stories);
}

/** The reports of a project, or of all where none is asked for, between two days where they are asked for. */
export function usageAsked(db: Db, { query }: Call): readonly UsageRow[] {
  const { project_id: projectId, since = '', until } = query;
  return storiesOf(db, projectId)
    .flatMap(livingUsage)
    .filter(({ inserted_at: at }) => at.slice(0, 10) >= since && (until === undefined || at.slice(0, 10) <= until));
}
