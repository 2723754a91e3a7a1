import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inputDefinition, inputNames, outputs } from '../../src/inputs/registry.ts';

const root = join(import.meta.dirname, '..', '..');

const actionSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  author: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), required: z.boolean(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.literal('dist/index.js') }),
});

async function readAction(): Promise<z.infer<typeof actionSchema>> {
  return actionSchema.parse(parse(await readFile(join(root, 'action.yml'), 'utf8')));
}

describe('action.yml', () => {
  it('declares the inputs of the registry, no more and no fewer, with their defaults', async () => {
    const { inputs } = await readAction();
    const declared = Object.entries(inputs).map(([name, input]) => [name, input.default ?? null]);
    expect(declared).toEqual(inputNames.map((name) => [name, inputDefinition(name).default]));
  });

  it('requires only what every phase needs', async () => {
    const { inputs } = await readAction();
    expect(Object.keys(inputs).filter((name) => inputs[name]?.required)).toEqual(['phase']);
  });

  it('declares the outputs of the registry, no more and no fewer', async () => {
    expect(Object.keys((await readAction()).outputs)).toEqual(Object.keys(outputs));
  });

  it('describes itself within what the marketplace shows', async () => {
    expect((await readAction()).description.length).toBeLessThanOrEqual(125);
  });
});
