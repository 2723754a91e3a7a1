import { z } from 'zod';

export const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
export type Sha = string;

const criterion = z.object({ id: z.string(), text: z.string() });

/**
 * Why the author before this one was not done, or a person's guidance: what the next author has to answer. Text from
 * outside, never trusted.
 */
export const feedbackSchema = z.object({
  kind: z.enum([
    'ci_red',
    'review_failed',
    'outcome_refused',
    'deliverables_missing',
    'conflict',
    'reverted',
    'guidance',
  ]),
  summary: z.string(),
  items: z.array(z.string()),
  headSha: sha.nullable(),
  /** The login of the person whose words these are; left out where nobody said them. */
  by: z.string().optional(),
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** What every agent job is told, whatever it is for. */
export const common = {
  version: z.literal(1),
  id: z.string().regex(/^[0-9a-z-]{1,60}$/),
  /** The workflow run that dispatched it: the agent phase refuses to start in another one. */
  run: z.number().int(),
  attempt: z.number().int(),
  /** Milliseconds since the epoch: the agent phase refuses to start later. */
  notAfter: z.number(),
  base: z.object({ branch: z.string(), sha }),
  /** The commit the work starts from, and which the result must descend from. */
  startSha: sha,
  branch: z.string(),
};

const storyPart = {
  story: z.object({
    number: z.string(),
    epic: z.number(),
    title: z.string(),
    description: z.string().nullable(),
    criteria: z.array(criterion).min(1),
    deliverables: z.array(z.string()),
  }),
  criteriaHash: z.string(),
};

/** One agent job. A repair has no story: its agreement is the red base SHA and its failing jobs. */
export const assignmentSchema = z.discriminatedUnion('role', [
  z.object({ ...common, ...storyPart, role: z.literal('implement'), feedback: z.array(feedbackSchema) }),
  z.object({ ...common, ...storyPart, role: z.literal('fix'), feedback: z.array(feedbackSchema).min(1) }),
  z.object({
    ...common,
    ...storyPart,
    role: z.literal('review'),
    /** The commit against which the change is read: the merge base of head and base. */
    diffBase: sha,
    checklist: z.array(z.string()),
    /** Things the quarantine noticed and the reviewer must answer: deleted tests, changes to what CI runs. */
    concerns: z.array(z.string()),
  }),
  z.object({
    ...common,
    role: z.literal('repair'),
    redSha: sha,
    failures: z.array(z.object({ job: z.string(), log: z.string() })),
    feedback: z.array(feedbackSchema),
  }),
]);
export type Assignment = z.infer<typeof assignmentSchema>;
export type Role = Assignment['role'];
