import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type FileEntry, parseCommandFile, parsePathFile } from './command-files.ts';
import { toText } from './expressions.ts';
import type { JobSession } from './job-session.ts';
import type { JsonObject } from './json.ts';

const FILE_KINDS = ['OUTPUT', 'ENV', 'PATH', 'STEP_SUMMARY', 'STATE'] as const;

type FileKind = (typeof FILE_KINDS)[number];

/** The files through which one step speaks to the runner. */
export type CommandFiles = Readonly<Record<FileKind, string>>;

const GITHUB_VARIABLES = [
  'action',
  'action_path',
  'action_ref',
  'action_repository',
  'actor',
  'api_url',
  'base_ref',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'ref',
  'ref_name',
  'ref_type',
  'repository',
  'repository_id',
  'repository_owner',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

/** Makes a step's empty command files. */
export function createCommandFiles(session: JobSession): CommandFiles {
  const id = randomUUID();
  const entries = FILE_KINDS.map((kind) => {
    const path = join(session.folders.temp, `${kind.toLowerCase()}_${id}`);
    writeFileSync(path, '');
    return [kind, path] as const;
  });
  return Object.fromEntries(entries) as Record<FileKind, string>;
}

/** The whole environment of a step's process: the machine's, the `env` context, and what no one can overwrite. */
export function stepEnvironment(
  session: JobSession,
  github: JsonObject,
  env: Readonly<Record<string, string>>,
  files: Partial<CommandFiles>,
): Record<string, string> {
  const { PATH: path, ...variables }: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    ...session.options.env,
    ...env,
  };
  return {
    CI: 'true',
    LANG: 'C.UTF-8',
    HOME: session.folders.home,
    ...variables,
    PATH: [...session.path, dirname(process.execPath), path].join(delimiter),
    GITHUB_ACTIONS: 'true',
    ...githubVariables(github),
    ...Object.fromEntries(Object.entries(files).map(([kind, path]) => [`GITHUB_${kind}`, path])),
    ...runnerVariables(session),
  };
}

/** Takes over what a step wrote to its command files; returns its outputs and state. */
export function collectCommandFiles(
  session: JobSession,
  files: CommandFiles,
): { readonly outputs: Record<string, string>; readonly state: Record<string, string> } {
  session.path = [...parsePathFile(readFileSync(files.PATH, 'utf8')).toReversed(), ...session.path];
  session.env = { ...session.env, ...Object.fromEntries(allowedVariables(readEntries(files.ENV))) };
  session.summary += readFileSync(files.STEP_SUMMARY, 'utf8');
  const collected = { outputs: toRecord(readEntries(files.OUTPUT)), state: toRecord(readEntries(files.STATE)) };
  for (const path of Object.values(files)) rmSync(path, { force: true });
  return collected;
}

function githubVariables(github: JsonObject): Record<string, string> {
  const known = GITHUB_VARIABLES.filter((key) => github[key] !== undefined && github[key] !== null);
  return Object.fromEntries(known.map((key) => [`GITHUB_${key.toUpperCase()}`, toText(github[key] ?? '')]));
}

function runnerVariables(session: JobSession): Record<string, string> {
  const runner = session.contexts['runner'] as Record<string, string>;
  return Object.fromEntries(Object.entries(runner).map(([key, value]) => [`RUNNER_${key.toUpperCase()}`, value]));
}

function readEntries(path: string): readonly FileEntry[] {
  return parseCommandFile(readFileSync(path, 'utf8'));
}

function toRecord(entries: readonly FileEntry[]): Record<string, string> {
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

function allowedVariables(entries: readonly FileEntry[]): readonly (readonly [string, string])[] {
  if (entries.some(({ name }) => name.toUpperCase() === 'NODE_OPTIONS')) {
    throw new Error("Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
  }
  return entries.map(({ name, value }) => [name, value]);
}
