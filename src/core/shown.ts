import { z } from 'zod';

/**
 * What we last wrote where, by the surface's key: GitHub's number of it where it has one, the digest of what it says, and
 * what its kind has to know of it the next time.
 */
export const shownSchema = z.record(
  z.string(),
  z.object({ id: z.number().int().nullable(), digest: z.string(), note: z.string() }),
);

export type Shown = z.infer<typeof shownSchema>;
