import { type PlaceArguments, parsePlace, placeOptions, readOptions, refuseWith } from './place-arguments.ts';

/** What the doctor is asked on a command line. */
export interface DoctorArguments extends PlaceArguments {
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

The token is GH_TOKEN or GITHUB_TOKEN, else what \`gh auth token\` says; to another host than github.com those two go only
where --host names it. Only administrators see bypass lists, classic protection and the names of secrets; for everybody
else those end as "cannot tell". A loopctl server is looked at where LOOPCTL_SERVER, LOOPCTL_AGENT_KEY,
LOOPCTL_REVIEWER_KEY and LOOPCTL_ORCH_KEY are set.
`;

/** The arguments, or what is wrong with them. */
export function parseDoctorArguments(args: readonly string[]): DoctorArguments {
  const { rehearse = false, ...place } = readOptions(args, { ...placeOptions, rehearse: { type: 'boolean' } }, usage);
  return { ...parsePlace(place, refuseWith(usage)), rehearse };
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
