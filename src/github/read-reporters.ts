import { z } from 'zod';
import type { SeenCheck, SeenCommit } from '../core/repository-settings.ts';
import type { GitHub } from './client.ts';
import { reportersDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { workflowFileOf } from './workflow-file.ts';

const contextSchema = z.discriminatedUnion('__typename', [
  z.object({
    __typename: z.literal('CheckRun'),
    name: z.string(),
    checkSuite: z.object({
      app: z.object({ databaseId: z.number().nullable() }).nullable(),
      workflowRun: z.object({ workflow: z.object({ resourcePath: z.string() }) }).nullable(),
    }),
  }),
  z.object({ __typename: z.literal('StatusContext'), context: z.string() }),
]);
const commitSchema = z.object({
  committedDate: z.string(),
  statusCheckRollup: z.object({ contexts: z.object({ nodes: z.array(contextSchema) }) }).nullable(),
});
const reportersSchema = z.object({
  repository: z.object({
    ref: z.object({ target: z.object({ history: z.object({ nodes: z.array(commitSchema) }) }) }).nullable(),
    pullRequests: z.object({
      nodes: z.array(z.object({ commits: z.object({ nodes: z.array(z.object({ commit: commitSchema })) }) })),
    }),
  }),
});

export interface Reporters {
  /** The newest commits of the base, newest first. */
  readonly base: readonly SeenCommit[];
  readonly heads: readonly SeenCommit[];
}

/** What was reported on the newest commits of the base, and on the heads of the newest pull requests into it. */
export async function readReporters(github: Pick<GitHub, 'graphql'>, base: string): Promise<Reporters> {
  const answer = await github.graphql(reportersDocument, { base, baseRef: `refs/heads/${base}` });
  const { repository } = parseAnswer(reportersSchema, answer, 'the query for reported checks');
  return {
    base: (repository.ref?.target.history.nodes ?? []).map(toCommit),
    heads: repository.pullRequests.nodes.flatMap(({ commits }) => commits.nodes.map(({ commit }) => toCommit(commit))),
  };
}

function toCommit({ committedDate, statusCheckRollup }: z.infer<typeof commitSchema>): SeenCommit {
  return { at: Date.parse(committedDate), checks: (statusCheckRollup?.contexts.nodes ?? []).map(toCheck) };
}

function toCheck(context: z.infer<typeof contextSchema>): SeenCheck {
  if (context.__typename === 'StatusContext') return { name: context.context, appId: null, workflow: null };
  const { app, workflowRun } = context.checkSuite;
  return {
    name: context.name,
    appId: app?.databaseId ?? null,
    workflow: workflowFileOf(workflowRun),
  };
}
