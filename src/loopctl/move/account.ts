import type { Criterion } from '../../core/story.ts';
import type { Standing } from './standing.ts';
import type { StoryPast } from './story-past.ts';

/** A story as it can be told to another store: by number, for ids are each store's own. */
export interface StoryAccount extends Standing {
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly criteria: readonly Criterion[];
  readonly estimatedHours: number | null;
  /** Without the notes that loopctl and a move keep in it: those are its past. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly past: StoryPast;
}

export interface EpicAccount {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly phase: string | null;
  readonly position: number;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly stories: readonly StoryAccount[];
}

/** All that is told of a project when it moves house. */
export interface ProjectAccount {
  readonly project: { readonly name: string; readonly slug: string };
  /** The tenant that it was read from. */
  readonly tenant: string;
  readonly epics: readonly EpicAccount[];
  readonly storyDependencies: readonly { readonly story: string; readonly dependsOn: string }[];
  readonly epicDependencies: readonly { readonly epic: number; readonly dependsOn: number }[];
}
