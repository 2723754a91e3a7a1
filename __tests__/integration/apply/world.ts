import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type SandboxGitHub, startGitHub } from '../../../sandbox/github/start.ts';
import type { StoryFacts } from '../../../src/core/snapshot.ts';
import { canonicalAgreement } from '../../../src/core/story.ts';
import { openRefStore } from '../../../src/git/ref-store.ts';
import { ensureRepository, fetchInto } from '../../../src/git/repository.ts';
import { createGitHub } from '../../../src/github/client.ts';
import { createLoopctl } from '../../../src/loopctl/client.ts';
import { openEmbeddedTransport } from '../../../src/loopctl/embedded/embedded-transport.ts';
import type { Loopctl } from '../../../src/loopctl/port.ts';
import type { Pass } from '../../../src/pass/pass.ts';
import { type LeasedPass, underLease } from '../../../src/pass/under-lease.ts';
import { aPolicy } from '../../builders/policy.ts';
import { pullRequestRule, requireTest } from '../sandbox-github-world.ts';
import { openWire, type Wire } from './wire.ts';

const [owner, repo, person] = ['acme', 'lib', 'ann'];
export const stateBranch = 'orchestrate-state';
const author = { name: 'orchestrate', email: 'orchestrate@example.org' };

/** A repository with its backlog of one story, as a folder that can be copied and opened again. */
export interface ApplyWorld extends AsyncDisposable {
  readonly folder: string;
  readonly site: SandboxGitHub;
  /** The run under way, to which the pass belongs. */
  readonly run: number;
  /** Re-runs that were asked for. */
  readonly commands: readonly unknown[];
  /** The process of a trusted job, over a wire of its own; loopctl as it was made lasting last. */
  start(saves?: Saves): Promise<Process>;
  /** The same world once more, on a GitHub of its own. */
  copy(): Promise<ApplyWorld>;
}

/** Whether the saves of loopctl's embedded store can be lost as well. */
type Saves = 'as they are' | 'over the wire';

export interface Process extends AsyncDisposable {
  readonly pass: LeasedPass;
  readonly wire: Wire;
  /** Story 1.1 as loopctl has it now. */
  story(): Promise<StoryFacts>;
}

interface Known {
  readonly folder: string;
  readonly token: string;
  /** The job's own, for approvals. */
  readonly jobToken: string;
  readonly run: number;
}

/** A protected repository with a workflow, story 1.1 pending in loopctl, and a run under way. */
export async function foundApplyWorld(): Promise<ApplyWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'apply-world-'));
  const site = await openSite(folder);
  const { world, host } = site;
  world.createUser(person, 'admin');
  const files = {
    'README.md': 'A library.\n',
    '.github/workflows/orchestrate.yml': 'on: workflow_dispatch\njobs: {}\n',
    '.github/workflows/ci.yml': 'on: [push, pull_request, workflow_dispatch]\njobs: {}\n',
  };
  const tip = await world.pushAs(person, { branch: 'main', files, message: 'Begin' });
  world.setRuleset({
    name: 'main',
    include: ['~DEFAULT_BRANCH'],
    rules: [pullRequestRule, requireTest({ strict: false })],
  });
  const token = host.issueInstallationToken(world.createApp({ slug: 'orchestrate-app' }));
  const trigger = { event: 'schedule', ref: 'refs/heads/main', sha: tip, headSha: tip, headBranch: 'main' } as const;
  const path = {
    workflowPath: '.github/workflows/orchestrate.yml',
    workflowName: 'Orchestrate',
    runName: 'Orchestrate',
  };
  const run = host.createRun({ ...path, trigger: { ...trigger, actor: person, payload: {} } });
  host.updateRun(run.id, { status: 'in_progress' });
  const job = host.createJob({ runId: run.id, name: 'plan' });
  const jobToken = host.issueJobToken(job.id, { 'pull-requests': 'write' });
  const founded = worldOf(site, { folder, token, jobToken, run: run.id });
  await using process = await founded.start();
  const { loopctl, project } = process.pass;
  const acceptance_criteria = [{ id: 'AC-1', description: 'It works.' }];
  const stories = ['1.1', '1.2'].map((number) => ({ number, title: `Story ${number}`, acceptance_criteria }));
  const epics = [{ number: 1, title: 'Epic', stories }];
  await loopctl.importBacklog(project.id, { epics, story_dependencies: [], epic_dependencies: [] });
  await loopctl.flush('Found');
  await ensureRepository(process.pass.history);
  await fetchInto(process.pass.history, { branches: ['main'] });
  // It is copied hundreds of times: one pack is a fraction of the files.
  await world.git(['repack', '-adknq']);
  return founded;
}

