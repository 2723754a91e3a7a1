import { z } from 'zod';

/** What a person asked to be told: rendered when it is answered, of what is so then. */
export const askSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('help') }),
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('plan') }),
  /** Null: of everything that waits for a person. */
  z.object({ kind: z.literal('why'), story: z.string().nullable() }),
]);

export type Ask = z.infer<typeof askSchema>;
