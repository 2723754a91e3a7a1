import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { foundWorld } from '../../sandbox/demo/found-world.ts';
import { type SandboxGitHub, startGitHub } from '../../sandbox/github/start.ts';
import { countFailures, examine } from '../../src/doctor/examine.ts';
import type { DoctorFacts } from '../../src/doctor/facts.ts';
import { gatherDoctorFacts } from '../../src/doctor/gather.ts';
import { runDoctor } from '../../src/doctor/run-doctor.ts';
import { RemoteError } from '../../src/errors.ts';
import { runGit } from '../../src/git/git.ts';
import { createGitHub } from '../../src/github/client.ts';
import { readBranchProtection } from '../../src/github/read-branch-protection.ts';
import { runDoctorPhase } from '../../src/phases/doctor.ts';
import { runGreenCi } from './green-ci.ts';
import { serveLoopctl } from './loopctl-server.ts';

const root = join(import.meta.dirname, '../..');
const [owner, repo] = ['ada', 'tidy-print'];
const files = {
  config: '.github/orchestrate.yml',
  workflow: 'orchestrate.yml',
  stateBranch: 'orchestrate-state',
  server: null,
};
const asked = {
  contents: 'write',
  pull_requests: 'write',
  issues: 'write',
  checks: 'write',
  actions: 'write',
  statuses: 'read',
} as const;

interface Place {
  readonly folder: string;
  readonly github: SandboxGitHub;
  readonly admin: string;
  readonly app: string;
}

