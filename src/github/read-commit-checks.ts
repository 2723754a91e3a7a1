import { z } from 'zod';
import type { Sha } from '../core/assignment.ts';
import type { CheckFacts } from '../core/snapshot.ts';
import type { GitHub } from './client.ts';
import { composeCommitChecksDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';
import { readChecks, rollupSchema } from './rollup.ts';
import { suitesSchema, toUnfinishedChecks } from './suite-checks.ts';

const commitSchema = z.object({ statusCheckRollup: rollupSchema, checkSuites: suitesSchema }).nullable();
const answerSchema = z.object({ repository: z.record(z.string(), commitSchema) });

/** The checks of these commits, workflow runs that are not over among them: one request for all. */
export async function readCommitChecks(
  github: Pick<GitHub, 'graphql'>,
  shas: readonly Sha[],
): Promise<ReadonlyMap<Sha, readonly CheckFacts[]>> {
  if (shas.length === 0) return new Map();
  const data = await github.graphql(composeCommitChecksDocument(shas), {});
  const commits = parseAnswer(answerSchema, data, 'the query for the checks of commits').repository;
  const found = await Promise.all(
    shas.map(async (sha, index) => {
      const commit = commits[`c${index}`] ?? null;
      if (commit === null) return [];
      const checks = await readChecks(github, commit.statusCheckRollup);
      return [[sha, [...checks, ...toUnfinishedChecks(commit.checkSuites)]] as const];
    }),
  );
  return new Map(found.flat());
}
