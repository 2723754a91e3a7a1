import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import type { World } from '../github/world/world.ts';

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
}

export const owner = 'ada';
export const requiredCheck = { context: 'test', app: 'github-actions', integrationId: 15_368 } as const;

/** Makes the repository as a team would have it: its code, the loop's workflows, protection, and the App's secrets. */
export async function foundWorld(world: World, founding: Founding): Promise<void> {
  world.createUser(owner, 'admin');
  await world.pushAs(owner, {
    branch: 'main',
    message: 'A small library, its backlog, and the loop that grows it',
    files: { ...(await readProject(founding.root)), ...(await loopFiles(founding)) },
  });
  world.setRuleset({
    name: 'main',
    include: ['~DEFAULT_BRANCH'],
    rules: [
      { type: 'pull_request', parameters: noApprovals },
      {
        type: 'required_status_checks',
        parameters: {
          required_status_checks: [{ context: requiredCheck.context, integration_id: requiredCheck.integrationId }],
          strict_required_status_checks_policy: false,
        },
      },
      { type: 'non_fast_forward' },
      { type: 'deletion' },
    ],
  });
  const app = world.createApp({ slug: 'orchestrate-app' });
  world.setEnvironment('orchestrate', { branches: ['main'] });
  world.setSecret('ORCHESTRATE_APP_ID', app.appId, 'orchestrate');
  world.setSecret('ORCHESTRATE_APP_KEY', app.privateKey, 'orchestrate');
}

const noApprovals = {
  required_approving_review_count: 0,
  dismiss_stale_reviews_on_push: false,
  require_code_owner_review: false,
  require_last_push_approval: false,
  required_review_thread_resolution: false,
} as const;

async function loopFiles(founding: Founding): Promise<Readonly<Record<string, string>>> {
  const examples = ['orchestrate.yml', 'orchestrate-assignment.yml'];
  const workflows = await Promise.all(
    examples.map(async (name) => [
      `.github/workflows/${name}`,
      await readFile(join(founding.root, 'examples', name), 'utf8'),
    ]),
  );
  return {
    ...Object.fromEntries(workflows),
    '.github/orchestrate.yml': configText(founding),
    'backlog.json': founding.backlog,
  };
}

function configText({ concurrency, author, reviewer, config }: Founding): string {
  return stringify({
    version: 1,
    project: 'tidy-print',
    concurrency,
    agents: {
      implement: { command: [...author], 'timeout-minutes': 10 },
      review: { command: [...reviewer], 'timeout-minutes': 10 },
    },
    verify: { command: 'node scripts/check.mjs', 'timeout-minutes': 5 },
    ...config,
  });
}

async function readProject(root: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(root, 'sandbox/sample/project');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path, 'utf8')]));
  return Object.fromEntries(files);
}
