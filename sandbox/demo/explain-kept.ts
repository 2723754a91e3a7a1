import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainStory, type StoryExplanation } from '../../src/core/explain.ts';
import { importBacklog } from '../../src/pass/import-backlog.ts';
import { look } from '../../src/pass/look.ts';
import { loadLedger } from '../../src/pass/state.ts';
import { openPass } from '../../src/phases/open-pass.ts';
import { type SandboxGitHub, startGitHub } from '../github/start.ts';
import { owner } from './found-world.ts';

const repo = 'tidy-print';
const base = 'main';

/** Whether a demonstration has kept a whole world there. */
export function isKeptWorld(keep: string): boolean {
  return existsSync(join(keep, 'demonstration.json'));
}

/**
 * Why a story of a kept world does not move, as a plan would see it now. Nothing runs in that world and nothing is
 * written to it: what is looked at is a copy.
 */
export async function explainKept(keep: string, story: string): Promise<StoryExplanation> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestrate-explain-'));
  try {
    await cp(join(keep, 'github'), join(folder, 'github'), { recursive: true });
    await using github = await startGitHub({ directory: join(folder, 'github'), owner, repo, defaultBranch: base });
    return await explainIn(github, folder, story);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function explainIn(github: SandboxGitHub, folder: string, story: string): Promise<StoryExplanation> {
  const { config, pass: opened, tip } = await openPlan(github, folder);
  const { slug } = opened.settings;
  const pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const { ledger } = await loadLedger(pass);
  const { world, plan } = await look(await importBacklog(ledger, tip, config.backlog, pass), pass);
  return explainStory(story, { world, plan, ledger });
}

/** As the plan job of the example workflow opens its pass. */
async function openPlan(github: SandboxGitHub, folder: string): ReturnType<typeof openPass> {
  const eventPath = join(folder, 'event.json');
  await writeFile(eventPath, JSON.stringify({ repository: { default_branch: base } }));
  const app = github.world.createApp({ slug: 'orchestrate-app' });
  return await openPass(
    {
      phase: 'plan',
      token: github.host.issueInstallationToken(app),
      config: '.github/orchestrate.yml',
      stateBranch: 'orchestrate-state',
      workflow: 'orchestrate.yml',
      server: null,
      assignments: join(folder, 'assignments'),
    },
    {
      owner,
      repo,
      serverUrl: github.url,
      apiUrl: github.apiUrl,
      run: 0,
      attempt: 1,
      ref: `refs/heads/${base}`,
      workspace: folder,
      temp: folder,
      eventPath,
    },
    () => undefined,
  );
}
