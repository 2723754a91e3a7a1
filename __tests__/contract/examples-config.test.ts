import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema, type JsonSchema } from '../../src/config/json-schema.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

const root = join(import.meta.dirname, '..', '..');
const text = await readFile(join(root, 'examples/orchestrate.config.yml'), 'utf8');

interface Key {
  readonly key: string;
  readonly fallback: unknown;
}

function listKeys(schema: JsonSchema, path = ''): readonly Key[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const key = `${path}${name}`;
    return [
      { key, fallback: inner.properties === undefined ? inner.default : undefined },
      ...listKeys(inner, `${key}.`),
    ];
  });
}

function valueAt(key: string): unknown {
  return key.split('.').reduce<unknown>((parent, part) => Object(parent)[part], parse(text));
}

describe('the example configuration', () => {
  it('is accepted, without a warning', () => {
    const reading = parseConfig(text, 'examples/orchestrate.config.yml');
    expect(reading.kind === 'config' ? reading.warnings : reading.problems).toEqual([]);
  });

  it.each(listKeys(configJsonSchema()))('names $key', ({ key }) => {
    expect(valueAt(key)).toBeDefined();
  });

  it('shows the default wherever there is one that says something', () => {
    const defaults = listKeys(configJsonSchema()).filter(
      ({ fallback }) => fallback !== undefined && !Array.isArray(fallback),
    );
    for (const { key, fallback } of defaults) expect({ [key]: valueAt(key) }).toEqual({ [key]: fallback });
  });

  it('explains every key: a comment stands above it, or above its group', () => {
    const lines = text.split('\n');
    const top = lines.filter((line) => /^[\w-]+:/.test(line));
    for (const line of top) expect(lines[lines.indexOf(line) - 1]).toMatch(/^#/);
  });

  it('tells editors where the published schema is', () => {
    const address =
      /^# yaml-language-server: \$schema=https:\/\/raw\.githubusercontent\.com\/[\w-]+\/[\w-]+\/main\/(.+)\n/;
    expect(address.exec(text)?.[1]).toBe('docs/config.schema.json');
  });
});
