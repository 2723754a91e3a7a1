import type { PresentFacts } from '../surface.ts';

/** Whether people want a dashboard: neither the configuration nor whoever closed it says no. */
export function isDashboardWanted({ policy, world }: Pick<PresentFacts, 'policy' | 'world'>): boolean {
  return policy.dashboard && world.dashboard?.isOpen !== false;
}
