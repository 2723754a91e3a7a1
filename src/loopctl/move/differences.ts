import { isDeepStrictEqual } from 'node:util';
import type { BacklogPayload } from '../../core/backlog.ts';
import type { EpicAccount, ProjectAccount, StoryAccount } from './account.ts';
import { hasHappened } from './story-past.ts';

/** The source's epics that the target does not have as they are, each with those of its stories of which that is true. */
export function differingEpics(source: ProjectAccount, target: ProjectAccount): readonly EpicAccount[] {
  const epics = new Map(target.epics.map((epic) => [epic.number, epic]));
  const stories = new Map(target.epics.flatMap((epic) => epic.stories.map((story) => [story.number, story] as const)));
  return source.epics.flatMap((epic) => {
    const differing = epic.stories.filter((story) => differs(story, stories.get(story.number)));
    const there = epics.get(epic.number);
    const isThere = there !== undefined && isDeepStrictEqual(headOf(epic), headOf(there));
    return isThere && differing.length === 0 ? [] : [{ ...epic, stories: differing }];
  });
}

type Dependencies = Pick<BacklogPayload, 'story_dependencies' | 'epic_dependencies'>;

/** The source's dependencies that the target lacks. */
export function missingDependencies(source: ProjectAccount, target: ProjectAccount): Dependencies {
  const stories = new Set(target.storyDependencies.map(({ story, dependsOn }) => `${story} ${dependsOn}`));
  const epics = new Set(target.epicDependencies.map(({ epic, dependsOn }) => `${epic} ${dependsOn}`));
  return {
    story_dependencies: source.storyDependencies
      .filter(({ story, dependsOn }) => !stories.has(`${story} ${dependsOn}`))
      .map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
    epic_dependencies: source.epicDependencies
      .filter(({ epic, dependsOn }) => !epics.has(`${epic} ${dependsOn}`))
      .map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
  };
}

/** What it asks for, or what it went through where the target knows of nothing. */
function differs(story: StoryAccount, there: StoryAccount | undefined): boolean {
  return (
    there === undefined ||
    !isDeepStrictEqual(contentOf(story), contentOf(there)) ||
    (hasHappened(story.past) && !hasHappened(there.past))
  );
}

function contentOf({ title, description, criteria, estimatedHours, metadata }: StoryAccount): object {
  return { title, description, criteria, estimatedHours, metadata };
}

function headOf({ stories, ...head }: EpicAccount): object {
  return head;
}
