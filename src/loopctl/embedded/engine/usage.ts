import type { StoryRow, UsageRow } from './rows.ts';

/** The story's reports of usage that were not taken out, oldest first. */
export function livingUsage(story: StoryRow): readonly UsageRow[] {
  return story.usage.filter((row) => row.deleted_at === null);
}

/** What the reports come to. */
export function sumOf(
  usage: readonly UsageRow[],
  field: 'cost_millicents' | 'input_tokens' | 'output_tokens' | 'total_tokens',
): number {
  return usage.reduce((sum, row) => sum + row[field], 0);
}

/** Millicents as dollars, rounded to the cent. */
export function dollars(millicents: number): string {
  return (Math.round(millicents / 1000) / 100).toFixed(2);
}
