import { commandGuide } from '../command-guide.ts';
import type { StoryNumber } from '../story.ts';

export type Verb = keyof typeof commandGuide;
export const verbs = Object.keys(commandGuide) as readonly Verb[];

/** Commands that are about the whole project. */
export type ProjectVerb = 'help' | 'status' | 'plan' | 'pause' | 'resume';
/** Commands that take nothing but a story. */
export type StoryVerb = 'reset' | 'escalate' | 'release' | 'cancel' | 'revert';

/**
 * What a person wants done about the course of the project. A story that is null was left out: it is that of the pull
 * request on which it was said.
 */
export type Command =
  | { readonly verb: ProjectVerb }
  | { readonly verb: StoryVerb; readonly story: StoryNumber | null }
  | { readonly verb: 'why'; readonly story: StoryNumber | null }
  | { readonly verb: 'retry'; readonly story: StoryNumber | null; readonly guidance: string | null }
  | { readonly verb: 'approve'; readonly story: StoryNumber | null; readonly criteria: readonly string[] }
  | { readonly verb: 'reject'; readonly story: StoryNumber | null; readonly reason: string }
  | { readonly verb: 'rerun'; readonly story: StoryNumber | null; readonly what: 'review' | 'ci' }
  | { readonly verb: 'approve-paths'; readonly sha: string }
  | {
      readonly verb: 'backfill';
      readonly story: StoryNumber | null;
      readonly pullRequest: number;
      readonly reason: string;
    }
  | AddCommand;

/** A story that is to be made. */
export interface AddCommand {
  readonly verb: 'add';
  readonly epic: number;
  readonly number: StoryNumber;
  readonly title: string;
  readonly description: string | null;
  readonly criteria: readonly string[];
}

export interface CommandFault {
  readonly kind: 'fault';
  readonly reason: string;
  readonly remedy: string;
}

export type CommandReading = { readonly kind: 'command'; readonly command: Command } | CommandFault;

/** What somebody must be allowed to do in the repository to give a command. */
export type RoleNeeded = 'write' | 'maintain';

/**
 * What a person must be allowed to do: steering takes `write`, throwing work away or letting it pass takes `maintain`, and
 * so does going on where a budget stopped the project.
 */
export function roleNeeded({ verb }: Command, pausedBy: 'person' | 'budget' | null): RoleNeeded {
  return verb === 'resume' && pausedBy === 'budget' ? 'maintain' : commandGuide[verb].needs;
}
