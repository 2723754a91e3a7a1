import { reasons } from '../core/reasons.ts';
import type { StoryPage } from './story-page.ts';
import type { Places } from './surface.ts';

/** On everything of ours that people see. */
export const ownLabel = 'orchestrate';

/** On the dashboard alone. */
export const dashboardLabel = 'orchestrate-dashboard';

/** Where the dashboard is found, whatever its number. */
export function findDashboard({ repository }: Pick<Places, 'repository'>): string {
  return `${repository}/issues?q=${encodeURIComponent(`is:open label:${dashboardLabel}`)}`;
}

/** On a pull request as long as it waits for a person; what passes by itself stands in the checks. */
export const humanLabel = 'orchestrate: needs human';

/** Every label that is ours to take away from a pull request. */
export const ownLabels: readonly string[] = [ownLabel, humanLabel];

/** Every label that the loop makes in a repository. */
export const allLabels: readonly string[] = [...ownLabels, dashboardLabel];

/** The labels of ours that a story's pull request has. */
export function labelsOf({ pullRequest, hold }: StoryPage): readonly string[] {
  const isForPeople = pullRequest.state === 'OPEN' && hold !== null && reasons[hold.code].who === 'person';
  return isForPeople ? [ownLabel, humanLabel] : [ownLabel];
}
