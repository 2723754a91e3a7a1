import type { Flag } from './command.ts';

/** What every command takes; flags may stand anywhere. */
export const commonFlags: Readonly<Record<string, Flag>> = {
  project: { what: 'the project, by slug, name or id; default: LOOPCTL_PROJECT, or the only one', value: 'PROJECT' },
  format: { what: 'json (the default), human or csv; also LOOPCTL_FORMAT', value: 'FORMAT' },
  as: { what: 'in whose name: implementer, reviewer or orchestrator; default: whose call it is', value: 'NAME' },
  repo: { what: 'the repository whose store is meant: a folder, an address, or OWNER/NAME', value: 'REPO' },
  'state-branch': { what: 'the branch of that store; default: orchestrate-state', value: 'NAME' },
  help: { what: 'how a command is used' },
};
