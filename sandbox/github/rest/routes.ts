import type { Edition } from '../conditions.ts';
import { actionsRoutes } from './actions-routes.ts';
import type { Route } from './api.ts';
import { checkRoutes } from './check-routes.ts';
import { commitRoutes } from './commit-routes.ts';
import { gitRoutes } from './git-routes.ts';
import { issueRoutes } from './issue-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { repositoryRoutes } from './repository-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { settingsRoutes } from './settings-routes.ts';

/** Every REST call that is answered. A path may fit two patterns (`commits/x/status`, `commits/x`): the longer come first. */
export const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...gitRoutes,
  ...checkRoutes,
  ...commitRoutes,
  ...ruleRoutes,
  ...mergeRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...actionsRoutes,
  ...settingsRoutes,
];

/** The calls that an edition answers. */
export function routesOf(edition: Edition): readonly Route[] {
  return edition === 'github.com' ? routes : routes.filter(({ path }) => !path.includes('/merge-async'));
}
