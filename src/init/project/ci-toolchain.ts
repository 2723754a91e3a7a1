import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { WorkflowStepText } from './project.ts';

/** What the project's own CI brings for its checks. */
export interface Toolchain {
  readonly steps: readonly WorkflowStepText[];
  readonly services: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const values = z.record(z.string(), scalar).catch({}).default({});
const stepSchema = z.looseObject({ name: z.string().optional(), uses: z.string().optional(), with: values });
const jobSchema = z.looseObject({
  strategy: z.looseObject({ matrix: z.looseObject({}).catch({}).default({}) }).optional(),
  services: z.record(z.string(), z.unknown()).catch({}).default({}),
  env: values,
  steps: z.array(stepSchema).catch([]).default([]),
});
const workflowSchema = z.looseObject({ env: values, jobs: z.record(z.string(), jobSchema) });

/** An action that brings a toolchain, by how such are named. */
const bringer = /\/(setup-[\w-]+|action-setup|[\w-]*-toolchain)(@|$)/;

/**
 * Toolchain, services and plain variables of the first job that brings a toolchain; null where none does. Nothing that
 * is a secret comes along, and no cache: what a run on the default branch writes there, release workflows read.
 */
export function readToolchain(text: string): Toolchain | null {
  const read = workflowSchema.safeParse(parseDocument(text, { logLevel: 'silent' }).toJS({ maxAliasCount: 100 }));
  if (!read.success) return null;
  const job = Object.values(read.data.jobs).find(({ steps }) => steps.some(({ uses }) => bringer.test(uses ?? '')));
  if (job === undefined) return null;
  const matrix = readMatrix(job.strategy?.matrix ?? {});
  return {
    steps: job.steps.flatMap(({ uses, with: given }) =>
      uses !== undefined && bringer.test(uses) ? [toStep(uses, given, matrix)] : [],
    ),
    services: Object.fromEntries(Object.entries(job.services).filter(([, service]) => isPlain(service))),
    environment: textsOf({ ...read.data.env, ...job.env }, matrix),
  };
}

function toStep(uses: string, given: z.infer<typeof values>, matrix: Matrix): WorkflowStepText {
  const kept = Object.entries(given).flatMap(([key, value]) => {
    const filled = fill(value, matrix);
    return key.includes('cache') || filled === null ? [] : [[key, filled] as const];
  });
  const uncached = uses.startsWith('actions/setup-node@') ? [['package-manager-cache', false] as const] : [];
  const inputs = Object.fromEntries([...kept, ...uncached]);
  return Object.keys(inputs).length === 0 ? { uses } : { uses, with: inputs };
}

function textsOf(given: z.infer<typeof values>, matrix: Matrix): Readonly<Record<string, string>> {
  const filled = Object.entries(given).map(([key, value]) => [key, fill(value, matrix)] as const);
  return Object.fromEntries(filled.flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])));
}

type Scalar = z.infer<typeof scalar>;
type Matrix = ReadonlyMap<string, Scalar>;

/** Of each dimension its last value: the newest, as they are mostly written. */
function readMatrix(matrix: Readonly<Record<string, unknown>>): Matrix {
  const included = z.array(z.record(z.string(), z.unknown())).catch([]).parse(matrix['include']);
  const dimensions = [...included.flatMap((row) => Object.entries(row)), ...Object.entries(matrix)];
  return new Map(
    dimensions.flatMap(([name, value]) => {
      const last = scalar.safeParse(Array.isArray(value) ? value.at(-1) : value);
      return last.success ? [[name, last.data] as const] : [];
    }),
  );
}

/** A value with what the matrix says put in; null where something else has to say it, a secret say. */
function fill(value: Scalar, matrix: Matrix): Scalar | null {
  if (typeof value !== 'string') return value;
  const whole = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(value)?.[1];
  if (whole !== undefined) return matrix.get(whole) ?? null;
  const filled = value.replace(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (found, name: string) =>
    String(matrix.get(name) ?? found),
  );
  return isPlain(filled) ? filled : null;
}

function isPlain(part: unknown): boolean {
  return !JSON.stringify(part).includes('${{');
}
