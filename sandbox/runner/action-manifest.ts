import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Json } from './json.ts';
import { stepListSchema } from './workflow-schema.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const manifestSchema = z.object({
  name: z.string().optional(),
  inputs: z
    .record(z.string(), z.object({ default: scalar.optional(), deprecationMessage: z.string().optional() }).nullable())
    .nullable()
    .default({}),
  outputs: z
    .record(z.string(), z.object({ value: z.custom<Json>(() => true).optional() }).nullable())
    .nullable()
    .default({}),
  runs: z.union([
    z.object({ using: z.literal('composite'), steps: stepListSchema }),
    z.object({
      using: z.string().regex(/^node\d+$/, 'Only JavaScript and composite actions run here'),
      main: z.string(),
      post: z.string().optional(),
      'post-if': z.string().default('always()'),
    }),
  ]),
});

export type ActionManifest = z.infer<typeof manifestSchema>;

const parsed = new Map<string, ActionManifest>();

/** Reads the `action.yml` (or `action.yaml`) of an action's folder. */
export function readActionManifest(folder: string): ActionManifest {
  const text = readEither(folder);
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const fresh = manifestSchema.parse(parse(text));
  parsed.set(text, fresh);
  return fresh;
}

function readEither(folder: string): string {
  for (const name of ['action.yml', 'action.yaml']) {
    try {
      return readFileSync(join(folder, name), 'utf8');
    } catch {
      // The other name may be there; if neither is, the error below says so.
    }
  }
  throw new Error(`Can't find 'action.yml' or 'action.yaml' under '${folder}'`);
}
