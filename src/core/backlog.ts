import type { Criterion, StoryNumber } from './story.ts';

export interface BacklogStory {
  readonly number: StoryNumber;
  readonly title: string;
  readonly description: string | null;
  readonly criteria: readonly Criterion[];
  readonly estimatedHours: number | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

export interface BacklogEpic {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly phase: string | null;
  readonly position: number | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly stories: readonly BacklogStory[];
}

export interface Backlog {
  readonly epics: readonly BacklogEpic[];
  readonly storyDependencies: readonly { readonly story: StoryNumber; readonly dependsOn: StoryNumber }[];
  readonly epicDependencies: readonly { readonly epic: number; readonly dependsOn: number }[];
}
