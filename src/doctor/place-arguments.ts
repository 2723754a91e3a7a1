import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { findBranchFault } from '../config/branch-name.ts';
import { findPathFault } from '../config/repository-path.ts';
import { ConfigurationError } from '../errors.ts';
import { findWorkflowFault } from '../inputs/faults.ts';
import { inputDefinition } from '../inputs/registry.ts';

/** Which repository is meant, and where in it things are, as a command line says it; null where the surroundings have to say. */
export interface PlaceArguments {
  readonly repository: { readonly owner: string; readonly repo: string } | null;
  readonly host: string | null;
  /** The slug of the App that acts there. */
  readonly app: string | null;
  readonly config: string;
  readonly workflow: string;
  readonly stateBranch: string;
}

const text = { type: 'string' } as const;

export const placeOptions = {
  repo: text,
  host: text,
  app: text,
  config: text,
  workflow: text,
  'state-branch': text,
} as const;

/** Refuses an option of a command, with what could be said instead. */
export type Refuse = (option: string, fault: string | null) => void;

export function refuseWith(usage: string): Refuse {
  return (option, fault) => {
    if (fault !== null) throw new ConfigurationError(`${option} ${fault}`, { remedy: usage });
  };
}

/** The options of a command that takes nothing else; an unknown one is refused with the usage. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : String(error), { remedy: usage });
  }
}

/** The place among the options of a command, or what is wrong with it. */
export function parsePlace(
  given: Readonly<Partial<Record<keyof typeof placeOptions, string>>>,
  refuse: Refuse,
): PlaceArguments {
  const { repo, host, app } = given;
  const config = given.config ?? defaultOf('config');
  const workflow = given.workflow ?? defaultOf('workflow');
  const stateBranch = given['state-branch'] ?? defaultOf('state-branch');
  refuse('--config', findPathFault(config));
  refuse('--workflow', findWorkflowFault(workflow));
  refuse('--state-branch', findBranchFault(stateBranch));
  refuse('--host', faultOf(host, /^[\w.-]+(:\d+)?$/, 'must be the name of a host'));
  refuse('--app', faultOf(app, /^[\w-]+$/, 'must be the slug of an App'));
  refuse('--repo', faultOf(repo, /^[\w.-]+\/[\w.-]+$/, 'must be OWNER/NAME'));
  const [owner = '', name = ''] = repo?.split('/') ?? [];
  const repository = repo === undefined ? null : { owner, repo: name };
  return { repository, host: host ?? null, app: app ?? null, config, workflow, stateBranch };
}

/** What is wrong with a value that has to have a form; null where nothing is, or none was given. */
export function faultOf(value: string | undefined, form: RegExp, fault: string): string | null {
  return value === undefined || form.test(value) ? null : fault;
}

function defaultOf(name: 'config' | 'workflow' | 'state-branch'): string {
  return inputDefinition(name).default ?? '';
}
