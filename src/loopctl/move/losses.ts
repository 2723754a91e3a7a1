import type { ProjectAccount } from './account.ts';
import type { Standing } from './standing.ts';

/** One thing that a move cannot keep as it was. */
export type MoveLoss =
  /** Somebody works on it: the claim stays behind. */
  | { readonly kind: 'claim'; readonly number: string; readonly standing: Standing }
  /** So many rejections: a target counts one at most, the others are in its note. */
  | { readonly kind: 'rejections'; readonly number: string; readonly failures: number }
  /** The target has it further on, or otherwise, and keeps it so. */
  | { readonly kind: 'stays'; readonly number: string; readonly standing: Standing; readonly wanted: Standing }
  /** A merge never moves a story to another epic. */
  | { readonly kind: 'epic'; readonly number: string; readonly epic: number; readonly wanted: number }
  /** A merge never takes a dependency away. */
  | { readonly kind: 'dependency'; readonly from: string; readonly to: string };

/** What a merge leaves in the target that the source does not have, among the stories and epics that both know. */
export function lossesOfMerging(source: ProjectAccount, target: ProjectAccount): readonly MoveLoss[] {
  const wanted = epicsOfStories(source);
  const epics = new Set(source.epics.map(({ number }) => number));
  const ofStories = new Set(source.storyDependencies.map(({ story, dependsOn }) => `${story} ${dependsOn}`));
  const ofEpics = new Set(source.epicDependencies.map(({ epic, dependsOn }) => `${epic} ${dependsOn}`));
  return [
    ...[...epicsOfStories(target)].flatMap(([number, epic]) => {
      const other = wanted.get(number);
      return other === undefined || other === epic ? [] : [{ kind: 'epic', number, epic, wanted: other } as const];
    }),
    ...target.storyDependencies
      .filter(({ story, dependsOn }) => wanted.has(story) && wanted.has(dependsOn))
      .filter(({ story, dependsOn }) => !ofStories.has(`${story} ${dependsOn}`))
      .map(({ story, dependsOn }) => ({ kind: 'dependency', from: story, to: dependsOn }) as const),
    ...target.epicDependencies
      .filter(({ epic, dependsOn }) => epics.has(epic) && epics.has(dependsOn))
      .filter(({ epic, dependsOn }) => !ofEpics.has(`${epic} ${dependsOn}`))
      .map(({ epic, dependsOn }) => ({ kind: 'dependency', from: `epic ${epic}`, to: `epic ${dependsOn}` }) as const),
  ];
}

function epicsOfStories(account: ProjectAccount): ReadonlyMap<string, number> {
  return new Map(account.epics.flatMap((epic) => epic.stories.map(({ number }) => [number, epic.number] as const)));
}
