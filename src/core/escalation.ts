import { z } from 'zod';

/** Stories that wait for people, by number: for what, who was told when, and how often they were reminded. */
export const escalationsSchema = z.record(
  z.string(),
  z.object({ code: z.string(), since: z.number(), reminders: z.number().int(), lastAt: z.number() }),
);

export type Escalation = z.infer<typeof escalationsSchema>[string];
