import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CollectedWork, collectWork } from '../../src/git/collect-work.ts';
import { addWorktree, removeWorktree, type Worktree } from '../../src/git/worktree.ts';
import { type AgentWorld, makeAgentWorld } from './agent-world.ts';

let world: AgentWorld;
let worktree: Worktree;
beforeEach(async () => {
  world = makeAgentWorld();
  worktree = await addWorktree({
    repository: world.workspace,
    path: join(world.folder, 'work'),
    commit: world.start,
    branch: 'orchestrate/1.1',
  });
});
afterEach(() => {
  world.dispose();
});

function git(...args: string[]): string {
  return world.git(args, worktree.path);
}

function put(path: string, text = `${path}\n`): void {
  writeFileSync(join(worktree.path, path), text);
}

function commit(path: string): string {
  put(path);
  git('add', path);
  git('commit', '--quiet', `--message=Add ${path}`);
  return git('rev-parse', 'HEAD');
}

function collect(): Promise<CollectedWork> {
  return collectWork({
    worktree,
    branch: 'orchestrate/1.1',
    startSha: world.start,
    bundle: join(world.folder, 'work.bundle'),
    indexFile: join(world.folder, 'index'),
    message: 'Work in progress\n',
    author: { name: 'Agent', email: 'agent@example.invalid' },
    at: new Date(0),
  });
}

/** The subjects and files of the collected work. */
function contents({ head }: CollectedWork): { subjects: string[]; files: string[] } {
  expect(head).not.toBeNull();
  expect(world.git(['bundle', 'list-heads', join(world.folder, 'work.bundle')])).toBe(
    `${head} refs/heads/orchestrate/1.1`,
  );
  return {
    subjects: world.git(['log', '--format=%s', `${world.start}..${head}`]).split('\n'),
    files: world.git(['ls-tree', '-r', '--name-only', String(head)]).split('\n'),
  };
}

