import { z } from 'zod';
import { cutTo } from './cut-short.ts';
import type { Restatement } from './outcome.ts';
import type { StoryFacts } from './snapshot.ts';

/** How much of a restatement is remembered: enough to see whether the story was understood, and the ledger stays small. */
const most = { summary: 600, criteria: 60, restated: 240, deliverables: 100 } as const;

/** What the author of an accepted head said that it would do, before it worked. */
export const contractSchema = z.object({
  /** What was agreed: over title and criteria, as they read then. */
  criteriaHash: z.string(),
  summary: z.string(),
  criteria: z.array(z.object({ id: z.string(), restated: z.string() })),
  /** Files that the story or the author named: they have to be in the final tree. */
  deliverables: z.array(z.string()),
  assignment: z.string(),
});

export type Contract = z.infer<typeof contractSchema>;

/** What is remembered of a restatement that stood, cut short. */
export function contractOf(
  { summary, criteria }: Restatement,
  story: Pick<StoryFacts, 'criteriaHash' | 'deliverables'>,
  assignment: string,
): Contract {
  const promised = [...story.deliverables, ...criteria.flatMap(({ deliverables }) => deliverables)];
  return {
    criteriaHash: story.criteriaHash,
    summary: cutTo(summary, most.summary),
    criteria: criteria
      .slice(0, most.criteria)
      .map(({ id, restated }) => ({ id, restated: cutTo(restated, most.restated) })),
    deliverables: [...new Set(promised)].slice(0, most.deliverables),
    assignment,
  };
}
