import { z } from 'zod';
import type {
  BranchProtection,
  BranchRule,
  ClassicProtection,
  RulesetFacts,
  Seen,
} from '../core/repository-settings.ts';
import type { GitHub } from './client.ts';
import { look } from './look.ts';
import { parseAnswer } from './parse-answer.ts';
import { readPages } from './read-pages.ts';

const requiredCheck = z
  .object({ context: z.string(), integration_id: z.number().nullish() })
  .transform(({ context, integration_id }) => ({ name: context, appId: integration_id ?? null }));

/** Older servers do not tell which ruleset a rule is of. */
const rulesetId = z.number().nullish();

const pullRequestRule = z
  .object({
    type: z.literal('pull_request'),
    ruleset_id: rulesetId,
    parameters: z.object({
      required_approving_review_count: z.number(),
      require_code_owner_review: z.boolean(),
      allowed_merge_methods: z.array(z.enum(['merge', 'squash', 'rebase'])).optional(),
    }),
  })
  .transform(
    ({ type, ruleset_id, parameters }): BranchRule => ({
      type,
      rulesetId: ruleset_id ?? null,
      approvals: parameters.required_approving_review_count,
      codeOwners: parameters.require_code_owner_review,
      methods: parameters.allowed_merge_methods ?? null,
    }),
  );
const statusChecksRule = z
  .object({
    type: z.literal('required_status_checks'),
    ruleset_id: rulesetId,
    parameters: z.object({ required_status_checks: z.array(requiredCheck) }),
  })
  .transform(
    ({ type, ruleset_id, parameters }): BranchRule => ({
      type,
      rulesetId: ruleset_id ?? null,
      checks: parameters.required_status_checks,
    }),
  );
const bareRule = z
  .object({
    type: z.string().refine((type) => type !== 'pull_request' && type !== 'required_status_checks'),
    ruleset_id: rulesetId,
  })
  .transform(({ type, ruleset_id }): BranchRule => ({ type: 'bare', rulesetId: ruleset_id ?? null, name: type }));
const ruleSchema = z.union([pullRequestRule, statusChecksRule, bareRule]);

const rulesetSchema = z.object({
  name: z.string(),
  current_user_can_bypass: z.string().nullish(),
  bypass_actors: z.array(z.object({ actor_type: z.string(), actor_id: z.number().nullish() })).nullish(),
});

const classicChecks = z.array(z.object({ context: z.string(), app_id: z.number().nullable() }));
const branchSchema = z.object({
  protection: z
    .object({
      enabled: z.boolean().optional(),
      required_status_checks: z
        .object({ enforcement_level: z.string().optional(), checks: classicChecks.optional() })
        .optional(),
    })
    .optional(),
});

const switchSchema = z.object({ enabled: z.boolean() }).optional();
const namesSchema = z.object({
  apps: z.array(z.object({ slug: z.string() })).optional(),
  users: z.array(z.object({ login: z.string() })).optional(),
  teams: z.array(z.object({ slug: z.string() })).optional(),
});
const protectionSchema = z.object({
  required_status_checks: z.object({ checks: classicChecks.optional() }).optional(),
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.number().optional(),
      require_code_owner_reviews: z.boolean().optional(),
      bypass_pull_request_allowances: namesSchema.optional(),
    })
    .optional(),
  restrictions: namesSchema.optional(),
  enforce_admins: switchSchema,
  required_linear_history: switchSchema,
  allow_force_pushes: switchSchema,
  allow_deletions: switchSchema,
});

const administrator = 'Run `npx . doctor` as an administrator: nobody else sees classic protection.';

/** All that protects a branch, also one that is not there yet: rulesets, and what can be seen of classic protection. */
export async function readBranchProtection(github: Pick<GitHub, 'request'>, branch: string): Promise<BranchProtection> {
  const route = 'GET /repos/{owner}/{repo}/rules/branches/{branch}';
  const [rules, visible] = await Promise.all([
    readPages(github, route, { branch }, (data) => parseAnswer(z.array(ruleSchema), data, route)),
    readVisible(github, branch),
  ]);
  const ids = [...new Set(rules.map(({ rulesetId }) => rulesetId))];
  const [rulesets, classic] = await Promise.all([
    Promise.all(ids.map((id) => (id === null ? unnamed : readRuleset(github, id)))),
    visible.isClassic ? look(administrator, () => readClassic(github, branch)) : none,
  ]);
  return { rules, rulesets, classic, classicChecks: visible.checks };
}

const unnamed: RulesetFacts = { id: null, name: 'that the server does not name', canBypass: null, actors: null };
const none: Seen<null> = { kind: 'seen', value: null };

async function readVisible(
  github: Pick<GitHub, 'request'>,
  branch: string,
): Promise<{ readonly isClassic: boolean; readonly checks: ClassicProtection['checks'] }> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}';
  const answer = await github.request(route, { branch }, [404]);
  if (answer.status === 404) return { isClassic: false, checks: [] };
  const { protection } = parseAnswer(branchSchema, answer.data, route);
  const required = protection?.required_status_checks;
  return {
    isClassic: protection?.enabled === true,
    checks: required?.enforcement_level === 'off' ? [] : toChecks(required?.checks ?? []),
  };
}

async function readRuleset(github: Pick<GitHub, 'request'>, id: number): Promise<RulesetFacts> {
  const route = 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}';
  // A ruleset of the organisation is told to those who may see that.
  const answer = await github.request(route, { ruleset_id: id }, [403, 404]);
  if (answer.status !== 200) return { id, name: String(id), canBypass: null, actors: null };
  const ruleset = parseAnswer(rulesetSchema, answer.data, route);
  return {
    id,
    name: ruleset.name,
    canBypass: ruleset.current_user_can_bypass ?? null,
    actors: ruleset.bypass_actors?.map(({ actor_type: type, actor_id }) => ({ type, id: actor_id ?? null })) ?? null,
  };
}

async function readClassic(github: Pick<GitHub, 'request'>, branch: string): Promise<ClassicProtection | null> {
  const route = 'GET /repos/{owner}/{repo}/branches/{branch}/protection';
  const answer = await github.request(route, { branch });
  const protection = parseAnswer(protectionSchema, answer.data, route);
  const { required_pull_request_reviews: reviews, restrictions } = protection;
  return {
    requiresPullRequest: reviews !== undefined,
    approvals: reviews?.required_approving_review_count ?? 0,
    codeOwners: reviews?.require_code_owner_reviews === true,
    checks: toChecks(protection.required_status_checks?.checks ?? []),
    linear: protection.required_linear_history?.enabled === true,
    allowsForcePushes: protection.allow_force_pushes?.enabled === true,
    allowsDeletions: protection.allow_deletions?.enabled === true,
    bindsAdmins: protection.enforce_admins?.enabled === true,
    bypassingApps: reviews?.bypass_pull_request_allowances?.apps?.map(({ slug }) => slug) ?? [],
    pushers: restrictions === undefined ? null : namesIn(restrictions),
  };
}

function namesIn({ apps = [], users = [], teams = [] }: z.infer<typeof namesSchema>): readonly string[] {
  return [...apps.map(({ slug }) => slug), ...users.map(({ login }) => login), ...teams.map(({ slug }) => slug)];
}

function toChecks(checks: z.infer<typeof classicChecks>): ClassicProtection['checks'] {
  // Classic protection writes "any app" as -1.
  return checks.map(({ context, app_id }) => ({ name: context, appId: app_id === -1 ? null : app_id }));
}
