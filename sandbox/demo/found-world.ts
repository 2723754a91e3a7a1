import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { keyVariables, type LoopctlServer } from '../../src/loopctl/http/server.ts';
import type { Identity } from '../../src/loopctl/port.ts';
import type { World } from '../github/world/world.ts';
import { readLoopFiles } from './loop-files.ts';
import { protectBase, type RepositorySetting, usualSetting } from './repository-setting.ts';

export interface Founding {
  /** This project's folder, whose examples are copied as they stand. */
  readonly root: string;
  /** The backlog's text. */
  readonly backlog: string;
  readonly concurrency: number;
  readonly author: readonly string[];
  readonly reviewer: readonly string[];
  /** Further keys of the loop's configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What is set otherwise than usual. */
  readonly setting?: RepositorySetting;
  /** The project's slug. */
  readonly project?: string;
  /** The loopctl server on which the project is; none for the embedded store. */
  readonly server?: LoopctlServer | null;
}

export const owner = 'ada';
export const usualProject = 'tidy-print';
export const ciPath = '.github/workflows/ci.yml';

/** Makes the repository as a team would have it: its code, the loop's workflows, protection, and the App's secrets. */
export async function foundWorld(world: World, founding: Founding): Promise<void> {
  const { setting = usualSetting } = founding;
  world.createUser(owner, 'admin');
  await world.pushAs(owner, {
    branch: 'main',
    message: 'A small library, its backlog, and the loop that grows it',
    files: { ...(await readProject(founding.root, setting)), ...(await loopFiles(founding, setting)) },
  });
  protectBase(world, 'main', setting);
  const app = world.createApp({ slug: 'orchestrate-app' });
  world.setEnvironment('orchestrate', { branches: ['main'] });
  world.setSecret('ORCHESTRATE_APP_ID', app.clientId, 'orchestrate');
  world.setSecret('ORCHESTRATE_APP_KEY', app.privateKey, 'orchestrate');
  for (const [identity, key] of Object.entries(founding.server?.keys ?? {})) {
    world.setSecret(keyVariables[identity as Identity], key, 'orchestrate');
  }
}

async function loopFiles(founding: Founding, setting: RepositorySetting): Promise<Readonly<Record<string, string>>> {
  return {
    ...(await readLoopFiles(founding.root, setting, founding.server?.url)),
    '.github/orchestrate.yml': configText(founding),
    'backlog.json': founding.backlog,
  };
}

function configText({ concurrency, author, reviewer, config, project = usualProject }: Founding): string {
  return stringify({
    version: 1,
    project,
    concurrency,
    agents: {
      implement: { command: [...author], 'timeout-minutes': 10 },
      review: { command: [...reviewer], 'timeout-minutes': 10 },
    },
    verify: { command: 'node scripts/check.mjs', 'timeout-minutes': 5 },
    ...config,
  });
}

async function readProject(root: string, { ci }: RepositorySetting): Promise<Readonly<Record<string, string>>> {
  const folder = join(root, 'sandbox/sample/project');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path, 'utf8')]));
  const ciText = ci === null ? {} : { [ciPath]: listenTo(ci, await readFile(join(folder, ciPath), 'utf8')) };
  return { ...Object.fromEntries(read), ...ciText };
}

/** The project's CI, started by other events. */
function listenTo(events: Readonly<Record<string, unknown>>, text: string): string {
  const workflow = parseDocument(text);
  workflow.set('on', workflow.createNode(events));
  return workflow.toString();
}
