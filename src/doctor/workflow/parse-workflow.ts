import { parseDocument } from 'yaml';
import { z } from 'zod';
import { namesOfSecrets } from './names-of-secrets.ts';

export type Level = 'none' | 'read' | 'write';

/** What a `permissions:` key says: one level for every scope, or levels by scope, the others none. */
export type Permissions = { readonly all: Level } | { readonly scopes: Readonly<Record<string, Level>> };

export interface WorkflowStep {
  readonly uses: string | null;
  readonly with: Readonly<Partial<Record<string, string>>>;
  readonly env: Readonly<Partial<Record<string, string>>>;
  readonly run: string | null;
}

export interface WorkflowJob {
  readonly id: string;
  /** As it is called on the checks; the id where it has no name of its own. */
  readonly name: string;
  /** The workflow it calls; null for a job with steps. */
  readonly uses: string | null;
  readonly permissions: Permissions | null;
  readonly environment: string | null;
  readonly hasMatrix: boolean;
  /** Labels of its machine; null where only an expression says. */
  readonly runsOn: readonly string[] | null;
  /** Secrets that it names; `*` for all of them at once. */
  readonly secrets: readonly string[];
  /** Whether the workflow it calls gets every secret under its own name. */
  readonly handsOnSecrets: boolean;
  readonly steps: readonly WorkflowStep[];
}

/** What narrows a trigger; null: nothing does. */
export interface TriggerFilter {
  readonly branches: readonly string[] | null;
  readonly branchesIgnore: readonly string[] | null;
  readonly workflows: readonly string[];
  readonly crons: readonly string[];
}

export interface Workflow {
  readonly path: string;
  /** As GitHub shows it; the path where it has no name of its own. */
  readonly name: string;
  readonly triggers: ReadonlyMap<string, TriggerFilter>;
  readonly permissions: Permissions | null;
  /** Whether a newer run ends an older one, whatever branch it is of; an expression may spare some. */
  readonly cancelsInProgress: boolean;
  readonly jobs: readonly WorkflowJob[];
}

export type WorkflowReading =
  | { readonly kind: 'workflow'; readonly workflow: Workflow }
  | { readonly kind: 'fault'; readonly path: string; readonly what: string };

const level = z.enum(['none', 'read', 'write']);
const permissionsSchema = z.union([
  z.enum(['read-all', 'write-all']).transform((all): Permissions => ({ all: all === 'read-all' ? 'read' : 'write' })),
  z.record(z.string(), level).transform((scopes): Permissions => ({ scopes })),
  z.null().transform((): Permissions => ({ scopes: {} })),
]);
const texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String);
const values = z.record(z.string(), scalar).catch({});

const stepSchema = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: values.default({}),
  env: values.default({}),
});

const jobSchema = z.looseObject({
  name: scalar.optional(),
  uses: z.string().optional(),
  permissions: permissionsSchema.optional(),
  environment: z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)]).optional(),
  strategy: z.looseObject({}).optional(),
  'runs-on': z.union([texts, z.looseObject({ labels: texts.optional(), group: z.string().optional() })]).optional(),
  secrets: z.union([z.literal('inherit'), z.record(z.string(), z.unknown())]).optional(),
  steps: z.array(stepSchema).default([]),
});

const filterSchema = z.looseObject({
  branches: texts.optional(),
  'branches-ignore': texts.optional(),
  tags: texts.optional(),
  'tags-ignore': texts.optional(),
  workflows: texts.optional(),
});
const eventsSchema = z.preprocess(toEvents, z.record(z.string(), z.union([filterSchema, z.array(z.unknown())])));
const cronSchema = z.looseObject({ cron: z.string() });

const workflowSchema = z.looseObject({
  name: scalar.optional(),
  on: eventsSchema,
  permissions: permissionsSchema.optional(),
  concurrency: z.unknown().optional(),
  env: z.unknown().optional(),
  jobs: z.record(z.string(), jobSchema),
});

/** A workflow file as far as the doctor judges it, or why it cannot be read. Never throws. */
export function parseWorkflow(path: string, text: string): WorkflowReading {
  const value = readYaml(text);
  if (value.kind === 'fault') return { ...value, path };
  const parsed = workflowSchema.safeParse(value.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { kind: 'fault', path, what: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no workflow'}` };
  }
  const { name, on, permissions, concurrency, env, jobs } = parsed.data;
  const shared = namesOfSecrets(env);
  const workflow = {
    path,
    name: name ?? path,
    triggers: new Map(Object.entries(on).map(([event, filter]) => [event, toFilter(filter)])),
    permissions: permissions ?? null,
    cancelsInProgress: cancels(concurrency),
    jobs: Object.entries(jobs).map(([id, job]) => toJob(id, job, shared)),
  };
  return { kind: 'workflow', workflow };
}

type YamlReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly what: string };

function readYaml(text: string): YamlReading {
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'error' });
    const [error] = document.errors;
    if (error !== undefined) return { kind: 'fault', what: `is not valid YAML: ${error.message}` };
    return { kind: 'value', value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    return { kind: 'fault', what: `is not valid YAML: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function toEvents(on: unknown): unknown {
  if (typeof on === 'string') return { [on]: {} };
  if (Array.isArray(on)) return Object.fromEntries(on.map((event) => [String(event), {}]));
  if (typeof on !== 'object' || on === null) return on;
  return Object.fromEntries(Object.entries(on).map(([event, filter]) => [event, filter ?? {}]));
}

function toFilter(filter: z.infer<typeof filterSchema> | readonly unknown[]): TriggerFilter {
  if (Array.isArray(filter)) {
    const crons = filter.flatMap((entry) => cronSchema.safeParse(entry).data?.cron ?? []);
    return { branches: null, branchesIgnore: null, workflows: [], crons };
  }
  const narrowing = filterSchema.parse(filter);
  // Whoever names tags and no branches listens to no branch.
  const isOfTags = narrowing.tags !== undefined || narrowing['tags-ignore'] !== undefined;
  return {
    branches: narrowing.branches ?? (isOfTags && narrowing['branches-ignore'] === undefined ? [] : null),
    branchesIgnore: narrowing['branches-ignore'] ?? null,
    workflows: narrowing.workflows ?? [],
    crons: [],
  };
}

function cancels(concurrency: unknown): boolean {
  const parsed = z.looseObject({ 'cancel-in-progress': z.literal(true) }).safeParse(concurrency);
  return parsed.success;
}

function toJob(id: string, job: z.infer<typeof jobSchema>, shared: readonly string[]): WorkflowJob {
  return {
    id,
    name: job.name ?? id,
    uses: job.uses ?? null,
    permissions: job.permissions ?? null,
    environment: job.environment ?? null,
    hasMatrix: job.strategy !== undefined,
    runsOn: toLabels(job['runs-on']),
    secrets: [...new Set([...shared, ...namesOfSecrets(job)])],
    handsOnSecrets: job.secrets === 'inherit',
    steps: job.steps.map(({ uses, run, ...rest }) => ({ uses: uses ?? null, run: run ?? null, ...rest })),
  };
}

function toLabels(runsOn: z.infer<typeof jobSchema>['runs-on']): readonly string[] | null {
  if (runsOn === undefined) return [];
  const labels = Array.isArray(runsOn) ? runsOn : (runsOn.labels ?? [`group ${runsOn.group ?? ''}`]);
  return labels.some((label) => label.includes('${{')) ? null : labels;
}
