import { z } from 'zod';

/** What was done lately, newest last. */
export const recentSchema = z.array(
  z.object({ at: z.number(), kind: z.string(), story: z.string().nullable(), said: z.string() }),
);

/** Since when a story is held for what holds it now. */
export const waitSchema = z.object({ code: z.string(), since: z.number() });
export const waitsSchema = z.record(z.string(), waitSchema);