describe('collectWork', () => {
  it('takes the commits of the branch as they are', async () => {
    const head = commit('b.txt');
    expect(await collect()).toEqual({ head, notes: [] });
  });

  it('adds what was left uncommitted, staged or not, as one commit by the agent', async () => {
    commit('b.txt');
    put('staged.txt');
    git('add', 'staged.txt');
    put('loose.txt');
    put('a.txt', 'changed\n');
    const work = await collect();
    expect(contents(work)).toEqual({
      subjects: ['Work in progress', 'Add b.txt'],
      files: ['.gitignore', 'a.txt', 'b.txt', 'loose.txt', 'staged.txt', 'test/a.test.js'],
    });
    expect(world.git(['show', '--no-patch', '--format=%an <%ae> %at', String(work.head)])).toBe(
      'Agent <agent@example.invalid> 0',
    );
  });

  it('is nothing when nothing was done', async () => {
    expect(await collect()).toEqual({ head: null, notes: [] });
  });

  it('is not stopped by a lock or a half-made merge that was left behind', async () => {
    commit('b.txt');
    git('checkout', '--quiet', '-b', 'other', world.start);
    put('b.txt', 'otherwise\n');
    git('add', 'b.txt');
    git('commit', '--quiet', '--message=Other');
    git('checkout', '--quiet', 'orchestrate/1.1');
    expect(() => git('merge', '--quiet', 'other')).toThrow();
    writeFileSync(join(worktree.gitDir, 'index.lock'), '');
    const work = await collect();
    expect(contents(work).subjects).toEqual(['Work in progress', 'Add b.txt']);
    expect(world.git(['show', `${work.head}:b.txt`])).toContain('<<<<<<<');
  });

  it('runs no hook of the repository', async () => {
    const hook = join(worktree.commonDir, 'hooks/reference-transaction');
    mkdirSync(join(worktree.commonDir, 'hooks'), { recursive: true });
    writeFileSync(hook, `#!/bin/sh\ntouch ${world.folder}/hooked\n`);
    chmodSync(hook, 0o755);
    put('b.txt');
    expect((await collect()).head).not.toBeNull();
    expect(() => rmSync(join(world.folder, 'hooked'))).toThrow('ENOENT');
  });

  it('takes commits made on another branch that contains the work', async () => {
    commit('b.txt');
    git('checkout', '--quiet', '-b', 'feature');
    commit('c.txt');
    put('loose.txt');
    expect(contents(await collect()).files).toEqual([
      '.gitignore',
      'a.txt',
      'b.txt',
      'c.txt',
      'loose.txt',
      'test/a.test.js',
    ]);
  });

  it('keeps to the branch when the agent went back to where it came from', async () => {
    const head = commit('b.txt');
    git('checkout', '--quiet', '--detach', world.start);
    put('loose.txt');
    const work = await collect();
    expect(work.head).toBe(head);
    expect(work.notes).toEqual([expect.stringContaining('uncommitted files were left out')]);
  });

  it('keeps the files of a history that was rewritten, as one commit', async () => {
    put('b.txt');
    git('add', '.');
    git('commit', '--quiet', '--amend', '--message=Rewritten');
    const work = await collect();
    expect(contents(work)).toEqual({
      subjects: ['Work in progress'],
      files: ['.gitignore', 'a.txt', 'b.txt', 'test/a.test.js'],
    });
    expect(work.notes).toEqual([expect.stringContaining('no longer descends')]);
  });

  it('keeps the files of a branch without history', async () => {
    git('checkout', '--quiet', '--orphan', 'fresh');
    commit('b.txt');
    expect(contents(await collect()).files).toEqual(['.gitignore', 'a.txt', 'b.txt', 'test/a.test.js']);
  });

  it('does not take an older state for work', async () => {
    world.write('checkout/later.txt', '');
    world.git(['add', '.']);
    world.git(['commit', '--quiet', '--message=Later']);
    const later = world.git(['rev-parse', 'HEAD']);
    await removeWorktree(worktree);
    worktree = await addWorktree({
      repository: world.workspace,
      path: join(world.folder, 'work'),
      commit: later,
      branch: 'orchestrate/1.1',
    });
    git('checkout', '--quiet', '--detach', world.start);
    const work = await collectWork({
      worktree,
      branch: 'orchestrate/1.1',
      startSha: later,
      bundle: join(world.folder, 'work.bundle'),
      indexFile: join(world.folder, 'index'),
      message: 'Work in progress\n',
      author: { name: 'Agent', email: 'agent@example.invalid' },
      at: new Date(0),
    });
    expect(work.head).toBeNull();
  });

  it.each([
    { name: "the worktree's link to git is gone", harm: () => rmSync(join(worktree.path, '.git')) },
    {
      name: 'another repository was made in its place',
      harm: () => {
        rmSync(join(worktree.path, '.git'));
        git('init', '--quiet');
        git('add', '.');
        git('commit', '--quiet', '--message=Mine');
      },
    },
    { name: "git's own record of the worktree is gone", harm: () => rmSync(worktree.gitDir, { recursive: true }) },
  ])('keeps commits and files when $name', async ({ harm }) => {
    commit('b.txt');
    put('loose.txt');
    harm();
    expect(contents(await collect())).toEqual({
      subjects: ['Work in progress', 'Add b.txt'],
      files: ['.gitignore', 'a.txt', 'b.txt', 'loose.txt', 'test/a.test.js'],
    });
  });

  it('keeps the commits when the worktree is gone', async () => {
    const head = commit('b.txt');
    rmSync(worktree.path, { recursive: true });
    expect((await collect()).head).toBe(head);
  });

  it('keeps the files when the branch was deleted', async () => {
    commit('b.txt');
    git('checkout', '--quiet', '--detach');
    git('branch', '--quiet', '-D', 'orchestrate/1.1');
    expect(contents(await collect()).subjects).toEqual(['Add b.txt']);
  });

  it('says why there is no work when the repository itself is gone', async () => {
    commit('b.txt');
    rmSync(worktree.commonDir, { recursive: true });
    expect(await collect()).toEqual({ head: null, notes: [expect.stringContaining('cannot be read any more')] });
  });

  it('leaves out what cannot be read, and says so', async () => {
    put('b.txt');
    mkdirSync(join(worktree.path, 'nested'));
    world.git(['init', '--quiet', join(worktree.path, 'nested')], world.folder);
    const work = await collect();
    expect(contents(work).files).toEqual(['.gitignore', 'a.txt', 'b.txt', 'test/a.test.js']);
    expect(work.notes).toEqual([expect.stringContaining('could not be read')]);
  });
});
