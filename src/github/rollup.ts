import { z } from 'zod';
import type { CheckFacts } from '../core/snapshot.ts';
import { rollupContextSchema, toCheckFacts } from './check-facts.ts';
import type { GitHub } from './client.ts';
import { connectionOf, readRemaining } from './connection.ts';
import { moreContextsDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';

/** A context that is null is one that our token may not see. */
const contextsSchema = connectionOf(rollupContextSchema.nullable());
const pageSchema = z.object({ node: z.object({ contexts: contextsSchema }) });

/** A commit's status rollup; GitHub has none for a commit nothing ever reported on. */
export const rollupSchema = z.object({ id: z.string(), contexts: contextsSchema }).nullable();
export type Rollup = z.infer<typeof rollupSchema>;

/** The checks of a commit, those beyond the first hundred asked for page by page. */
export async function readChecks(github: Pick<GitHub, 'graphql'>, rollup: Rollup): Promise<CheckFacts[]> {
  if (rollup === null) return [];
  const contexts = await readRemaining(rollup.contexts, async (after) => {
    const data = await github.graphql(moreContextsDocument, { id: rollup.id, after });
    return parseAnswer(pageSchema, data, 'the query for more checks').node.contexts;
  });
  return toCheckFacts(contexts);
}
