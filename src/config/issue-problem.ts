import type { z } from 'zod';
import { findNearest } from '../core/nearest.ts';
import type { JsonSchema } from './json-schema.ts';
import { describeKey, type KeyDescription } from './key-description.ts';

type Issue = z.core.$ZodIssue;
type Key = readonly (string | number)[];

export interface KeyProblem {
  readonly key: Key;
  readonly what: string;
  readonly remedy: string;
}

/** What a schema issue means to the author of the file: one problem per key at fault, each with what to do. */
export function explainIssue(issue: Issue, value: unknown, schema: JsonSchema): readonly KeyProblem[] {
  const key = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => explainUnknownKey(key, name, schema));
  const found = valueAt(value, key);
  const what = found === undefined ? 'is missing' : describeFault(issue, found);
  return [{ key, what, remedy: proposeValue(key, schema) }];
}

function explainUnknownKey(parent: Key, name: string, schema: JsonSchema): KeyProblem {
  const known = describeKey(schema, parent)?.children ?? [];
  const nearest = findNearest(name, known);
  const remedy = nearest === null ? `Remove it; known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return { key: [...parent, name], what: 'is not a known key', remedy };
}

function describeFault(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}, found ${show(found)}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => `\`${String(value)}\``).join(', ')}, found ${show(found)}`;
    case 'invalid_union':
      return `must be text or a list of texts, found ${show(found)}`;
    case 'too_small':
      return describeBound('at least', issue.minimum, found);
    case 'too_big':
      return describeBound('at most', issue.maximum, found);
    case 'unrecognized_keys':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return `${issue.message}, found ${show(found)}`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a group of keys',
};

function describeBound(direction: string, bound: number | bigint, found: unknown): string {
  if (typeof found === 'number') return `must be ${direction} ${bound}, found ${found}`;
  const unit = Array.isArray(found) ? 'entries' : 'characters';
  return `must have ${direction} ${bound} ${unit}, found ${show(found)}`;
}

function proposeValue(key: Key, schema: JsonSchema): string {
  const description = describeKey(schema, key);
  const names = key.filter((part) => typeof part === 'string');
  const name = names.at(-1);
  if (description === null || name === undefined) return 'Start from `examples/orchestrate.config.yml`.';
  const example = exampleOf(description);
  const how = example === undefined ? '' : ` Write it like \`${name}: ${JSON.stringify(example)}\`.`;
  return `${description.description}${how}`;
}

function exampleOf({ examples, fallback, children }: KeyDescription): unknown {
  return children.length > 0 ? undefined : (examples[0] ?? fallback);
}

function valueAt(value: unknown, key: Key): unknown {
  return key.reduce<unknown>(
    (parent, part) =>
      typeof parent === 'object' && parent !== null && Object.hasOwn(parent, part)
        ? (parent as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    value,
  );
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
