import { listensTo } from '../../doctor/workflow/branch-filter.ts';
import { parseWorkflow } from '../../doctor/workflow/parse-workflow.ts';
import { readToolchain } from './ci-toolchain.ts';
import { readElixirProject } from './elixir.ts';
import { readNodeProject } from './node.ts';
import type { Project, Sources } from './project.ts';

const folder = '.github/workflows/';

/** What an agent needs to work on this project: what its own CI brings, else what its files let guess. */
export function detectProject(sources: Sources, base: string): Project {
  const guessed = guess(sources);
  const own = Object.entries(sources.texts).flatMap(([path, text]) => {
    if (!path.startsWith(folder) || text === undefined || !judgesPulls(path, text, base)) return [];
    const toolchain = readToolchain(text);
    return toolchain === null ? [] : [{ ...toolchain, origin: path.slice(folder.length) }];
  })[0];
  return own === undefined ? guessed : { ...guessed, ...own };
}

function judgesPulls(path: string, text: string, base: string): boolean {
  const reading = parseWorkflow(path, text);
  if (reading.kind === 'fault') return false;
  const filter = reading.workflow.triggers.get('pull_request');
  return filter !== undefined && listensTo(filter, base);
}

function guess(sources: Sources): Project {
  // An Elixir project often has a package.json for its assets; a Node project has no mix.exs.
  if (sources.names.includes('mix.exs')) return readElixirProject(sources);
  if (sources.names.includes('package.json')) return readNodeProject(sources);
  return unknownProject;
}

const unknownProject: Project = {
  language: 'unknown',
  steps: [],
  services: {},
  environment: {},
  setup: null,
  verify: null,
  protectedPaths: [],
  origin: 'nothing that is known here',
};
