import { isRepair } from '../core/repair.ts';
import { viewStories } from '../core/view.ts';
import { renderPullRequest } from './pull-request.ts';
import type { PresentFacts, Surface } from './surface.ts';

/** Everything that people are to see of the project as it stands; the shell writes what differs from what was shown. */
export function present({ world, ledger }: PresentFacts): readonly Surface[] {
  return viewStories(world, ledger).flatMap(({ story, pullRequest }): readonly Surface[] => {
    if (pullRequest === null || pullRequest.state === 'CLOSED' || isRepair(story.number)) return [];
    const { number } = pullRequest;
    return [{ kind: 'pull_request', key: `pull ${number}`, number, ...renderPullRequest(story) }];
  });
}