function openSite(folder: string): Promise<SandboxGitHub> {
  return startGitHub({ directory: join(folder, 'github'), owner, repo, defaultBranch: 'main' });
}

function worldOf(site: SandboxGitHub, known: Known): ApplyWorld {
  const { folder, run } = known;
  const commands: unknown[] = [];
  site.host.onCommand((command) => {
    commands.push(command);
    // All that there is of a runner: a run that is run again is under way.
    site.host.restartRun(command.runId);
  });
  // What is started by hand waits in the queue.
  site.host.onTrigger((trigger) => {
    const workflowPath = trigger.workflowPath ?? '';
    if (trigger.event !== 'workflow_dispatch') return;
    site.host.createRun({ workflowPath, workflowName: workflowPath, runName: workflowPath, trigger });
  });
  let processes = 0;
  return {
    folder,
    site,
    run,
    commands,
    start: async (saves = 'as they are') => {
      processes += 1;
      return await startProcess(site, known, { nth: processes, saves });
    },
    copy: async () => {
      const copied = await mkdtemp(join(tmpdir(), 'apply-world-'));
      // What a process has read is its own.
      const filter = (source: string): boolean => !basename(source).startsWith('store-');
      await cp(folder, copied, { recursive: true, filter });
      return worldOf(await openSite(copied), { ...known, folder: copied });
    },
    [Symbol.asyncDispose]: async () => {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Start {
  readonly nth: number;
  readonly saves: Saves;
}

async function startProcess(
  site: SandboxGitHub,
  { folder, token, jobToken, run }: Known,
  { nth, saves }: Start,
): Promise<Process> {
  const wire = await openWire(site.url);
  const store = await openRefStore({
    // What is said to loopctl has a wire of its own; that it lasts is this one's business.
    remoteUrl: saves === 'over the wire' ? `${wire.url}/${owner}/${repo}.git` : site.cloneUrl,
    token,
    branch: stateBranch,
    directory: join(folder, `store-${nth}`),
  });
  const transport = await openEmbeddedTransport({ store, author, now: () => new Date() });
  const loopctl = createLoopctl(wire.loopctl(transport));
  const place = { remoteUrl: `${wire.url}/${owner}/${repo}.git`, token };
  const command = { command: ['agent'], timeoutMinutes: 1, outputLimitKb: 1 };
  const pass: Pass = {
    facts: { run, attempt: 1, holder: 'plan', canDispatch: true },
    policy: aPolicy(),
    settings: {
      slug: 'demo',
      base: 'main',
      defaultBranch: 'main',
      workflow: 'orchestrate.yml',
      jobs: { author: command, reviewer: command, setup: null, verify: null, environment: [], protectedPaths: [] },
      protectedPaths: [],
      notify: { url: null, format: 'json' },
      assignments: join(folder, 'assignments'),
    },
    github: createGitHub({ token, apiUrl: `${wire.url}/api/v3`, owner, repo }),
    approver: createGitHub({ token: jobToken, apiUrl: `${wire.url}/api/v3`, owner, repo }),
    loopctl,
    trees: { ...place, directory: join(folder, `store-${nth}`), isShallow: true },
    history: { ...place, directory: join(folder, 'history'), isShallow: false },
    now: Date.now,
    log: () => undefined,
    record: () => undefined,
    repositoryUrl: `https://github.test/${owner}/${repo}`,
    runUrl: `https://github.test/${owner}/${repo}/actions/runs/${run}`,
    project: await loopctl.ensureProject({ name: 'demo', slug: 'demo' }),
  };
  return {
    pass: underLease(pass, Number.POSITIVE_INFINITY),
    wire,
    story: () => readStory(loopctl, pass.project.id),
    [Symbol.asyncDispose]: () => wire[Symbol.asyncDispose](),
  };
}

async function readStory(loopctl: Loopctl, projectId: string): Promise<StoryFacts> {
  const story = (await loopctl.listStories(projectId)).find(({ number }) => number === '1.1');
  if (story === undefined) throw new Error('there is no story 1.1');
  return { ...story, criteriaHash: createHash('sha256').update(canonicalAgreement(story)).digest('hex') };
}

/** The files that assignments were written to, by name. */
export async function readAssignments({ folder }: ApplyWorld): Promise<Readonly<Record<string, string>>> {
  const directory = join(folder, 'assignments');
  const names = await readdir(directory).catch(() => []);
  const files = names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(files));
}
