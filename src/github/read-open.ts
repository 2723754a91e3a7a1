import { z } from 'zod';
import { sha } from '../core/assignment.ts';
import { reportWorkflow } from '../core/report-workflow.ts';
import { ConfigurationError, RemoteError } from '../errors.ts';
import { withoutSuffix } from './bot-login.ts';
import type { GitHub } from './client.ts';
import { connectionOf, readRemaining } from './connection.ts';
import { dashboardSchema } from './dashboard-record.ts';
import { dispensableFields } from './dispensable-fields.ts';
import { composeOpenDocument, openPullRequestsDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { type PullRequestRecord, pullRequestSchema } from './pull-request-record.ts';
import { rollupSchema } from './rollup.ts';
import { suitesSchema } from './suite-checks.ts';

const pullRequestsSchema = connectionOf(pullRequestSchema);

/** What can be seen of classic protection without being an administrator. */
const refUpdateRuleSchema = z.object({
  requiredApprovingReviewCount: z.number().nullable(),
  requiredStatusCheckContexts: z.array(z.string().nullable()).nullable(),
  // A server that has not got it does not ask for it.
  requiresCodeOwnerReviews: z.boolean().default(false),
  requiresConversationResolution: z.boolean(),
  requiresLinearHistory: z.boolean(),
});

const repositorySchema = z.object({
  databaseId: z.number(),
  mergeCommitAllowed: z.boolean(),
  squashMergeAllowed: z.boolean(),
  rebaseMergeAllowed: z.boolean(),
  defaultBranchRef: z.object({ name: z.string() }),
  rulesets: z
    .object({ nodes: z.array(z.object({ databaseId: z.number().nullable(), updatedAt: z.string() }).nullable()) })
    .nullable()
    .default(null),
  ref: z
    .object({
      refUpdateRule: refUpdateRuleSchema.nullable().default(null),
      target: z.object({ oid: sha, statusCheckRollup: rollupSchema, checkSuites: suitesSchema }),
    })
    .nullable(),
  workflow: z
    .object({ text: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  report: z.object({ oid: z.string() }).nullable().default(null),
  issue: dashboardSchema.nullable().default(null),
  pullRequests: pullRequestsSchema,
});

export type RefUpdateRule = z.infer<typeof refUpdateRuleSchema>;
export type RepositoryRecord = z.infer<typeof repositorySchema>;

export interface OpenWork {
  /** The login in whose name we act, without `[bot]`. */
  readonly viewer: string;
  readonly repository: RepositoryRecord;
  readonly base: NonNullable<RepositoryRecord['ref']>;
  /** Every pull request open against the base, whosever it is. */
  readonly pullRequests: readonly PullRequestRecord[];
}

export interface OpenQuestion {
  readonly base: string;
  /** File name of our own workflow, to see its schedule. */
  readonly workflow: string;
  /** The number of the dashboard's issue, where it is known. */
  readonly dashboard: number | null;
}

/**
 * The repository, its base, the dashboard and every pull request open against the base: one request, and one more per
 * further fifty.
 */
export async function readOpenWork(
  github: Pick<GitHub, 'owner' | 'repo' | 'graphql'>,
  { base, workflow, dashboard }: OpenQuestion,
): Promise<OpenWork> {
  const ask = (after: string | null): Promise<unknown> =>
    askOpen(github, {
      base,
      baseRef: `refs/heads/${base}`,
      after,
      first: after === null,
      workflow: `HEAD:.github/workflows/${workflow}`,
      report: `HEAD:.github/workflows/${reportWorkflow}`,
      dashboard: dashboard ?? 0,
      hasDashboard: after === null && dashboard !== null,
    });
  const name = 'the query for open pull requests';
  const answerSchema = z.object({
    viewer: z.object({ login: z.string() }),
    repository: repositorySchema.nullable(),
  });
  const { viewer, repository } = parseAnswer(answerSchema, await ask(null), name);
  if (repository === null) {
    throw new ConfigurationError(`${github.owner}/${github.repo} cannot be seen with this token`, {
      remedy: 'Install the App on this repository and grant it `contents`, `pull-requests`, `checks` and `actions`.',
    });
  }
  if (repository.ref === null) {
    throw new ConfigurationError(`the repository has no branch ${base}`, {
      remedy: 'Name the branch work is merged into in the configuration, or push it.',
    });
  }
  const pullRequests = await readRemaining(repository.pullRequests, async (after) => {
    const schema = z.object({ repository: z.object({ pullRequests: pullRequestsSchema }) });
    return parseAnswer(schema, await ask(after), name).repository.pullRequests;
  });
  return { viewer: withoutSuffix(viewer.login), repository, base: repository.ref, pullRequests };
}

/** Asked once more without what an older server does not know, where all of that can be done without. */
async function askOpen(
  github: Pick<GitHub, 'graphql'>,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    return await github.graphql(openPullRequestsDocument, variables);
  } catch (error) {
    if (!(error instanceof RemoteError) || error.unknownFields.length === 0) throw error;
    const unknown = dispensableFields.filter((field) => error.unknownFields.includes(field));
    if (!error.unknownFields.every((field) => unknown.some((known) => known === field))) throw error;
    return await github.graphql(composeOpenDocument(unknown), variables);
  }
}
