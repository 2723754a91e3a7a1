import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainStory, type StoryExplanation } from '../../src/core/explain.ts';
import type { LoopctlServer } from '../../src/loopctl/http/server.ts';
import { importBacklog } from '../../src/pass/import-backlog.ts';
import { look } from '../../src/pass/look.ts';
import { loadLedger } from '../../src/pass/state.ts';
import { openPass } from '../../src/phases/open-pass.ts';
import { type SandboxGitHub, startGitHub } from '../github/start.ts';
import { owner } from './found-world.ts';

const repo = 'tidy-print';
const base = 'main';

/** A whole world that a demonstration kept; null where there is none. */
export interface KeptWorld {
  /** Whether its stories are on a loopctl server, or in its own repository. */
  readonly isServed: boolean;
}

/** Reads what kind of world a demonstration has kept there. */
export async function readKeptWorld(keep: string): Promise<KeptWorld | null> {
  const text = await readFile(join(keep, 'demonstration.json'), 'utf8').catch(() => null);
  return text === null ? null : { isServed: typeof JSON.parse(text).servedProject === 'string' };
}

/**
 * Why a story of a kept world does not move, as a plan would see it now. Nothing runs in that world and nothing is
 * written to it: what is looked at is a copy.
 */
export async function explainKept(
  keep: string,
  story: string,
  server: LoopctlServer | null = null,
): Promise<StoryExplanation> {
  const folder = await mkdtemp(join(tmpdir(), 'orchestrate-explain-'));
  try {
    await cp(join(keep, 'github'), join(folder, 'github'), { recursive: true });
    await using github = await startGitHub({ directory: join(folder, 'github'), owner, repo, defaultBranch: base });
    return await explainIn(github, folder, story, server);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function explainIn(
  github: SandboxGitHub,
  folder: string,
  story: string,
  server: LoopctlServer | null,
): Promise<StoryExplanation> {
  const { config, pass: opened, tip } = await openPlan(github, folder, server);
  const { slug } = opened.settings;
  const pass = { ...opened, project: await opened.loopctl.ensureProject({ name: slug, slug }) };
  const { ledger } = await loadLedger(pass);
  const prepared = server === null ? await importBacklog(ledger, tip, config.backlog, pass) : ledger;
  const { world, plan } = await look(prepared, pass);
  return explainStory(story, { world, plan, ledger });
}

/** As the plan job of the example workflow opens its pass. */
async function openPlan(
  github: SandboxGitHub,
  folder: string,
  server: LoopctlServer | null,
): ReturnType<typeof openPass> {
  const eventPath = join(folder, 'event.json');
  await writeFile(eventPath, JSON.stringify({ repository: { default_branch: base } }));
  const token = github.host.issueInstallationToken(github.world.createApp({ slug: 'orchestrate-app' }));
  return await openPass(
    {
      phase: 'plan',
      token,
      // Nothing is done with it: what is told is what a job does that was given one.
      approvalToken: token,
      webhook: null,
      record: join(folder, 'record'),
      config: '.github/orchestrate.yml',
      stateBranch: 'orchestrate-state',
      workflow: 'orchestrate.yml',
      server,
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
