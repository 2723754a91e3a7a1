import type { AcceptedHead, Ledger } from '../ledger.ts';
import type { PullRequestFacts } from '../snapshot.ts';
import type { StoryView } from '../view.ts';
import { viewStories } from '../view.ts';
import { type Refused, refused } from './command-answer.ts';
import type { CommandFacts } from './command-facts.ts';

/** The work that a person speaks of: an accepted head, open, and the one that was there when it was said. */
export interface JudgedHead {
  readonly kind: 'head';
  readonly view: StoryView;
  readonly head: AcceptedHead;
  readonly pullRequest: PullRequestFacts;
}

/**
 * The head that a command is about, or why it can be about none: there is no work, or it is another one than whoever gave
 * the command could have seen. When it was pushed GitHub's clock says, at the push.
 */
export function findJudgedHead(
  number: string,
  ledger: Ledger,
  { world, saidAt }: Pick<CommandFacts, 'world' | 'saidAt'>,
): JudgedHead | Refused {
  const view = viewStories(world, ledger).find(({ story }) => story.number === number);
  const { pullRequest } = view ?? {};
  const head = view?.memory.head;
  if (view === undefined || pullRequest === undefined || pullRequest === null || !head) {
    return refused(`${number} has no work that could be judged.`, 'Wait until its pull request is open.');
  }
  if (view.memory.merged !== null || pullRequest.state !== 'OPEN') {
    const end = pullRequest.state === 'CLOSED' ? 'closed' : 'merged';
    return refused(
      `#${pullRequest.number} is ${end}.`,
      'What is merged `revert` undoes; what is closed `retry` begins anew.',
    );
  }
  const tip = pullRequest.headSha.slice(0, 7);
  if (pullRequest.headSha !== head.sha) {
    return refused(`#${pullRequest.number} is at ${tip}, which was not judged yet.`, 'Say it again when it was.');
  }
  if (head.at >= saidAt) {
    return refused(`#${pullRequest.number} moved to ${tip} after that was said.`, 'Look at it, and say it again.');
  }
  return { kind: 'head', view, head, pullRequest };
}
