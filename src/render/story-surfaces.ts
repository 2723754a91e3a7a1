import { listAwaiting } from '../core/awaiting.ts';
import { isRepair } from '../core/repair.ts';
import { isVerdictValid, listVouched } from '../core/standing.ts';
import { presentChecks } from './checks/story-checks.ts';
import { labelsOf } from './labels.ts';
import type { PlacedText } from './own-part.ts';
import { renderPullRequest } from './pull-request.ts';
import { renderRepair } from './repair.ts';
import { presentStatus } from './status-comment.ts';
import type { StoryPage } from './story-page.ts';
import type { PullRequestText, Surface } from './surface.ts';

/** What is to be seen of a story on its pull request: its text and labels, our checks on its head, the status comment. */
export function presentStory(page: StoryPage): readonly Surface[] {
  const { pullRequest } = page;
  if (pullRequest.state === 'CLOSED') return [presentStatus(page)];
  return [presentText(page), ...presentChecks(page), presentStatus(page)];
}

function presentText(page: StoryPage): PullRequestText {
  return textOn(page.pullRequest.number, renderText(page), labelsOf(page));
}

/** Text and labels of this pull request. */
export function textOn(number: number, text: PlacedText | null, labels: readonly string[]): PullRequestText {
  return { kind: 'pull_request', key: `pull ${number}`, number, text, labels };
}

/** A revert's text is written when it is made: what it says of the merge that it undoes is not remembered. */
function renderText({ view, context, places, dashboard }: StoryPage): PlacedText | null {
  const { story, memory } = view;
  if (isRepair(story.number)) return context.ledger.repair.red?.reverts == null ? renderRepair(story) : null;
  const failure = memory.feedback.find(({ kind }) => kind === 'review_failed')?.summary ?? null;
  return renderPullRequest(story, {
    verdict: isVerdictValid(view) ? memory.verdict : null,
    failure,
    vouched: listVouched(view),
    attempts: memory.attempts,
    awaitedBy: listAwaiting(story.number, context.world),
    dashboard,
    repository: places.repository,
  });
}
