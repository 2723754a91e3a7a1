import { z } from 'zod';
import { sha } from './assignment.ts';
import { reviewSchema } from './verdict.ts';

/** The agent's own account of the story before it works: the contract we believe in. */
export const restatementSchema = z.object({
  understood: z.boolean(),
  summary: z.string().max(8000),
  criteria: z
    .array(
      z.object({
        id: z.string().max(100),
        restated: z.string().min(1).max(4000),
        /** Files the agent says will exist when this criterion is met; checked in the final tree. */
        deliverables: z.array(z.string().max(500)).max(50),
      }),
    )
    .max(500),
  questions: z.array(z.string().max(2000)).max(50),
});
export type Restatement = z.infer<typeof restatementSchema>;

const usage = z.object({
  inputTokens: z.number().int().nonnegative(),
  outputTokens: z.number().int().nonnegative(),
  model: z.string().max(200),
  costMillicents: z.number().int().nonnegative(),
});
export type Usage = z.infer<typeof usage>;

/**
 * What an agent job leaves behind (`outcome.json`). Written by a machine the agent had under its hands: everything
 * in it is advice until it is proven otherwise.
 */
export const outcomeSchema = z.object({
  version: z.literal(1),
  assignment: z.string().max(60),
  run: z.number().int(),
  attempt: z.number().int(),
  /**
   * `completed`: the agent ended well. `declined`: it could not restate the story or has questions.
   * `expired`: started too late or on another attempt, nothing was run. `failed`: exit code, unusable result.
   * `timed_out`: its time ran out. `crashed`: the phase itself broke.
   */
  kind: z.enum(['completed', 'declined', 'expired', 'failed', 'timed_out', 'crashed']),
  detail: z.string().max(8000),
  restatement: restatementSchema.nullable(),
  /** The last commit of the work, in `work.bundle` beside this file; null when nothing was committed. */
  head: sha.nullable(),
  review: reviewSchema.nullable(),
  /** The project's own full check as run on the agent's machine: advice, not evidence. */
  verify: z.object({ command: z.string(), exitCode: z.number().int().nullable(), tail: z.string() }).nullable(),
  agent: z.object({ exitCode: z.number().int().nullable(), durationMs: z.number().nonnegative() }).nullable(),
  usage: usage.nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Names inside an outcome artifact. */
export const outcomeFiles = { outcome: 'outcome.json', bundle: 'work.bundle', log: 'agent.log' } as const;

/** Why a restatement does not stand for the story, or nothing when each criterion is named once in the agent's words. */
export function findRestatementFault(restatement: Restatement, criteria: readonly string[]): string | null {
  if (!restatement.understood) return 'the agent says that it does not understand the story';
  if (restatement.questions.length > 0) return 'the agent has questions';
  const restated = restatement.criteria.map(({ id }) => id);
  const missing = criteria.filter((id) => !restated.includes(id));
  if (missing.length > 0) return `criteria not restated: ${missing.join(', ')}`;
  const unknown = restated.filter((id) => !criteria.includes(id));
  if (unknown.length > 0) return `criteria the story does not have: ${unknown.join(', ')}`;
  if (new Set(restated).size !== restated.length) return 'a criterion is restated twice';
  return null;
}
