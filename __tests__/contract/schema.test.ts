import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../../scripts/generated/generated-files.ts';
import { configJsonSchema, type JsonSchema } from '../../src/config/json-schema.ts';
import { reasons } from '../../src/core/reasons.ts';

const root = join(import.meta.dirname, '..', '..');

function keysWithout(schema: JsonSchema, isMissing: (schema: JsonSchema) => boolean, path = ''): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const key = `${path}${name}`;
    return [...(isMissing(inner) ? [key] : []), ...keysWithout(inner, isMissing, `${key}.`)];
  });
}

describe('files made from the code', () => {
  it.each([...generatedFiles()])('%s is current: if not, run `npm run docs`', async (path, text) => {
    expect(await readFile(join(root, path), 'utf8')).toBe(text);
  });

  it('name every reason of the catalogue', () => {
    const page = generatedFiles().get('docs/reference/reasons.md') ?? '';
    expect(Object.keys(reasons).filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

describe('the published schema of the configuration', () => {
  it('describes every key', () => {
    expect(keysWithout(configJsonSchema(), ({ description }) => description === undefined)).toEqual([]);
  });

  it('gives a default or an example for every value, so that a problem can show how to write it', () => {
    const hasNoValue = ({ properties, examples, default: fallback }: JsonSchema): boolean =>
      properties === undefined && examples === undefined && (fallback === undefined || isEmptyList(fallback));
    expect(keysWithout(configJsonSchema(), hasNoValue)).toEqual([]);
  });

  it('requires only what has no default', () => {
    expect(configJsonSchema().required).toEqual(['version', 'project', 'agents']);
    expect(configJsonSchema().properties?.['agents']?.required).toEqual(['implement', 'review']);
  });
});

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
