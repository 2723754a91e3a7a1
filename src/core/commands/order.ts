import { z } from 'zod';
import { sha } from '../assignment.ts';

/** Who wanted it, when, and in which comment; null: by running the workflow. */
const given = { by: z.string(), at: z.number(), comment: z.string().nullable() };

/** What a person asked for that has to happen outside, and has not happened yet. */
export const orderSchema = z.discriminatedUnion('kind', [
  /** Workflow runs of a head that failed, to be run again. */
  z.object({
    ...given,
    kind: z.literal('rerun_checks'),
    story: z.string(),
    headSha: sha,
    runs: z.array(z.number().int()).min(1),
  }),
  /** A story is done, by a pull request that was no work of ours. */
  z.object({
    ...given,
    kind: z.literal('backfill'),
    story: z.string(),
    pullRequest: z.number().int(),
    reason: z.string(),
  }),
  z.object({
    ...given,
    kind: z.literal('add'),
    story: z.string(),
    epic: z.number().int(),
    title: z.string(),
    description: z.string().nullable(),
    criteria: z.array(z.string()).min(1),
  }),
  /** A merge of ours is to be undone by GitHub's own revert, and its story to be done again. */
  z.object({ ...given, kind: z.literal('revert'), story: z.string(), pullRequest: z.number().int(), mergeSha: sha }),
]);

export type Order = z.infer<typeof orderSchema>;
export type OrderOf<Kind extends Order['kind']> = Extract<Order, { kind: Kind }>;
