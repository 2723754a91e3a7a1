import { z } from 'zod';
import type { BacklogProblem, BacklogProblemKind } from './backlog-problem.ts';
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

export interface StoryEdge {
  readonly story: StoryNumber;
  readonly dependsOn: StoryNumber;
}

export interface EpicEdge {
  readonly epic: number;
  readonly dependsOn: number;
}

export interface Backlog {
  readonly epics: readonly BacklogEpic[];
  readonly storyDependencies: readonly StoryEdge[];
  readonly epicDependencies: readonly EpicEdge[];
}

/** A part of the backlog with its place in the file. */
export interface Placed<Part> {
  readonly path: string;
  readonly part: Part;
}

/** Everything that could be made out in the file, faulty neighbours or not; faults are told apart from it. */
export interface BacklogParts {
  readonly epics: readonly Placed<Omit<BacklogEpic, 'stories'>>[];
  readonly stories: readonly Placed<BacklogStory & { readonly epic: number }>[];
  readonly storyDependencies: readonly Placed<StoryEdge>[];
  readonly epicDependencies: readonly Placed<EpicEdge>[];
  /** Numbers of epics and stories that are named, but not well enough to be read. */
  readonly halfRead: ReadonlySet<string>;
  readonly problems: readonly BacklogProblem[];
}

const numberForm = /^(0|[1-9]\d{0,3})(\.(0|[1-9]\d{0,3}))?$/;
const numberHint = 'must be a story number: "major" or "major.minor", each below 10000, as text';
const storyNumber = z
  .union([z.string(), z.int()], { error: numberHint })
  .transform(String)
  .refine((text) => numberForm.test(text), { error: numberHint });
const epicNumber = z
  .int({ error: 'must be a whole number above 0' })
  .min(1, { error: 'must be a whole number above 0' });
const title = z.string({ error: 'must be a text that is not blank' }).refine((text) => text.trim() !== '', {
  error: 'must be a text that is not blank',
});
const text = z.string({ error: 'must be a text' }).nullish();
const metadata = z.record(z.string(), z.unknown(), { error: 'must be an object' }).nullish();

const listSchema = (what: string): z.ZodDefault<z.ZodArray<z.ZodUnknown>> =>
  z.array(z.unknown(), { error: `must be a list of ${what}` }).default([]);

const fileSchema = z.object(
  {
    epics: z.array(z.unknown(), { error: 'must be there: a list of epics' }),
    story_dependencies: listSchema('dependencies'),
    epic_dependencies: listSchema('dependencies'),
  },
  { error: "must be an object in loopctl's import format" },
);

const epicSchema = z.object(
  {
    number: epicNumber,
    title,
    description: text,
    phase: text,
    position: z.int({ error: 'must be a whole number' }).nullish(),
    metadata,
    stories: listSchema('stories'),
  },
  { error: 'must be an object' },
);

const criterionSchema = z
  .object(
    { id: text, description: text, criterion: text },
    { error: 'must be an object with `description` and, if you like, `id`' },
  )
  .refine((criterion) => (criterion.description ?? criterion.criterion ?? '').trim() !== '', {
    error: 'must have a `description` that is not blank',
  });

const storySchema = z.object(
  {
    number: storyNumber,
    title,
    description: text,
    acceptance_criteria: z.array(criterionSchema, { error: 'must be a list of criteria' }).nullish(),
    estimated_hours: z
      .number({ error: 'must be a number of hours' })
      .nonnegative({ error: 'must not be negative' })
      .nullish(),
    metadata,
    depends_on: z
      .undefined({ error: 'loopctl does not read dependencies here; list them in `story_dependencies`' })
      .optional(),
  },
  { error: 'must be an object' },
);

const storyEdgeSchema = z.object(
  { story: storyNumber, depends_on: storyNumber },
  { error: 'must be an object with `story` and `depends_on`' },
);
const epicEdgeSchema = z.object(
  { epic: epicNumber, depends_on: epicNumber },
  { error: 'must be an object with `epic` and `depends_on`' },
);

