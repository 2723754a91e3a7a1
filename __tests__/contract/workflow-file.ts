import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const root = join(import.meta.dirname, '..', '..');

const permissions = z.record(z.string(), z.enum(['read', 'write', 'none']));
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const stepSchema = z.object({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: values.default({}),
  env: values.default({}),
});

const jobSchema = z.object({
  if: z.string().optional(),
  needs: z.string().optional(),
  uses: z.string().optional(),
  with: values.default({}),
  secrets: z.string().optional(),
  environment: z.string().optional(),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  'timeout-minutes': z.number().optional(),
  permissions: permissions.optional(),
  outputs: z.record(z.string(), z.string()).default({}),
  steps: z.array(stepSchema).default([]),
});

/** What a run that is started by hand can be given. */
const dispatchSchema = z
  .object({ workflow_dispatch: z.object({ inputs: z.record(z.string(), z.unknown()).default({}) }) })
  .catch({ workflow_dispatch: { inputs: {} } });

const workflowSchema = z.object({ on: z.unknown(), permissions, jobs: z.record(z.string(), jobSchema) });

export type Step = z.infer<typeof stepSchema>;
export type Job = z.infer<typeof jobSchema>;

export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: ReadonlyMap<string, Job>;
  readonly dispatch: { readonly inputs: Readonly<Record<string, unknown>> };
}

/** A workflow file of this repository, its shape checked. */
export async function readWorkflow(path: string): Promise<WorkflowFile> {
  const text = await readFile(join(root, path), 'utf8');
  const workflow = workflowSchema.parse(parse(text));
  return {
    path,
    text,
    permissions: workflow.permissions,
    jobs: new Map(Object.entries(workflow.jobs)),
    dispatch: dispatchSchema.parse(workflow.on).workflow_dispatch,
  };
}

/** The names that a text takes from a context, such as `needs.agent.outputs.` or `secrets.`. */
export function namesTaken(text: string, context: string): readonly string[] {
  return text
    .split(context)
    .slice(1)
    .flatMap((rest) => /^[\w-]+/.exec(rest)?.[0] ?? []);
}
