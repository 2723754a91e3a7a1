import { type Dependency, explainDrift } from '../core/drift.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { DependencyGraph } from '../loopctl/port.ts';
import type { Pass } from './pass.ts';

/** What stories wait for only because loopctl keeps a dependency that the backlog does not name. */
export function findBlockingDrift(
  graph: DependencyGraph,
  blockers: Snapshot['blockers'],
  { drift }: Pick<Ledger, 'drift'>,
): Snapshot['drift'] {
  if (drift.length === 0 || blockers.size === 0) return new Map();
  const epicOf = new Map(
    graph.epics.flatMap(({ number, stories }) => stories.map((story) => [story.number, number] as const)),
  );
  return explainDrift({ drift, kept: dependenciesOf(graph), blockers, epicOf });
}

/** Every dependency that loopctl has, by numbers. */
export async function readDependencies({
  loopctl,
  project,
}: Pick<Pass, 'loopctl' | 'project'>): Promise<readonly Dependency[]> {
  return dependenciesOf(await loopctl.dependencyGraph(project.id));
}

function dependenciesOf(graph: DependencyGraph): readonly Dependency[] {
  const names = new Map([
    ...graph.epics.flatMap(({ stories }) => stories.map(({ id, number }) => [id, number] as const)),
    ...graph.epics.map(({ id, number }) => [id, String(number)] as const),
  ]);
  const edges = [
    ...graph.storyDependencies.map((edge) => ({ kind: 'story' as const, ...edge })),
    ...graph.epicDependencies.map((edge) => ({ kind: 'epic' as const, ...edge })),
  ];
  return edges.flatMap(({ kind, from, to }) => {
    const [story, other] = [names.get(from), names.get(to)];
    return story === undefined || other === undefined ? [] : [{ kind, from: story, to: other }];
  });
}