/** Reads what can be read of a backlog, entry by entry, and says of each other entry what is wrong with it. */
export function readBacklog(value: unknown): BacklogParts {
  const problems: BacklogProblem[] = [];
  const halfRead = new Set<string>();
  const readEntry = <Schema extends z.ZodType>(
    schema: Schema,
    entry: unknown,
    path: string,
  ): z.infer<Schema> | null => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) {
      return parsed.data;
    }
    problems.push(...parsed.error.issues.map((issue) => toProblem(issue, path)));
    halfRead.add(numberOf(entry));
    return null;
  };
  const file = readEntry(fileSchema, value, '');
  const epics: Placed<Omit<BacklogEpic, 'stories'>>[] = [];
  const stories: Placed<BacklogStory & { readonly epic: number }>[] = [];
  for (const [index, entry] of (file?.epics ?? []).entries()) {
    const path = `epics[${index}]`;
    const epic = readEntry(epicSchema, entry, path);
    if (epic !== null) {
      epics.push({ path, part: toEpic(epic) });
    }
    for (const [place, inner] of storiesIn(entry).entries()) {
      const storyPath = `${path}.stories[${place}]`;
      const story = readEntry(storySchema, inner, storyPath);
      if (story !== null) {
        stories.push({ path: storyPath, part: { ...toStory(story), epic: epic?.number ?? 0 } });
      }
    }
  }
  const readEdges = <Schema extends z.ZodType>(schema: Schema, list: string, entries: readonly unknown[]) =>
    entries.flatMap((entry, index) => {
      const part = readEntry(schema, entry, `${list}[${index}]`);
      return part === null ? [] : [{ path: `${list}[${index}]`, part }];
    });
  return {
    epics,
    stories,
    storyDependencies: readEdges(storyEdgeSchema, 'story_dependencies', file?.story_dependencies ?? []).map(
      ({ path, part }) => ({ path, part: { story: part.story, dependsOn: part.depends_on } }),
    ),
    epicDependencies: readEdges(epicEdgeSchema, 'epic_dependencies', file?.epic_dependencies ?? []).map(
      ({ path, part }) => ({ path, part: { epic: part.epic, dependsOn: part.depends_on } }),
    ),
    halfRead,
    problems,
  };
}

/** The stories of an epic, also of one that is faulty itself. */
function storiesIn(epic: unknown): readonly unknown[] {
  const parsed = z.looseObject({ stories: z.array(z.unknown()) }).safeParse(epic);
  return parsed.success ? parsed.data.stories : [];
}

function numberOf(entry: unknown): string {
  const parsed = z.looseObject({ number: z.union([z.string(), z.number()]) }).safeParse(entry);
  return parsed.success ? String(parsed.data.number) : '';
}

function toProblem(issue: z.core.$ZodIssue, prefix: string): BacklogProblem {
  const path = issue.path.reduce<string>((before, key) => joined(before, key), prefix);
  return { kind: kindOf(issue.path.at(-1), prefix), path: path === '' ? '(top)' : path, message: issue.message };
}

function joined(before: string, key: PropertyKey): string {
  if (typeof key === 'number') {
    return `${before}[${key}]`;
  }
  return before === '' ? String(key) : `${before}.${String(key)}`;
}

function kindOf(key: PropertyKey | undefined, entry: string): BacklogProblemKind {
  switch (key) {
    case 'number':
    case 'story':
    case 'epic':
      return 'malformed_number';
    case 'depends_on':
      return entry.includes('dependencies') ? 'malformed_number' : 'malformed';
    case 'title':
      return 'empty_title';
    default:
      return 'malformed';
  }
}

function toEpic(epic: z.infer<typeof epicSchema>): Omit<BacklogEpic, 'stories'> {
  return {
    number: epic.number,
    title: epic.title,
    description: epic.description ?? null,
    phase: epic.phase ?? null,
    position: epic.position ?? null,
    metadata: epic.metadata ?? null,
  };
}

function toStory(story: z.infer<typeof storySchema>): BacklogStory {
  return {
    number: story.number,
    title: story.title,
    description: story.description ?? null,
    criteria: (story.acceptance_criteria ?? []).map((criterion, index) => ({
      id: criterion.id?.trim() || `AC-${index + 1}`,
      text: criterion.description ?? criterion.criterion ?? '',
    })),
    estimatedHours: story.estimated_hours ?? null,
    metadata: story.metadata ?? null,
  };
}
