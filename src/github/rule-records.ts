import { z } from 'zod';

/** Null where a server does not say which ruleset a rule is of: who may pass over it cannot be asked then. */
const ruleset_id = z.number().nullable().default(null);

const statusChecksRule = z.object({
  type: z.literal('required_status_checks'),
  ruleset_id,
  parameters: z.object({
    required_status_checks: z.array(z.object({ context: z.string(), integration_id: z.number().nullish() })),
    strict_required_status_checks_policy: z.boolean(),
  }),
});
const pullRequestRule = z.object({
  type: z.literal('pull_request'),
  ruleset_id,
  parameters: z.object({
    allowed_merge_methods: z.array(z.enum(['merge', 'squash', 'rebase'])).optional(),
    required_approving_review_count: z.number(),
    // A server that has not got one of these does not ask for it.
    require_code_owner_review: z.boolean().default(false),
    require_last_push_approval: z.boolean().default(false),
    dismiss_stale_reviews_on_push: z.boolean().default(false),
    required_review_thread_resolution: z.boolean(),
  }),
});
const bareRule = z.object({ type: z.enum(['merge_queue', 'required_linear_history']), ruleset_id });
/** A rule that GitHub enforces and that says nothing about what we do ourselves. */
const otherRule = z.object({ type: z.string(), ruleset_id }).transform(({ ruleset_id }) => ({
  type: 'other' as const,
  ruleset_id,
}));
const knownRule = z.discriminatedUnion('type', [statusChecksRule, pullRequestRule, bareRule]);
const knownTypes: readonly unknown[] = [
  'required_status_checks',
  'pull_request',
  'merge_queue',
  'required_linear_history',
];

/** One active rule of a branch. A rule of a type we know has to have the shape we know. */
export const ruleSchema = z.looseObject({ type: z.string() }).transform((rule, context) => {
  const parsed = (knownTypes.includes(rule.type) ? knownRule : otherRule).safeParse(rule);
  if (parsed.success) return parsed.data;
  context.addIssue(z.prettifyError(parsed.error));
  return z.NEVER;
});
export type RuleRecord = z.infer<typeof ruleSchema>;

/** What `GET branches/{branch}` tells of classic protection to everybody. */
export const branchSchema = z.object({
  protection: z
    .object({
      enabled: z.boolean().optional(),
      required_status_checks: z
        .object({
          enforcement_level: z.string().optional(),
          contexts: z.array(z.string()),
          checks: z.array(z.object({ context: z.string(), app_id: z.number().nullable() })).optional(),
          strict: z.boolean().optional(),
        })
        .optional(),
    })
    .optional(),
});
export type BranchRecord = z.infer<typeof branchSchema>;