const places: Place[] = [];
afterEach(async () => {
  for (const { github, folder } of places.splice(0)) {
    await github.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The demonstration's repository, set up as the README says, its App asking for what it says there. */
async function openPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const github = await startGitHub({ directory: join(folder, 'site'), owner, repo, defaultBranch: 'main' });
  const backlog = readFileSync(join(root, 'sandbox/sample/backlog.json'), 'utf8');
  await foundWorld(github.world, { root, backlog, concurrency: 2, author: ['a'], reviewer: ['b'] });
  const app = github.world.createApp({ slug: 'orchestrate-app', permissions: asked });
  github.world.setRuleset({
    name: 'state',
    include: ['refs/heads/orchestrate-state'],
    rules: [{ type: 'update' }, { type: 'deletion' }],
    bypassActors: [{ actor_id: Number(app.appId), actor_type: 'Integration', bypass_mode: 'always' }],
  });
  const place = {
    folder,
    github,
    admin: github.world.createUser(owner, 'admin'),
    app: github.host.issueInstallationToken(app),
  };
  places.push(place);
  return place;
}

/** CI has run on the base, and on a pull request of an agent. */
async function work({ github }: Place): Promise<void> {
  const { world } = github;
  runGreenCi(github, { event: 'push', branch: 'main', name: 'CI', actor: owner });
  await world.pushAs(owner, { branch: 'orchestrate/1.1', files: { 'a.txt': 'a\n' }, message: 'Work' });
  await world.openPullAs(owner, { head: 'orchestrate/1.1', base: 'main', title: 'Work' });
  runGreenCi(github, { event: 'pull_request', branch: 'orchestrate/1.1', name: 'CI', actor: owner });
}

function ask({ github }: Place, token: string, where: 'phase' | 'laptop', app: string | null): Promise<DoctorFacts> {
  const client = createGitHub({ token, apiUrl: github.apiUrl, owner, repo });
  return gatherDoctorFacts(client, { ...files, where, app, now: Date.now() });
}

/** What is not well, as `check: verdict`, each once. */
function complaints(facts: DoctorFacts): readonly string[] {
  const found = examine(facts).filter(({ verdict }) => verdict !== 'pass');
  return [...new Set(found.map(({ check, verdict }) => `${check}: ${verdict}`))];
}

it('finds with an administrator what is left to be done in a repository that is set up and at work', async () => {
  const place = await openPlace();
  await work(place);
  const facts = await ask(place, place.admin, 'laptop', 'orchestrate-app');
  // The example is not pinned, since there is no release; the sandbox fires no cron by itself.
  expect(complaints(facts)).toEqual(['workflows: fail', 'cron: cannot_tell']);
});

it('says as the App what an App is not shown, and takes its own word for what it may pass over', async () => {
  const place = await openPlace();
  await work(place);
  const facts = await ask(place, place.app, 'phase', null);
  expect(facts.asker).toEqual({ login: 'orchestrate-app', kind: 'app' });
  expect(complaints(facts)).toEqual([
    'workflows: fail',
    'environment: cannot_tell',
    'state_branch: cannot_tell',
    'cron: cannot_tell',
  ]);
  expect(examine(facts).find(({ check }) => check === 'bypass')?.verdict).toBe('pass');
});

it('finds what was broken', async () => {
  const place = await openPlace();
  await work(place);
  const { world } = place.github;
  world.removeRuleset('state');
  world.removeRuleset('main');
  world.setClassicProtection('main', { requiredChecks: [{ context: 'test', app_id: null }] });
  world.setEnvironment('orchestrate', { branches: null });
  world.setSecret('ORCHESTRATE_APP_KEY', 'x');
  world.setRepository({ allowMerge: false });
  const ci = 'name: Tests\non: { push: {} }\njobs: { test: { runs-on: ubuntu-latest, steps: [{ run: "a" }] } }\n';
  await world.pushAs(owner, {
    branch: 'main',
    files: {
      '.github/workflows/ci.yml': `${ci}env: { K: '\${{ secrets.NPM }}' }\npermissions: write-all\n`,
      'backlog.json': '{ "epics": 7 }',
    },
    message: 'Break it',
  });
  expect(complaints(await ask(place, place.admin, 'laptop', 'orchestrate-app'))).toEqual([
    'backlog: fail',
    'plan_limits: cannot_tell',
    'workflows: fail',
    'wake_ups: fail',
    'environment: fail',
    'base_protected: fail',
    'merge_method: fail',
    'base_ci: cannot_tell',
    'ci_token_too_strong: fail',
    'state_branch: fail',
    'cron: cannot_tell',
  ]);
});

it('tells somebody who may only read that they are not shown it', async () => {
  const place = await openPlace();
  await work(place);
  place.github.world.setClassicProtection('main', { enforceAdmins: false });
  const reader = place.github.world.createUser('rita', 'read');
  const facts = await ask(place, reader, 'laptop', 'nobody');
  expect(facts.app).toMatchObject({ kind: 'unseen', because: expect.stringContaining('no App nobody') });
  for (const check of ['app_permissions', 'bypass', 'state_branch']) {
    expect(complaints(facts)).toContain(`${check}: cannot_tell`);
  }
});

it('finds in an empty repository that everything is still to be done, and breaks nowhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const github = await startGitHub({ directory: join(folder, 'site'), owner, repo, defaultBranch: 'main' });
  const admin = github.world.createUser(owner, 'admin');
  const place = { folder, github, admin, app: '' };
  places.push(place);
  await expect(ask(place, admin, 'laptop', null)).rejects.toThrow('is empty');
  await github.world.pushAs(owner, { branch: 'main', files: { 'README.md': 'Hello\n' }, message: 'Begin' });
  const failed = complaints(await ask(place, admin, 'laptop', null)).filter((one) => one.endsWith(': fail'));
  expect(failed).toEqual(
    ['config', 'workflows', 'called_permissions', 'base_protected', 'state_branch', 'cron'].map(
      (one) => `${one}: fail`,
    ),
  );
});

it('looks at a loopctl server in place of the backlog in the repository', async () => {
  const place = await openPlace();
  await using server = await serveLoopctl();
  const github = createGitHub({ token: place.app, apiUrl: place.github.apiUrl, owner, repo });
  const question = { ...files, where: 'phase', app: null, now: Date.now() } as const;
  const facts = await gatherDoctorFacts(github, { ...question, server });
  expect(facts).toMatchObject({ server: { kind: 'up', url: server.url }, backlog: { kind: 'served' } });
});

it('ends the phase red with the same list in log and summary, and writes nothing', async () => {
  const place = await openPlace();
  const before = place.github.world.log().length;
  const lines: string[] = [];
  const inputs = { phase: 'doctor', token: place.app, ...files } as const;
  const end = await runDoctorPhase(inputs, { apiUrl: place.github.apiUrl, owner, repo }, (line) => lines.push(line));
  expect(end.failure).toMatch(/^The doctor found \d+ faults?/);
  expect(Number(end.outputs.failures)).toBeGreaterThan(0);
  expect(lines.join('\n')).toContain('✗ workflows');
  expect(end.summary).toContain('| fail | workflows |');
  expect(place.github.world.log().length).toBe(before);
});

it('goes on a laptop by where origin points, with the token that is there', async () => {
  const place = await openPlace();
  const directory = join(place.folder, 'clone');
  await runGit(['init', '--quiet', directory]);
  await runGit(['config', 'remote.origin.url', place.github.cloneUrl], { cwd: directory });
  const lines: string[] = [];
  const environment = { GH_TOKEN: place.admin, GITHUB_API_URL: place.github.apiUrl };
  const faults = await runDoctor(['--app', 'orchestrate-app'], {
    directory,
    environment,
    say: (line) => lines.push(line),
  });
  expect(lines[0]).toBe('ada/tidy-print');
  expect(lines.at(-1)).toMatch(new RegExp(`^${faults} failed`));
  const facts = await ask(place, place.admin, 'laptop', 'orchestrate-app');
  expect(faults).toBe(countFailures(examine(facts)));
});

it('asks on a laptop which repository is meant where nothing says it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'doctor-'));
  const say = (): void => undefined;
  await expect(runDoctor([], { directory, environment: {}, say })).rejects.toMatchObject({
    remedy: 'Give `--repo OWNER/NAME`.',
  });
  rmSync(directory, { recursive: true });
});

it('says of a server that does not name the rulesets of its rules that it cannot tell who may pass over them', async () => {
  const answers: Readonly<Record<string, unknown>> = {
    'GET /repos/{owner}/{repo}/rules/branches/{branch}': [{ type: 'update' }, { type: 'deletion' }],
    'GET /repos/{owner}/{repo}/branches/{branch}': {},
  };
  const request = async (route: string) => ({ status: 200, data: answers[route], headers: {} });
  const found = await readBranchProtection({ request }, 'main');
  expect(found.rules).toEqual([
    { type: 'bare', rulesetId: null, name: 'update' },
    { type: 'bare', rulesetId: null, name: 'deletion' },
  ]);
  expect(found.rulesets).toMatchObject([{ id: null, canBypass: null, actors: null }]);
});

it('refuses a rule of a shape that it does not know, rather than overlook what it asks', async () => {
  const data = [{ type: 'pull_request', ruleset_id: 1, parameters: {} }];
  const request = async () => ({ status: 200, data, headers: {} });
  await expect(readBranchProtection({ request }, 'main')).rejects.toThrow(RemoteError);
});
