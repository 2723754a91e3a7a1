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

/** How a pull request stands; at most one of them is on it. */
export const stateLabels = {
  human: 'orchestrate: needs human',
  agent: 'orchestrate: agent at work',
  waiting: 'orchestrate: waiting',
} as const;

/** Every label that is ours to take away. */
export const ownLabels: readonly string[] = [ownLabel, ...Object.values(stateLabels)];

/** The labels of ours that a story's pull request has. */
export function labelsOf({ view, pullRequest, hold }: StoryPage): readonly string[] {
  if (pullRequest.state !== 'OPEN') return [ownLabel];
  if (hold !== null && reasons[hold.code].who === 'person') return [ownLabel, stateLabels.human];
  return [ownLabel, view.flight === null ? stateLabels.waiting : stateLabels.agent];
}
