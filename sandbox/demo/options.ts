import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findNearest } from '../../src/core/nearest.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { listScenarios, readScenario } from './scenario.ts';
import { readServerOption } from './server-option.ts';

export interface DemoOptions {
  /** A backlog in loopctl's import format; null for the sample's own. */
  readonly backlog: string | null;
  /** The scenario to play instead of the sample; null for none. */
  readonly scenario: string | null;
  /** How many agents work at once. */
  readonly concurrency: number;
  /** The agent's command, run by bash; null for the scripted agent. */
  readonly agent: string | null;
  /** Where the world is kept; null for a temporary folder. */
  readonly keep: string | null;
  readonly summary: string | null;
  /** Where the report of the project goes; null for the usual place. */
  readonly report: string | null;
  /** The loopctl server that has the backlog; null for the embedded store. */
  readonly server: LoopctlServer | null;
  readonly plain: boolean;
}

export type OptionsReading =
  | { readonly kind: 'options'; readonly options: DemoOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

const scenarios = listScenarios();

const known = {
  scenario: { type: 'string', value: 'NAME', text: 'a small project on a day that is not like others: see below' },
  backlog: { type: 'string', value: 'FILE', text: "a backlog in loopctl's import format, instead of the sample's own" },
  concurrency: { type: 'string', value: 'N', text: 'how many agents work at once, 1 to 50; 4 unless told' },
  agent: { type: 'string', value: 'CMD', text: 'the agent, a command run by bash, instead of the scripted one' },
  keep: { type: 'string', value: 'DIR', text: 'keep the world in this folder; again with the same folder, it goes on' },
  summary: { type: 'string', value: 'FILE', text: 'write the figures there as JSON' },
  report: {
    type: 'string',
    value: 'FILE',
    text: 'write the report there; report.html in the kept world, or in .orchestrate, unless told',
  },
  'loopctl-url': {
    type: 'string',
    value: 'URL',
    text: 'a loopctl server, instead of the embedded store; its keys come as LOOPCTL_…_KEY',
  },
  plain: { type: 'boolean', value: '', text: 'a line per event; by itself when the output is not a terminal' },
  help: { type: 'boolean', value: '', text: 'show this' },
} as const;

const names = Object.keys(known);

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the command line; every problem is told, an unknown option with the nearest that there is. */
export function parseOptions(args: readonly string[], environment: Environment = {}): OptionsReading {
  const { values, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }])),
    strict: false,
    tokens: true,
  });
  const problems = tokens.flatMap((token) => problemOf(token));
  if (problems.length === 0 && values['help'] === true) return { kind: 'help' };
  const concurrency = values['concurrency'] === undefined ? 4 : Number(values['concurrency']);
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 50) {
    problems.push(`--concurrency must be a whole number from 1 to 50, not "${values['concurrency']}"`);
  }
  problems.push(...problemsOfScenario(values['scenario'], values['backlog']));
  const reading = readServerOption(values['loopctl-url'], environment);
  if (reading.kind === 'problems') problems.push(...reading.problems);
  if (problems.length > 0) return { kind: 'problems', problems };
  return {
    kind: 'options',
    options: {
      scenario: textOf(values['scenario']),
      backlog: pathOf(values['backlog']),
      concurrency,
      agent: textOf(values['agent']),
      keep: pathOf(values['keep']),
      summary: pathOf(values['summary']),
      report: pathOf(values['report']),
      server: reading.kind === 'server' ? reading.server : null,
      plain: values['plain'] === true,
    },
  };
}

/** What `--help` prints. */
export function helpText(): string {
  const rows = Object.entries(known).map(([name, { value, text }]) => [`--${name} ${value}`.trim(), text] as const);
  return [
    'npm start -- [options]',
    '',
    'Plays a whole project in a GitHub on this machine: from the backlog to the last verified story.',
    '',
    ...rows.map(([option, text]) => `  ${option.padEnd(18)}  ${text}`),
    '',
    'Scenarios, each of which ends with 1 unless it ends as it should:',
    '',
    ...scenarios.map((name) => `  ${name.padEnd(18)}  ${readScenario(name).shows}`),
    '',
  ].join('\n');
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function problemOf(token: Token): string[] {
  if (token.kind === 'positional') return [`"${token.value}" is no option`];
  if (token.kind !== 'option') return [];
  const option = Object.entries(known).find(([name]) => name === token.name)?.[1];
  if (option === undefined) {
    const nearest = findNearest(token.name, names);
    return [`unknown option ${token.rawName}${nearest === null ? '' : `; did you mean --${nearest}?`}`];
  }
  if (option.type === 'string' && !token.value)
    return [`${token.rawName} needs a value: ${token.rawName} ${option.value}`];
  if (option.type === 'boolean' && token.value !== undefined) return [`${token.rawName} takes no value`];
  return [];
}

function problemsOfScenario(name: Value, backlog: Value): readonly string[] {
  if (typeof name !== 'string' || name === '') return [];
  if (!scenarios.includes(name)) {
    const nearest = findNearest(name, scenarios);
    const hint = nearest === null ? `there are ${scenarios.join(', ')}` : `did you mean ${nearest}?`;
    return [`there is no scenario "${name}"; ${hint}`];
  }
  return backlog === undefined ? [] : ['--scenario brings its own backlog: leave --backlog out'];
}

type Value = string | boolean | (string | boolean)[] | undefined;

function textOf(value: Value): string | null {
  return typeof value === 'string' ? value : null;
}

function pathOf(value: Value): string | null {
  return typeof value === 'string' ? resolve(process.env['INIT_CWD'] ?? '.', value) : null;
}
