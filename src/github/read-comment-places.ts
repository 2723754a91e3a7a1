import { z } from 'zod';
import type { PlaceOfComment } from '../core/commands/hearing.ts';
import type { GitHub } from './client.ts';
import { commentsDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';

const commentsPerQuery = 100;

const answers: readonly string[] = ['ROCKET', 'THUMBS_DOWN'];

const placeSchema = z
  .object({
    lastEditedAt: z.string().nullable(),
    issue: z.object({ number: z.number(), viewerDidAuthor: z.boolean() }),
    pullRequest: z.object({ headRefName: z.string(), isCrossRepository: z.boolean() }).nullable(),
    reactionGroups: z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() })).nullable(),
  })
  .transform(
    ({ lastEditedAt, issue, pullRequest, reactionGroups }): PlaceOfComment => ({
      number: issue.number,
      isOnIssueOfOurs: pullRequest === null && issue.viewerDidAuthor,
      branch: pullRequest === null || pullRequest.isCrossRepository ? null : pullRequest.headRefName,
      isEdited: lastEditedAt !== null,
      isAnswered: (reactionGroups ?? []).some(
        ({ content, viewerHasReacted }) => viewerHasReacted && answers.includes(content),
      ),
    }),
  );

const answerSchema = z.object({ nodes: z.array(placeSchema.nullable()) });

/** The places of comments by node id, in the same order; null for one that was deleted. One query a hundred. */
export async function readCommentPlaces(
  github: Pick<GitHub, 'graphql'>,
  nodeIds: readonly string[],
): Promise<readonly (PlaceOfComment | null)[]> {
  const places: (PlaceOfComment | null)[] = [];
  for (let start = 0; start < nodeIds.length; start += commentsPerQuery) {
    const ids = nodeIds.slice(start, start + commentsPerQuery);
    const answer = await github.graphql(commentsDocument, { ids });
    places.push(...parseAnswer(answerSchema, answer, 'the query for comments').nodes);
  }
  return places;
}
