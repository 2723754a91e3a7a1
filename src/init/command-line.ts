import { parseArgs } from 'node:util';
import { findBranchFault } from '../config/branch-name.ts';
import { findPathFault } from '../config/repository-path.ts';
import { ConfigurationError } from '../errors.ts';
import { findWorkflowFault } from '../inputs/faults.ts';
import { type AgentChoice, claude } from './agent.ts';
import type { Wishes } from './wishes.ts';

/** What `init` is asked on a command line; null where the surroundings have to say. */
export interface InitArguments {
  readonly repository: { readonly owner: string; readonly repo: string } | null;
  readonly host: string | null;
  /** The slug of an App that is there already. */
  readonly app: string | null;
  /** The file with its private key. */
  readonly appKey: string | null;
  readonly action: string | null;
  readonly mode: 'set_up' | 'remove';
  readonly isDry: boolean;
  readonly isAgreed: boolean;
  readonly waitMinutes: number;
  readonly wishes: Wishes;
}

export const initUsage = `npx . init [--repo OWNER/NAME] [options]

From nothing to the first run: the App, its installation, secrets and their environment, the files as a pull request,
rulesets. Looks first at what is there, and shows each step before it does it: what, by which command, and how it is
undone. It can be ended at any point and started again; it goes on where it was. Everything is done with your own \`gh\`.

  --dry-run            shows every step, and does none
  --yes                does not ask before each
  --remove             takes all of it out again
  --repo OWNER/NAME    the repository; default: where \`origin\` of this folder points
  --host HOST          default: github.com, or where \`origin\` points
  --app SLUG           an App that is there already, in place of a new one
  --app-key FILE       its private key, if its environment does not have it yet
  --project SLUG       the project's name in loopctl; default: the repository's
  --backlog PATH       default: where one is found, else backlog.json
  --config PATH        default: .github/orchestrate.yml
  --action REFERENCE   OWNER/NAME@<40 digits> of Orchestrate itself; default: this checkout's origin and commit
  --require-gate       requires \`orchestrate/gate\` of every pull request, with the workflow that lets people's through
  --wait MINUTES       how long to wait for what a person or CI does elsewhere; default: 15

The agent is Claude Code. For another one:

  --agent-command TEXT   what bash runs; the prompt comes on its standard input
  --review-command TEXT  the same for reviews; default: the agent's
  --agent-install TEXT   what bash runs to install it
  --agent-variable NAME  the variable, and secret, with its key

The agent's key is taken from that variable if it is set here, else asked for; no key is ever an argument of a command.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  repo: text,
  host: text,
  app: text,
  'app-key': text,
  project: text,
  backlog: text,
  config: text,
  workflow: text,
  'state-branch': text,
  action: text,
  wait: text,
  'agent-command': text,
  'review-command': text,
  'agent-install': text,
  'agent-variable': text,
  'dry-run': flag,
  yes: flag,
  remove: flag,
  'require-gate': flag,
} as const;

/** The arguments, or what is wrong with them. */
export function parseInitArguments(args: readonly string[]): InitArguments {
  const given = parse(args);
  const { repo, host, app, action, backlog, project, wait = '15' } = given;
  const { config = '.github/orchestrate.yml', workflow = 'orchestrate.yml' } = given;
  const stateBranch = given['state-branch'] ?? 'orchestrate-state';
  refuse('--config', findPathFault(config));
  refuse('--workflow', findWorkflowFault(workflow));
  refuse('--state-branch', findBranchFault(stateBranch));
  refuse('--backlog', backlog === undefined ? null : findPathFault(backlog));
  refuse('--host', faultOf(host, /^[\w.-]+(:\d+)?$/, 'must be the name of a host'));
  refuse('--app', faultOf(app, /^[\w-]+$/, 'must be the slug of an App'));
  refuse('--project', faultOf(project, /^[a-z0-9-]+$/, 'must be of lower-case letters, digits and hyphens'));
  refuse('--action', faultOf(action, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/, 'must be OWNER/NAME@<40 hexadecimal digits>'));
  refuse('--agent-variable', faultOf(given['agent-variable'], /^[A-Z_][A-Z0-9_]*$/i, 'must be the name of a variable'));
  refuse('--wait', faultOf(wait, /^\d{1,4}$/, 'must be a number of minutes'));
  return {
    repository: repo === undefined ? null : parseRepository(repo),
    host: host ?? null,
    app: app ?? null,
    appKey: given['app-key'] ?? null,
    action: action ?? null,
    mode: given.remove === true ? 'remove' : 'set_up',
    isDry: given['dry-run'] === true,
    isAgreed: given.yes === true,
    waitMinutes: Number(wait),
    wishes: {
      configPath: config,
      workflowFile: workflow,
      stateBranch,
      backlog: backlog ?? null,
      slug: project ?? null,
      agent: agentOf(given),
      requireGate: given['require-gate'] === true,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : String(error), { remedy: initUsage });
  }
}

function agentOf(given: ReturnType<typeof parse>): AgentChoice {
  const implement = given['agent-command'];
  if (implement === undefined) return claude;
  return {
    install: given['agent-install'] ?? null,
    implement,
    review: given['review-command'] ?? implement,
    variable: given['agent-variable'] ?? null,
  };
}

function parseRepository(given: string): { readonly owner: string; readonly repo: string } {
  const [, owner = '', repo = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(given) ?? [];
  refuse('--repo', owner === '' ? 'must be OWNER/NAME' : null);
  return { owner, repo };
}

function faultOf(value: string | undefined, form: RegExp, fault: string): string | null {
  return value === undefined || form.test(value) ? null : fault;
}

function refuse(option: string, fault: string | null): void {
  if (fault !== null) throw new ConfigurationError(`${option} ${fault}`, { remedy: initUsage });
}
