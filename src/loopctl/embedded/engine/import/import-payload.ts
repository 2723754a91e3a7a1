import { isObject, objectOrEmpty } from '../field.ts';

export interface ImportedStory {
  readonly number: string;
  readonly title: string;
  /** Only the fields that the payload has: a merge keeps the others. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly criteria: readonly Readonly<Record<string, unknown>>[] | null | undefined;
  readonly estimatedHours: string | null | undefined;
  readonly reportedDone: boolean;
}

export interface ImportedEpic {
  readonly number: number;
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stories: readonly ImportedStory[];
}

export interface ImportedEdge<Key> {
  readonly from: Key;
  readonly to: Key;
}

export interface ImportPayload {
  readonly epics: readonly ImportedEpic[];
  readonly storyDependencies: readonly ImportedEdge<string>[];
  readonly epicDependencies: readonly ImportedEdge<number>[];
}

/** The payload, or the first thing that is wrong with it, in the server's words. */
export type ImportReading = ImportPayload | { readonly problem: string };

const limits = { epics: 500, stories: 5000 } as const;

/** Reads an import's body; the first problem in the order of the text ends it. */
export function readImport(body: Readonly<Record<string, unknown>>): ImportReading {
  const epics = listOf(body['epics']);
  const problem = sizeProblem(epics) ?? firstOf(epics, epicProblem) ?? duplicateProblem(epics);
  return problem === null
    ? {
        epics: epics.map(importedEpic),
        storyDependencies: listOf(body['story_dependencies']).map(({ story, depends_on }) => ({
          from: String(story),
          to: String(depends_on),
        })),
        epicDependencies: listOf(body['epic_dependencies']).map(({ epic, depends_on }) => ({
          from: Number(epic),
          to: Number(depends_on),
        })),
      }
    : { problem };
}

type Entry = Readonly<Record<string, unknown>>;

function listOf(value: unknown): readonly Entry[] {
  return Array.isArray(value) ? value.map(objectOrEmpty) : [];
}

function sizeProblem(epics: readonly Entry[]): string | null {
  const stories = epics.reduce((sum, epic) => sum + listOf(epic['stories']).length, 0);
  if (epics.length > limits.epics) {
    return `Import exceeds the maximum of ${limits.epics} epics`;
  }
  return stories > limits.stories ? `Import exceeds the maximum of ${limits.stories} stories` : null;
}

function epicProblem(epic: Entry, index: number): string | null {
  const at = `epics[${index}]`;
  const number = epicNumber(epic['number']);
  if (number === null) {
    return `${at}.number: ${epic['number'] === undefined ? "can't be blank" : 'is invalid'}`;
  }
  if (number <= 0) {
    return `${at}.number: must be greater than 0`;
  }
  return (
    titleProblem(epic, at) ??
    firstOf(listOf(epic['stories']), (story, place) => storyProblem(story, `${at}.stories[${place}]`))
  );
}

function storyProblem(story: Entry, at: string): string | null {
  const criteria = story['acceptance_criteria'];
  if (criteria !== undefined && criteria !== null && !(Array.isArray(criteria) && criteria.every(isObject))) {
    const example = '[{"id": "AC-1", "description": "Feature works"}]';
    return `${at}.acceptance_criteria must be an array of objects with 'id' and 'description' keys, e.g. ${example}`;
  }
  return numberProblem(story['number'], at) ?? titleProblem(story, at) ?? hoursProblem(story['estimated_hours'], at);
}

function numberProblem(number: unknown, at: string): string | null {
  if (number === undefined || number === null || number === '') {
    return `${at}.number: can't be blank`;
  }
  if (typeof number !== 'string' && !Number.isSafeInteger(number)) {
    return `${at}.number: is invalid`;
  }
  return isStoryNumber(String(number)) ? null : `${at}.number: must be in format 'major.minor' or 'major'`;
}

function titleProblem(entry: Entry, at: string): string | null {
  const title = entry['title'];
  if (title !== undefined && title !== null && typeof title !== 'string') {
    return `${at}.title: is invalid`;
  }
  return typeof title !== 'string' || title.trim() === '' ? `${at}.title: can't be blank` : null;
}

function hoursProblem(hours: unknown, at: string): string | null {
  return parseHours(hours) === 'invalid' ? `${at}.estimated_hours: is invalid` : null;
}

function duplicateProblem(epics: readonly Entry[]): string | null {
  const epic = firstTwice(epics.map((entry) => String(epicNumber(entry['number']))));
  if (epic !== null) {
    return `Duplicate epic number: ${epic}`;
  }
  const story = firstTwice(epics.flatMap((entry) => listOf(entry['stories']).map(({ number }) => String(number))));
  return story === null ? null : `Duplicate story number: ${story}`;
}

function importedEpic(epic: Entry): ImportedEpic {
  return {
    number: epicNumber(epic['number']) ?? 0,
    title: String(epic['title']),
    fields: present(epic, ['description', 'phase', 'position', 'metadata']),
    stories: listOf(epic['stories']).map(importedStory),
  };
}

function importedStory(story: Entry): ImportedStory {
  const hours = parseHours(story['estimated_hours']);
  return {
    number: String(story['number']),
    title: String(story['title']),
    fields: present(story, ['description', 'metadata']),
    criteria: importedCriteria(story['acceptance_criteria']),
    estimatedHours: story['estimated_hours'] === undefined || hours === 'invalid' ? undefined : hours,
    reportedDone: story['initial_agent_status'] === 'reported_done',
  };
}

/** `description` is kept as `criterion`, as the server's import does. */
function importedCriteria(criteria: unknown): ImportedStory['criteria'] {
  if (criteria === undefined || criteria === null) {
    return criteria;
  }
  return listOf(criteria).map(({ description, ...rest }) => ({
    ...rest,
    ...(description === undefined ? {} : { criterion: description }),
  }));
}

function present(entry: Entry, names: readonly string[]): Entry {
  return Object.fromEntries(names.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])));
}

/** `major` or `major.minor`, each part below 10000. */
export function isStoryNumber(text: string): boolean {
  return /^\d{1,4}(\.\d{1,4})?$/.test(text);
}

/** Hours as the server keeps them: the shortest decimal text; null where none are given. */
export function parseHours(hours: unknown): string | null | 'invalid' {
  if (hours === undefined || hours === null) {
    return null;
  }
  const isNumber = typeof hours === 'number' || (typeof hours === 'string' && /^\d+(\.\d+)?$/.test(hours));
  return isNumber && Number.isFinite(Number(hours)) && Number(hours) >= 0 ? String(Number(hours)) : 'invalid';
}

/** Sorts stories by their numbers' parts. */
export function sortKey(number: string): number {
  const [major = 0, minor = 0] = number.split('.').map(Number);
  return major * 10_000 + minor * 10;
}

function epicNumber(number: unknown): number | null {
  const text = typeof number === 'number' || typeof number === 'string' ? String(number) : '';
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function firstOf(entries: readonly Entry[], problem: (entry: Entry, index: number) => string | null): string | null {
  for (const [index, entry] of entries.entries()) {
    const found = problem(entry, index);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function firstTwice(texts: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const text of texts) {
    if (seen.has(text)) {
      return text;
    }
    seen.add(text);
  }
  return null;
}
