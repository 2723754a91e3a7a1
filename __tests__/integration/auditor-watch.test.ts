import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WatchedWorld, watch } from '../../sandbox/auditor/watch.ts';
import type { Happening, WorldEvent } from '../../sandbox/github/world/events.ts';

const witness = new URL('../../sandbox/agent/witness.sh', import.meta.url).pathname;
const rules = {
  base: 'main',
  branchPrefix: 'orchestrate/',
  required: [],
  concurrency: 2,
  protectedPaths: [],
  rejections: 3,
  ownWorkflows: [],
};

let folder = '';
let events: WorldEvent[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'auditor-'));
  events = [];
  await mkdir(join(folder, 'spool'));
  await mkdir(join(folder, 'work'));
  git('init', '--quiet', '--initial-branch=main');
  await commit('README.md', 'hello\n');
});

afterEach(() => rm(folder, { recursive: true }));

describe('the auditor', () => {
  it('reads from the store, as it stands on its branch, what was verified without a merge', async () => {
    const auditor = watchWorld();
    await pushState({ 'epics/1.json': { stories: [{ id: 's1', number: '1.1', title: 'One' }] } });
    expect(await auditor.violations()).toEqual([]);
    await pushState({ 'progress/1.json': { stories: [{ number: '1.1', verified_status: 'verified' }] } });
    expect(await auditor.violations()).toEqual([expect.objectContaining({ code: 'verified_not_merged' })]);
    expect(auditor.standings().get('1.1')).toEqual({
      number: '1.1',
      agentStatus: 'pending',
      verifiedStatus: 'verified',
    });
  });

  it('knows a review by the head that was there when it began, though a revert brings its tree back', async () => {
    const before = git('rev-parse', 'HEAD');
    git('switch', '--quiet', '-c', 'orchestrate/1.1');
    const reviewed = await commit('work.txt', 'work\n');
    happen(pull(reviewed, 'opened'), 0);
    await runWitnessed(['sh', '-c', 'echo \'{"result":"pass"}\' > "$ORCHESTRATE_RESULT_FILE"'], {
      ORCHESTRATE_TASK: 'review',
      ORCHESTRATE_RESULT_FILE: join(folder, 'result.json'),
    });
    happen(merge(reviewed, before));
    git('switch', '--quiet', '--detach', before);
    const restored = await commit('work.txt', 'work\n');
    happen({ ...pull(restored, 'opened'), number: 8 });
    const found = (await watchWorld().violations()).map(({ code }) => code);
    expect(found).not.toContain('merge_without_verdict');
  });

  it('reads from its feed who claimed twice and who judged their own work', async () => {
    const auditor = watchWorld();
    await pushState({
      'epics/1.json': { stories: [{ id: 's1', number: '1.1', title: 'One' }] },
      'feed/0.json': { rows: [claim('r1')] },
    });
    await pushState({ 'feed/0.json': { rows: [claim('r1'), claim('r2')] } });
    expect(await auditor.violations()).toEqual([expect.objectContaining({ code: 'claimed_twice' })]);
    const report = { ...claim('r3'), new_state: { agent_status: 'reported_done', agent_id: 'x' } };
    await pushState({ 'feed/1.json': { rows: [report] } });
    expect((await auditor.violations()).map(({ code }) => code)).toContain('self_review');
  });

  it('survives a store that is no JSON', async () => {
    const auditor = watchWorld();
    await pushState({ 'epics/1.json': 'cut off {' });
    expect(await auditor.violations()).toEqual([]);
  });

  it('finds in the notes of the witness what an agent could have read', async () => {
    const auditor = watchWorld({ tokens: () => [{ value: 'ghs_aWriteToken0123', writes: true }] });
    await runWitnessed(['true'], { GH_TOKEN: 'ghs_aWriteToken0123', ORCHESTRATE_TASK: 'implement' });
    await runWitnessed(['true'], { RUNNER_TEMP: '/tmp', ORCHESTRATE_TASK: 'implement' });
    expect((await auditor.violations()).map(({ code }) => code).sort()).toEqual([
      'agent_held_write_token',
      'agent_saw_runner_variables',
    ]);
  });

  it("finds a token that can write in git's configuration", async () => {
    const auditor = watchWorld({ tokens: () => [{ value: 'ghs_aWriteToken0123', writes: true }] });
    const basic = Buffer.from('x-access-token:ghs_aWriteToken0123').toString('base64');
    git('config', 'http.extraheader', `AUTHORIZATION: basic ${basic}`);
    await runWitnessed(['true'], { ORCHESTRATE_TASK: 'implement' });
    expect(await auditor.violations()).toEqual([expect.objectContaining({ code: 'agent_held_write_token' })]);
  });

  it('knows a process that was killed from one that is still at work', async () => {
    const auditor = watchWorld();
    await runWitnessed(['true'], { ORCHESTRATE_TASK: 'implement' });
    const [name = ''] = await readdir(join(folder, 'spool'));
    await rm(join(folder, 'spool', name, 'end'));
    await auditor.violations();
    expect(auditor.agents()[0]).toMatchObject({ endedAt: auditor.agents()[0]?.startedAt });
    const start = join(folder, 'spool', name, 'start');
    await writeFile(start, (await readFile(start, 'utf8')).replace(/pid=\d+/, `pid=${process.pid}`));
    const again = watchWorld();
    await again.violations();
    expect(again.agents()[0]).toMatchObject({ endedAt: null });
  });

  it.each([
    ['the same change', 'work\n', []],
    ['another change', 'other work\n', ['merge_without_verdict']],
  ])('lets a review of an earlier head stand for %s only', async (_, text, codes) => {
    const base = git('rev-parse', 'HEAD');
    git('switch', '--quiet', '-c', 'orchestrate/1.1');
    const reviewed = await commit('work.txt', 'work\n');
    happen(pull(reviewed, 'opened'), 0);
    // The reviewer sees the head's tree under a commit of somebody else.
    git('switch', '--quiet', '--detach');
    git('-c', 'user.name=y', '-c', 'user.email=y@example.invalid', 'commit', '--quiet', '--amend', '-m', 'shown');
    await runWitnessed(['sh', '-c', 'echo \'{"result":"pass"}\' > "$ORCHESTRATE_RESULT_FILE"'], {
      ORCHESTRATE_TASK: 'review',
      ORCHESTRATE_RESULT_FILE: join(folder, 'result.json'),
    });
    git('switch', '--quiet', 'main');
    const moved = await commit('meanwhile.txt', 'moved\n');
    git('switch', '--quiet', '-C', 'orchestrate/1.1', moved);
    const merged = await commit('work.txt', text);
    expect(reviewed).not.toBe(merged);
    happen(pull(merged, 'synchronize'));
    happen(merge(merged, moved));
    expect(base).not.toBe(moved);
    const found = (await watchWorld().violations()).map(({ code }) => code);
    expect(found.filter((code) => code !== 'merge_on_unproven_base')).toEqual(codes);
  });
});

