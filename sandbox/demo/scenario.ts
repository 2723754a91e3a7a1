import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isReasonCode, type ReasonCode } from '../../src/core/reasons.ts';
import { approveRuns, type Errand, startFirstCi } from './errands.ts';
import { usualSetting } from './repository-setting.ts';

const faultSchema = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string(),
  body: z.string().default(''),
  isCarriedOut: z.boolean().default(false),
  status: z.int(),
  retryAfter: z.int().nullable().default(null),
  times: z.int().positive().default(1),
});

const conditionsSchema = z.strictObject({
  edition: z.enum(['github.com', 'enterprise-server']).default('github.com'),
  faults: z.array(faultSchema).default([]),
  mergeDelayMs: z.int().default(0),
});

const settingSchema = z.strictObject({
  protection: z.enum(['ruleset', 'classic']).default(usualSetting.protection),
  strict: z.boolean().default(usualSetting.strict),
  checks: z.array(z.string()).default([]),
  mergeQueue: z.boolean().default(usualSetting.mergeQueue),
  approvals: z.int().default(usualSetting.approvals),
  approver: z.enum(['people', 'actions']).default(usualSetting.approver),
  ci: z.record(z.string(), z.unknown()).nullable().default(usualSetting.ci),
  token: z.enum(['app', 'job']).default(usualSetting.token),
});

const reasonCode = z.custom<ReasonCode>((value) => typeof value === 'string' && isReasonCode(value), {
  error: 'is no code of the catalogue of reasons',
});

const expectationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verified') }),
  /** Every story waits, for this reason. */
  z.strictObject({ kind: z.literal('held'), code: reasonCode }),
  /** So many decisions of a kind were taken. */
  z.strictObject({ kind: z.literal('decided'), decision: z.string(), atLeast: z.int() }),
  /** Everything went wrong that was to go wrong. */
  z.strictObject({ kind: z.literal('faults') }),
  /** Each merge of the loop's was asked for once, in this way. */
  z.strictObject({ kind: z.literal('merged'), way: z.enum(['merge-async', 'merge']) }),
  /** Whatever was merged, the queue merged it. */
  z.strictObject({ kind: z.literal('merged_by_queue') }),
  /** Every merge was proven by CI that the loop had started. */
  z.strictObject({ kind: z.literal('started_ci') }),
  /** GitHub Actions had approved the very head of each merge, once. */
  z.strictObject({ kind: z.literal('approved') }),
  /** No branch was brought up to date while another one that had been was still on its way. */
  z.strictObject({ kind: z.literal('updated_in_turn') }),
]);

export type Expectation = z.infer<typeof expectationSchema>;

const errands = { start_first_ci: startFirstCi, approve_runs: approveRuns } as const satisfies Readonly<
  Record<string, Errand>
>;

const errandNames = Object.keys(errands) as readonly (keyof typeof errands)[];

const scenarioSchema = z.strictObject({
  version: z.literal(1),
  /** What it shows, in a sentence. */
  shows: z.string(),
  /** What is out of the ordinary about GitHub. */
  conditions: conditionsSchema.prefault({}),
  /** What the repository is set to. */
  setting: settingSchema.prefault({}),
  /** Further keys of the loop's configuration. */
  config: z.record(z.string(), z.unknown()).default({}),
  /** How much time passes between two firings of the cron; none at all unless told. */
  minutesBetweenFirings: z.int().default(0),
  /** What a person does. */
  person: z.array(z.enum(errandNames)).default([]),
  /** How it must have ended. */
  expect: z.array(expectationSchema).min(1),
});

/** A day on GitHub that is not like others, with what has to come of it. */
export type Scenario = Omit<z.infer<typeof scenarioSchema>, 'person'> & {
  readonly name: string;
  readonly errands: readonly Errand[];
};

const folder = join(import.meta.dirname, '../scenarios');

/** The names of all scenarios there are. */
export function listScenarios(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .toSorted();
}

/** Reads the scenario of this name, which has to be one of those there are. */
export function readScenario(name: string): Scenario {
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  const parsed = scenarioSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`sandbox/scenarios/${name}.json: ${z.prettifyError(parsed.error)}`);
  const { person, ...scenario } = parsed.data;
  return { ...scenario, name, errands: person.map((one) => errands[one]) };
}
