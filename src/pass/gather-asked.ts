import { parseComment } from '../core/commands/parse-comment.ts';
import type { CommentFacts } from '../core/heard.ts';
import type { PullRequestFacts } from '../core/snapshot.ts';
import type { StoryNumber } from '../core/story.ts';
import { parseBranch } from '../core/view.ts';
import type { GitHub } from '../github/client.ts';
import { readNewestPulls } from './newest-pulls.ts';

/**
 * The pull requests of stories whose merge a person wants undone, where they are not known any more: a verified story has
 * left the ledger. Where nobody asks for that nothing is asked.
 */
export async function gatherAsked(
  comments: readonly CommentFacts[],
  known: readonly PullRequestFacts[],
  github: Pick<GitHub, 'graphql'>,
): Promise<readonly PullRequestFacts[]> {
  const stories = new Set(comments.flatMap(storiesToRevert));
  for (const { headRef } of known) stories.delete(parseBranch(headRef)?.story ?? '');
  return await readNewestPulls(github, [...stories]);
}

/** Those of whoever may have it done at all: nobody else makes us ask for anything. */
function storiesToRevert({ actor, body, branch }: CommentFacts): readonly StoryNumber[] {
  if (!actor.canMaintain) return [];
  const here = branch === null ? null : parseBranch(branch);
  return parseComment(body).flatMap(({ reading }) => {
    if (reading.kind !== 'command' || reading.command.verb !== 'revert') return [];
    return reading.command.story ?? here?.story ?? [];
  });
}
