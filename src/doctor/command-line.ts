import { parseArgs } from 'node:util';
import { findBranchFault } from '../config/branch-name.ts';
import { findPathFault } from '../config/repository-path.ts';
import { ConfigurationError } from '../errors.ts';
import { findWorkflowFault } from '../inputs/faults.ts';
import { inputDefinition } from '../inputs/registry.ts';

/** What the doctor is asked on a command line; null where the surroundings have to say. */
export interface DoctorArguments {
  readonly repository: { readonly owner: string; readonly repo: string } | null;
  readonly host: string | null;
  readonly app: string | null;
  readonly config: string;
  readonly workflow: string;
  readonly stateBranch: string;
  /** Whether the loop is to be tried as well, by the App, in the repository. */
  readonly rehearse: boolean;
}

export const usage = `npx . doctor [--rehearse] [--repo OWNER/NAME] [--app SLUG] [options]

Looks whether a repository has all that Orchestrate needs, with your own token, and says what to do where something is
missing. Ends with 1 where anything fails. It writes nothing, but for a rehearsal.

  --rehearse           tries it: starts the workflow, whose trusted jobs, as the App, open a pull request that changes
                       no file, see CI start on it and the required checks report, run setup and verify once in an
                       agent's job, and close it; takes as long as those do
  --repo OWNER/NAME    the repository; default: where \`origin\` of this folder points
  --app SLUG           the GitHub App that acts there: the last part of its address
  --host HOST          default: github.com, or where \`origin\` points
  --config PATH        default: .github/orchestrate.yml
  --workflow FILE      default: orchestrate.yml
  --state-branch NAME  default: orchestrate-state

The token is GH_TOKEN or GITHUB_TOKEN, else what \`gh auth token\` says. Only administrators see bypass lists, classic
protection and the names of secrets; for everybody else those end as "cannot tell". A loopctl server is looked at where
LOOPCTL_SERVER, LOOPCTL_AGENT_KEY, LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY are set.
`;

/** The arguments, or what is wrong with them. */
export function parseDoctorArguments(args: readonly string[]): DoctorArguments {
  const { repo, host, app, rehearse = false, ...files } = parse(args);
  const config = files.config ?? defaultOf('config');
  const workflow = files.workflow ?? defaultOf('workflow');
  const stateBranch = files['state-branch'] ?? defaultOf('state-branch');
  refuse('--config', findPathFault(config));
  refuse('--workflow', findWorkflowFault(workflow));
  refuse('--state-branch', findBranchFault(stateBranch));
  refuse('--host', host === undefined || /^[\w.-]+(:\d+)?$/.test(host) ? null : 'must be the name of a host');
  refuse('--app', app === undefined || /^[\w-]+$/.test(app) ? null : 'must be the slug of an App');
  return {
    repository: repo === undefined ? null : parseRepository(repo),
    host: host ?? null,
    app: app ?? null,
    config,
    workflow,
    stateBranch,
    rehearse,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        repo: text,
        host: text,
        app: text,
        config: text,
        workflow: text,
        'state-branch': text,
        rehearse: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new ConfigurationError(error instanceof Error ? error.message : String(error), { remedy: usage });
  }
}

function parseRepository(text: string): { readonly owner: string; readonly repo: string } {
  const [, owner = '', repo = ''] = /^([\w.-]+)\/([\w.-]+)$/.exec(text) ?? [];
  refuse('--repo', owner === '' ? 'must be OWNER/NAME' : null);
  return { owner, repo };
}

function refuse(option: string, fault: string | null): void {
  if (fault !== null) throw new ConfigurationError(`${option} ${fault}`, { remedy: usage });
}

function defaultOf(name: 'config' | 'workflow' | 'state-branch'): string {
  return inputDefinition(name).default ?? '';
}

export interface Origin {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

/** Where a git address points: `https://host/owner/name.git`, `ssh://git@host/…` or `git@host:owner/name`; null for others. */
export function parseOrigin(address: string): Origin | null {
  const [, host = '', path = ''] =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/.exec(address.trim()) ??
    /^(?:[^@/]+@)?([\w.-]+):(?!\/)(.+)$/.exec(address.trim()) ??
    [];
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(path) ?? [];
  return owner === undefined || repo === undefined ? null : { host, owner, repo };
}

/** Where a host's API is. */
export function apiUrlOf(host: string): string {
  return host === 'github.com' ? 'https://api.github.com' : `https://${host}/api/v3`;
}
