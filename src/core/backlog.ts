import { problemsOfGraph } from './backlog-graph.ts';
import type { BacklogProblem } from './backlog-problem.ts';
import {
  type Backlog,
  type BacklogEpic,
  type BacklogParts,
  type BacklogStory,
  readBacklog,
} from './backlog-reading.ts';
import { problemsOfReferences } from './backlog-references.ts';

export type BacklogReading =
  | { readonly kind: 'backlog'; readonly backlog: Backlog }
  | { readonly kind: 'problems'; readonly problems: readonly BacklogProblem[] };

/** The body of loopctl's import call, in the wire's own names. */
export interface BacklogPayload {
  readonly epics: readonly EpicPayload[];
  readonly story_dependencies: readonly { readonly story: string; readonly depends_on: string }[];
  readonly epic_dependencies: readonly { readonly epic: number; readonly depends_on: number }[];
}

interface EpicPayload {
  readonly number: number;
  readonly title: string;
  readonly description?: string;
  readonly phase?: string;
  readonly position?: number;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly stories: readonly StoryPayload[];
}

interface StoryPayload {
  readonly number: string;
  readonly title: string;
  readonly description?: string;
  readonly acceptance_criteria: readonly { readonly id: string; readonly description: string }[];
  readonly estimated_hours?: number;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Heard when the story is made; loopctl lets nothing else be said of where it stands. */
  readonly initial_agent_status?: 'reported_done';
}

/**
 * Reads a backlog in loopctl's import format, or says everything that is wrong with it, by name and path. What the
 * server would let pass is refused here too: circles of epics, also those that arise only together with stories.
 */
export function parseBacklog(value: unknown): BacklogReading {
  const parts = readBacklog(value);
  const problems = [...parts.problems, ...problemsOfReferences(parts), ...problemsOfGraph(parts)];
  return problems.length === 0 ? { kind: 'backlog', backlog: assemble(parts) } : { kind: 'problems', problems };
}

/** The import call's body for a backlog; what the file leaves out is left out, so that a merge keeps what is stored. */
export function importPayload(backlog: Backlog): BacklogPayload {
  return {
    epics: backlog.epics.map(epicPayload),
    story_dependencies: backlog.storyDependencies.map(({ story, dependsOn }) => ({ story, depends_on: dependsOn })),
    epic_dependencies: backlog.epicDependencies.map(({ epic, dependsOn }) => ({ epic, depends_on: dependsOn })),
  };
}

function assemble(parts: BacklogParts): Backlog {
  const stories = new Map<number, BacklogStory[]>(parts.epics.map(({ part }) => [part.number, []]));
  for (const { part } of parts.stories) {
    const { epic, ...story } = part;
    stories.get(epic)?.push(story);
  }
  return {
    epics: parts.epics.map(({ part }) => ({ ...part, stories: stories.get(part.number) ?? [] })),
    storyDependencies: parts.storyDependencies.map(({ part }) => part),
    epicDependencies: parts.epicDependencies.map(({ part }) => part),
  };
}

function epicPayload(epic: BacklogEpic): EpicPayload {
  return {
    number: epic.number,
    title: epic.title,
    ...(epic.description === null ? {} : { description: epic.description }),
    ...(epic.phase === null ? {} : { phase: epic.phase }),
    ...(epic.position === null ? {} : { position: epic.position }),
    ...(epic.metadata === null ? {} : { metadata: epic.metadata }),
    stories: epic.stories.map(storyPayload),
  };
}

function storyPayload(story: BacklogStory): StoryPayload {
  return {
    number: story.number,
    title: story.title,
    ...(story.description === null ? {} : { description: story.description }),
    acceptance_criteria: story.criteria.map(({ id, text }) => ({ id, description: text })),
    ...(story.estimatedHours === null ? {} : { estimated_hours: story.estimatedHours }),
    ...(story.metadata === null ? {} : { metadata: story.metadata }),
  };
}
