import { z } from 'zod';

/** One agent's work on a story, and how it ended; told to people, decided by nothing. */
const attemptSchema = z.object({
  assignment: z.string(),
  role: z.enum(['implement', 'fix', 'review', 'repair']),
  run: z.number().int(),
  since: z.number(),
  at: z.number(),
  ended: z.enum(['accepted', 'kept', 'refused', 'declined', 'passed', 'failed', 'discarded', 'lost']),
  said: z.string(),
});

/** A story's attempts, newest last. */
export const attemptsSchema = z.array(attemptSchema);

export type Attempt = z.infer<typeof attemptSchema>;
