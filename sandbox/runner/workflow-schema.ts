import { z } from 'zod';
import type { Json, JsonObject } from './json.ts';

const node = z.custom<Json>(() => true);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const mapping = z.record(z.string(), node);
const textList = z.union([z.string().transform((item) => [item]), z.array(z.string())]);
const level = z.enum(['read', 'write', 'none']);

const permissions = z.union([z.enum(['read-all', 'write-all']), z.record(z.string(), level)]);

const runDefaults = z.object({
  run: z.object({ shell: z.string().optional(), 'working-directory': z.string().optional() }).optional(),
});

const stepSchema = z.object({
  id: z.string().optional(),
  name: scalar.optional(),
  if: scalar.optional(),
  env: node.optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  'working-directory': z.string().optional(),
  uses: z.string().optional(),
  with: node.optional(),
  'continue-on-error': node.optional(),
  'timeout-minutes': node.optional(),
});

const jobSchema = z.object({
  name: scalar.optional(),
  needs: textList.default([]),
  if: scalar.optional(),
  permissions: permissions.optional(),
  environment: node.optional(),
  concurrency: node.optional(),
  outputs: mapping.default({}),
  env: node.optional(),
  defaults: runDefaults.optional(),
  steps: z.array(stepSchema).default([]),
  container: node.optional(),
  services: node.optional(),
  strategy: z.record(z.string(), node).optional(),
  'timeout-minutes': node.optional(),
  'continue-on-error': node.optional(),
  uses: z.string().optional(),
  with: mapping.default({}),
  secrets: z.union([z.literal('inherit'), mapping]).default({}),
});

const inputSchema = z
  .object({
    type: z.enum(['string', 'number', 'boolean', 'choice', 'environment']).default('string'),
    required: z.boolean().default(false),
    default: node.optional(),
  })
  .nullable()
  .transform((input) => input ?? { type: 'string' as const, required: false });

const eventFilter = z.object({
  types: textList.optional(),
  branches: textList.optional(),
  'branches-ignore': textList.optional(),
  tags: textList.optional(),
  'tags-ignore': textList.optional(),
  paths: textList.optional(),
  'paths-ignore': textList.optional(),
  workflows: textList.optional(),
  inputs: z.record(z.string(), inputSchema).optional(),
  outputs: z.record(z.string(), z.object({ value: node })).optional(),
  secrets: z.record(z.string(), z.object({ required: z.boolean().optional() }).nullable()).optional(),
});

const events = z.preprocess(toEventMapping, z.record(z.string(), eventFilter));

export const workflowSchema = z.object({
  name: z.string().optional(),
  'run-name': scalar.optional(),
  on: events,
  permissions: permissions.optional(),
  env: node.optional(),
  defaults: runDefaults.optional(),
  concurrency: node.optional(),
  jobs: z.record(z.string(), jobSchema),
});

export const stepListSchema = z.array(stepSchema);

export type WorkflowDefinition = z.infer<typeof workflowSchema>;
export type JobDefinition = z.infer<typeof jobSchema>;
export type StepDefinition = z.infer<typeof stepSchema>;
export type EventFilter = z.infer<typeof eventFilter>;
export type InputDefinition = z.infer<typeof inputSchema>;
export type PermissionsDefinition = z.infer<typeof permissions>;

function toEventMapping(on: unknown): unknown {
  if (typeof on === 'string') return { [on]: {} };
  if (Array.isArray(on)) return Object.fromEntries(on.map((event: string) => [event, {}]));
  // `schedule` is a list of crons; the host knows when, here it only counts that the file listens.
  return Object.fromEntries(
    Object.entries(on as JsonObject).map(([event, filter]) => [event, Array.isArray(filter) ? {} : (filter ?? {})]),
  );
}
