import { findPathFault } from '../config/repository-path.ts';
import {
  faultOf,
  type PlaceArguments,
  parsePlace,
  placeOptions,
  readOptions,
  refuseWith,
} from '../doctor/place-arguments.ts';
import { type AgentChoice, claude } from './agent.ts';
import type { Wishes } from './wishes.ts';

/** What `init` is asked on a command line; null where the surroundings have to say. */
export interface InitArguments extends Pick<PlaceArguments, 'repository' | 'host' | 'app'> {
  /** The file with the private key of an App that is there already. */
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
  --workflow FILE      default: orchestrate.yml
  --state-branch NAME  default: orchestrate-state
  --action REFERENCE   OWNER/NAME@<40 digits> of Orchestrate itself; default: this checkout's origin and commit
  --require-gate       requires \`orchestrate/gate\` of every pull request, with the workflow that lets people's through
  --wait MINUTES       how long to wait for what a person or CI does elsewhere; default: 15

The agent is Claude Code. For another one, or with a part of it otherwise:

  --agent-command TEXT   what bash runs; the prompt comes on its standard input
  --review-command TEXT  the same for reviews; default: the agent's
  --agent-install TEXT   what bash runs to install it
  --agent-variable NAME  the variable, and secret, with its key

The agent's key is taken from that variable if it is set here, else asked for; no key is ever an argument of a command.
`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  ...placeOptions,
  'app-key': text,
  project: text,
  backlog: text,
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
  const given = readOptions(args, options, initUsage);
  const refuse = refuseWith(initUsage);
  const { repository, host, app, config, workflow, stateBranch } = parsePlace(given, refuse);
  const { action, backlog, project, wait = '15' } = given;
  refuse('--backlog', backlog === undefined ? null : findPathFault(backlog));
  refuse('--project', faultOf(project, /^[a-z0-9-]+$/, 'must be of lower-case letters, digits and hyphens'));
  refuse('--action', faultOf(action, /^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/, 'must be OWNER/NAME@<40 hexadecimal digits>'));
  refuse('--agent-variable', faultOf(given['agent-variable'], /^[A-Z_][A-Z0-9_]*$/i, 'must be the name of a variable'));
  refuse('--wait', faultOf(wait, /^\d{1,4}$/, 'must be a number of minutes'));
  return {
    repository,
    host,
    app,
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

/** Whatever is not said of another agent, it does without; of the usual one each part can be said otherwise. */
function agentOf(given: ReturnType<typeof readOptions<typeof options>>): AgentChoice {
  const command = given['agent-command'];
  const usual = command === undefined ? claude : { install: null, implement: command, review: command, variable: null };
  return {
    install: given['agent-install'] ?? usual.install,
    implement: usual.implement,
    review: given['review-command'] ?? usual.review,
    variable: given['agent-variable'] ?? usual.variable,
  };
}
