/** What a person is shown of a backlog. */
export interface Outline {
  readonly epics: readonly {
    readonly number: string;
    readonly title: string;
    readonly stories: readonly { readonly number: string; readonly title: string }[];
  }[];
}

/** Reads the outline of a backlog; what is not of the expected form is left out, since judging it is the action's part. */
export function readOutline(text: string): Outline {
  return {
    epics: listAt(parse(text), 'epics').map((epic) => ({
      number: textAt(epic, 'number'),
      title: textAt(epic, 'title'),
      stories: listAt(epic, 'stories').map((story) => ({
        number: textAt(story, 'number'),
        title: textAt(story, 'title'),
      })),
    })),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

function textAt(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
