import { z } from 'zod';
import type { GitHub } from './client.ts';
import { commentsDocument } from './documents.ts';
import { parseAnswer } from './parse-answer.ts';

const commentsPerQuery = 100;

/** Where a comment stands, and what we and its author did with it: all that the list of comments does not tell. */
export interface CommentPlace {
  /** The issue or pull request. */
  readonly number: number;
  /** An issue that we opened: the dashboard. */
  readonly isOnIssueOfOurs: boolean;
  /** The pull request's branch in this repository; null for an issue, and for a pull request from a fork. */
  readonly branch: string | null;
  readonly isEdited: boolean;
  /** A rocket or a thumb down in our name is on it. */
  readonly isAnswered: boolean;
}

const answers: readonly string[] = ['ROCKET', 'THUMBS_DOWN'];

const placeSchema = z
  .object({
    lastEditedAt: z.string().nullable(),
    issue: z.object({ number: z.number(), viewerDidAuthor: z.boolean() }),
    pullRequest: z.object({ headRefName: z.string(), isCrossRepository: z.boolean() }).nullable(),
    reactionGroups: z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() })).nullable(),
  })
  .transform(
    ({ lastEditedAt, issue, pullRequest, reactionGroups }): CommentPlace => ({
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
): Promise<readonly (CommentPlace | null)[]> {
  const places: (CommentPlace | null)[] = [];
  for (let start = 0; start < nodeIds.length; start += commentsPerQuery) {
    const ids = nodeIds.slice(start, start + commentsPerQuery);
    const answer = await github.graphql(commentsDocument, { ids });
    places.push(...parseAnswer(answerSchema, answer, 'the query for comments').nodes);
  }
  return places;
}