function watchWorld(change: Partial<WatchedWorld> = {}): ReturnType<typeof watch> {
  const world: WatchedWorld = { log: () => events, tokens: () => [], secrets: () => [], ...change };
  const repository = join(folder, 'work/.git');
  return watch(world, join(folder, 'spool'), { repository, stateBranch: 'state', rules });
}

function happen(happening: Happening, laterMs = 5000): void {
  events.push({ ...happening, seq: events.length + 1, at: new Date(Date.now() + laterMs).toISOString() });
}

function pull(head: string, action: 'opened' | 'synchronize'): Extract<Happening, { kind: 'pull_request' }> {
  const rest = { number: 7, headRef: 'orchestrate/1.1', base: 'main', merged: false, by: 'app' };
  return { kind: 'pull_request', action, head, ...rest };
}

function merge(headSha: string, baseBefore: string): Happening {
  const rest = {
    number: 7,
    method: 'merge',
    sha: headSha,
    base: 'main',
    by: 'app',
    tokenKind: 'installation',
  } as const;
  return { kind: 'merge', headSha, expectedSha: headSha, baseBefore, ...rest };
}

function claim(id: string): Readonly<Record<string, unknown>> {
  const change = { agent_status: 'assigned', agent_id: 'x', assigned_agent_id: 'x' };
  return { id, entity_type: 'story', entity_id: 's1', action: 'status_changed', new_state: change };
}

async function pushState(files: Readonly<Record<string, unknown>>): Promise<void> {
  const before = events.length === 0 ? '0'.repeat(40) : git('rev-parse', 'state');
  if (events.length === 0) git('switch', '--quiet', '--orphan', 'state');
  for (const [path, content] of Object.entries(files)) {
    await commit(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
  happen({
    kind: 'push',
    ref: 'refs/heads/state',
    before,
    after: git('rev-parse', 'state'),
    by: 'app',
    tokenKind: 'installation',
    viaMerge: null,
  });
}

async function commit(path: string, text: string): Promise<string> {
  const file = join(folder, 'work', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  git('add', '.');
  git('-c', 'user.name=x', '-c', 'user.email=x@example.invalid', 'commit', '--quiet', '-m', path);
  return git('rev-parse', 'HEAD');
}

async function runWitnessed(
  command: readonly string[],
  env: Readonly<Record<string, string>> & { readonly ORCHESTRATE_TASK: string },
): Promise<void> {
  const plain = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
  };
  await promisify(execFile)(witness, [join(folder, 'spool'), ...command], {
    cwd: join(folder, 'work'),
    env: { ...plain, HOME: join(folder, env.ORCHESTRATE_TASK), ...env },
  });
}

function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', ['-C', join(folder, 'work'), ...args], { env, encoding: 'utf8' }).trim();
}
