import { isRepair } from '../core/repair.ts';
import { isVerdictValid, listVouched } from '../core/standing.ts';
import type { StoryNumber } from '../core/story.ts';
import { presentChecks } from './checks/story-checks.ts';
import { labelsOf } from './labels.ts';
import type { PlacedText } from './own-part.ts';
import { renderPullRequest } from './pull-request.ts';
import { renderRepair } from './repair.ts';
import { presentStatus } from './status-comment.ts';
import type { StoryPage } from './story-page.ts';
import type { PullRequestText, Surface } from './surface.ts';

/** What is to be seen of a story on its pull request: its text and labels, our checks on its head, the status comment. */
export function presentStory(page: StoryPage, awaitedBy: readonly StoryNumber[]): readonly Surface[] {
  const { pullRequest } = page;
  if (pullRequest.state === 'CLOSED') return [presentStatus(page)];
  return [presentText(page, awaitedBy), ...presentChecks(page), presentStatus(page)];
}

function presentText(page: StoryPage, awaitedBy: readonly StoryNumber[]): PullRequestText {
  const { number } = page.pullRequest;
  return {
    kind: 'pull_request',
    key: `pull ${number}`,
    number,
    text: renderText(page, awaitedBy),
    labels: labelsOf(page),
  };
}

/** A revert's text is written when it is made: what it says of the merge that it undoes is not remembered. */
function renderText(
  { view, context, places, dashboard }: StoryPage,
  awaitedBy: readonly StoryNumber[],
): PlacedText | null {
  const { story, memory } = view;
  if (isRepair(story.number)) return context.ledger.repair.red?.reverts == null ? renderRepair(story) : null;
  const failure = memory.feedback.find(({ kind }) => kind === 'review_failed')?.summary ?? null;
  return renderPullRequest(story, {
    verdict: isVerdictValid(view) ? memory.verdict : null,
    failure,
    vouched: listVouched(view),
    attempts: memory.attempts,
    awaitedBy,
    dashboard,
    repository: places.repository,
  });
}
