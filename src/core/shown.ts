import { z } from 'zod';

/**
 * What we last wrote where, by the surface's key: GitHub's number of it where it has one, the digest of what it says, and
 * what its kind has to know of it the next time.
 */
export const shownSchema = z.record(
  z.string(),
  z.object({ id: z.number().int().nullable(), digest: z.string(), note: z.string() }),
);

/** Under this the dashboard's issue is remembered: its number, and as note what GitHub says that it holds. */
export const dashboardKey = 'dashboard';

export type Shown = z.infer<typeof shownSchema>;

/** What comes back of a writing, to be remembered. */
export type Written = Pick<Shown[string], 'id' | 'note'>;
