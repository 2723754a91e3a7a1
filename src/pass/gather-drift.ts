import { type Dependency, explainDrift } from '../core/drift.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Pass } from './pass.ts';

type Backlog = Pick<Pass, 'loopctl' | 'project'>;

/** What stories wait for only because loopctl keeps a dependency that the backlog does not name; nothing is asked where none drifted. */
export async function gatherDrift(
  { stories, blockers }: Pick<Snapshot, 'stories' | 'blockers'>,
  { drift }: Ledger,
  pass: Backlog,
): Promise<Snapshot['drift']> {
  if (drift.length === 0 || blockers.size === 0) return new Map();
  const epicOf = new Map(stories.map(({ number, epic }) => [number, epic]));
  return explainDrift({ drift, kept: await readDependencies(pass), blockers, epicOf });
}

/** Every dependency that loopctl has, by numbers. */
export async function readDependencies({ loopctl, project }: Backlog): Promise<readonly Dependency[]> {
  const [graph, stories] = await Promise.all([loopctl.dependencyGraph(project.id), loopctl.listStories(project.id)]);
  const names = new Map([
    ...stories.map(({ id, number }) => [id, number] as const),
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
