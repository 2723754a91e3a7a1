import { findReadiness, type Readiness } from '../core/readiness.ts';
import type { DependencyGraph } from '../loopctl/port.ts';
import type { Pass } from './pass.ts';

/** What is ready and what blocks the rest: of the graph, which is one request, else as loopctl lists it, page by page. */
export async function gatherReadiness(
  graph: DependencyGraph,
  { loopctl, project }: Pick<Pass, 'loopctl' | 'project'>,
): Promise<Readiness> {
  const found = findReadiness(graph);
  if (found !== null) return found;
  const [ready, blocked] = await Promise.all([loopctl.listReady(project.id), loopctl.listBlocked(project.id)]);
  return {
    ready: new Set(ready.map(({ number }) => number)),
    blockers: new Map(blocked.map((row) => [row.story.number, row.blockers.map(({ number }) => number)])),
  };
}
