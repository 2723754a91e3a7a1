import { gateWorkflow } from '../facts.ts';
import { renderConfig } from './config-text.ts';
import { type Filling, fillWorkflow } from './fill-workflows.ts';
import { renderFirstBacklog } from './first-backlog.ts';

const folder = '.github/workflows';

interface Starting extends Filling {
  readonly examples: Readonly<Record<string, string>>;
  readonly backlogPath: string;
  readonly slug: string;
  readonly requireGate: boolean;
}

/** Every file that the loop needs in the repository, by path. */
export function listStarterFiles(starting: Starting): Readonly<Record<string, string>> {
  const { examples, configPath, backlogPath, slug, project, agent, requireGate } = starting;
  const workflows = Object.entries(examples)
    .filter(([file]) => requireGate || file !== gateWorkflow)
    .map(([file, text]) => [pathOf(file, starting), fillWorkflow(file, text, starting)] as const);
  return {
    ...Object.fromEntries(workflows),
    [configPath]: renderConfig({ slug, backlog: backlogPath, project, agent }),
    [backlogPath]: renderFirstBacklog(project),
  };
}

/** The paths of the workflows that the examples would become. */
export function workflowPaths(
  examples: Readonly<Record<string, string>>,
  places: Pick<Filling, 'workflowFile'>,
): readonly string[] {
  return Object.keys(examples).map((file) => pathOf(file, places));
}

function pathOf(file: string, { workflowFile }: Pick<Filling, 'workflowFile'>): string {
  return `${folder}/${file === 'orchestrate.yml' ? workflowFile : file}`;
}

/** A repository's name as loopctl takes the name of a project. */
export function slugOf(repo: string): string {
  const slug = repo
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'project' : slug;
}
