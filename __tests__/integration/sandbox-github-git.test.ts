import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultAppPermissions } from '../../sandbox/github/auth/permissions.ts';
import {
  type GitOutcome,
  openWorld,
  pullRequestRule,
  requireTest,
  runGit,
  type TestWorld,
} from './sandbox-github-world.ts';

interface Clone {
  git(...args: readonly string[]): Promise<GitOutcome>;
  commit(path: string, text: string): Promise<string>;
}

async function cloneWith(world: TestWorld, token: string): Promise<Clone> {
  const folder = world.temporary();
  const remote = world.github.cloneUrl.replace('://', `://x-access-token:${token}@`);
  const cloned = await runGit(folder, 'clone', '-q', remote, '.');
  expect(cloned).toEqual({ exitCode: 0, output: '' });
  const git = (...args: readonly string[]): Promise<GitOutcome> => runGit(folder, ...args);
  return {
    git,
    commit: async (path, text) => {
      writeFileSync(join(folder, path), text);
      await git('add', '.');
      await git('commit', '-q', '-m', `change ${path}`);
      return (await git('rev-parse', 'HEAD')).output.trim();
    },
  };
}

function jobToken(world: TestWorld, permissions: Readonly<Record<string, 'read' | 'write'>>): string {
  return world.github.host.issueJobToken(1, permissions);
}

describe('reading', () => {
  test('asks for a token that may read contents', async () => {
    await using world = await openWorld();
    const folder = world.temporary();
    const withToken = (token: string): string => world.github.cloneUrl.replace('://', `://x-access-token:${token}@`);
    expect((await runGit(folder, 'ls-remote', world.github.cloneUrl)).output).toContain('could not read Username');
    expect((await runGit(folder, 'ls-remote', withToken('ghs_wrong'))).output).toContain('Authentication failed');
    expect((await runGit(folder, 'ls-remote', withToken(jobToken(world, { issues: 'write' })))).output).toContain(
      '403',
    );
    const head = world.github.world.branches().get('main');
    expect((await runGit(folder, 'ls-remote', withToken(jobToken(world, { contents: 'read' })))).output).toContain(
      head,
    );
  });

  test('a revoked token reads nothing any more', async () => {
    await using world = await openWorld();
    const token = jobToken(world, { contents: 'read' });
    world.github.host.revokeToken(token);
    const remote = world.github.cloneUrl.replace('://', `://x-access-token:${token}@`);
    expect((await runGit(world.temporary(), 'ls-remote', remote)).exitCode).not.toBe(0);
  });

  test('gives any commit by its SHA, and the heads of pull requests', async () => {
    await using world = await openWorld();
    const clone = await cloneWith(world, world.tokens.app);
    const { head, number } = await world.pull('feature');
    await world.github.world.pushAs('ann', {
      branch: 'feature',
      onto: 'main',
      files: { 'other.txt': 'x' },
      message: 'again',
    });
    expect((await clone.git('fetch', '-q', '--depth=1', 'origin', head)).exitCode).toBe(0);
    expect((await clone.git('fetch', '-q', 'origin', `refs/pull/${number}/head`)).exitCode).toBe(0);
    expect((await clone.git('rev-parse', 'FETCH_HEAD')).output.trim()).toBe(
      world.github.world.branches().get('feature'),
    );
    await clone.git('fetch', '-q', 'origin', `refs/pull/${number}/merge`);
    expect((await clone.git('log', '-1', '--format=%P', 'FETCH_HEAD')).output.trim().split(' ')).toHaveLength(2);
  });
});

describe('pushing', () => {
  test('moves a branch, tells the world who did it, and keeps it across a fetch', async () => {
    await using world = await openWorld();
    const clone = await cloneWith(world, world.tokens.app);
    const sha = await clone.commit('a.txt', 'a\n');
    expect((await clone.git('push', '-q', 'origin', 'HEAD:refs/heads/topic')).exitCode).toBe(0);
    expect(world.github.world.branches().get('topic')).toBe(sha);
    expect(world.github.world.log().at(-1)).toMatchObject({
      kind: 'push',
      ref: 'refs/heads/topic',
      before: '0'.repeat(40),
      after: sha,
      by: 'orchestrator[bot]',
      tokenKind: 'installation',
      viaMerge: null,
    });
  });

  test('needs a token that may write contents', async () => {
    await using world = await openWorld();
    const clone = await cloneWith(world, jobToken(world, { contents: 'read' }));
    await clone.commit('a.txt', 'a\n');
    expect((await clone.git('push', 'origin', 'HEAD:refs/heads/topic')).output).toContain('403');
    expect(world.github.world.branches().has('topic')).toBe(false);
  });

  test('loses against somebody who was faster', async () => {
    await using world = await openWorld();
    const clone = await cloneWith(world, world.tokens.app);
    await clone.commit('a.txt', 'a\n');
    await world.branch('main', { 'b.txt': 'b\n' });
    expect((await clone.git('push', 'origin', 'HEAD:refs/heads/main')).output).toContain('rejected');
    const leased = await clone.git(
      'push',
      '--force-with-lease=main:'.concat('0'.repeat(40)),
      'origin',
      'HEAD:refs/heads/main',
    );
    expect(leased.exitCode).not.toBe(0);
  });

  test('refuses a branch whose changes must come by pull request, and says why', async () => {
    await using world = await openWorld();
    const before = world.github.world.branches().get('main');
    world.github.world.setRuleset({
      name: 'base',
      include: ['~DEFAULT_BRANCH'],
      rules: [pullRequestRule, requireTest({ strict: false })],
    });
    const clone = await cloneWith(world, world.tokens.app);
    await clone.commit('a.txt', 'a\n');
    const { output } = await clone.git('push', 'origin', 'HEAD:refs/heads/main');
    expect(output).toContain('remote: error: GH013: Repository rule violations found for refs/heads/main.');
    expect(output).toContain('remote: - Changes must be made through a pull request.');
    expect(output).toContain('! [remote rejected] HEAD -> main (push declined due to repository rule violations)');
    expect(world.github.world.branches().get('main')).toBe(before);
  });

  test('refuses what classic protection refuses, with the code of classic protection', async () => {
    await using world = await openWorld();
    const reviews = { count: 1, dismissStale: false, codeOwners: false, lastPush: false };
    world.github.world.setClassicProtection('main', { reviews });
    const clone = await cloneWith(world, world.tokens.app);
    await clone.commit('a.txt', 'a\n');
    const { output } = await clone.git('push', 'origin', 'HEAD:refs/heads/main');
    expect(output).toContain('remote: error: GH006: Protected branch update failed for refs/heads/main.');
    expect(output).toContain('(protected branch hook declined)');
  });

  test('lets an admin pass classic protection unless admins are included', async () => {
    await using world = await openWorld();
    const reviews = { count: 1, dismissStale: false, codeOwners: false, lastPush: false };
    const clone = await cloneWith(world, world.tokens.ann);
    await clone.commit('a.txt', 'a\n');
    world.github.world.setClassicProtection('main', { reviews, enforceAdmins: true });
    expect((await clone.git('push', 'origin', 'HEAD:refs/heads/main')).output).toContain('GH006');
    world.github.world.setClassicProtection('main', { reviews, enforceAdmins: false });
    expect((await clone.git('push', '-q', 'origin', 'HEAD:refs/heads/main')).exitCode).toBe(0);
  });

  test.each([
    ['non_fast_forward', ['push', '--force', 'origin', 'other:refs/heads/main'], 'Cannot force-push to this branch'],
    ['deletion', ['push', 'origin', ':refs/heads/main'], 'Cannot delete this branch'],
  ] as const)('a rule %s refuses just that', async (type, push, words) => {
    await using world = await openWorld();
    world.github.world.setRuleset({ name: 'base', include: ['refs/heads/main'], rules: [{ type }] });
    const clone = await cloneWith(world, world.tokens.app);
    await clone.git('checkout', '-q', '--orphan', 'other');
    await clone.commit('a.txt', 'a\n');
    expect((await clone.git(...push)).output).toContain(words);
    await clone.git('checkout', '-q', 'main');
    await clone.commit('b.txt', 'b\n');
    expect((await clone.git('push', '-q', 'origin', 'main')).exitCode).toBe(0);
  });

  test('refuses workflow files to a token that may not write them, and nothing else', async () => {
    await using world = await openWorld();
    await world.branch('main', { '.github/workflows/ci.yml': 'on: push\n' });
    const clone = await cloneWith(world, jobToken(world, { contents: 'write' }));
    await clone.commit('a.txt', 'a\n');
    expect((await clone.git('push', '-q', 'origin', 'HEAD:refs/heads/plain')).exitCode).toBe(0);
    await clone.commit('.github/workflows/ci.yml', 'on: [push]\n');
    const { output } = await clone.git('push', 'origin', 'HEAD:refs/heads/plain');
    expect(output).toContain('refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml`');
    await clone.git('checkout', '-q', '--orphan', 'apart');
    await clone.git('rm', '-rfq', '.');
    await clone.commit('state.txt', 'a history of its own\n');
    expect((await clone.git('push', '-q', 'origin', 'HEAD:refs/heads/apart')).exitCode).toBe(0);
    const permissions = { ...defaultAppPermissions, workflows: 'write' } as const;
    const app = world.github.world.createApp({ slug: 'free', permissions });
    const free = await cloneWith(world, world.github.host.issueInstallationToken(app));
    await free.commit('.github/workflows/ci.yml', 'on: [push]\n');
    expect((await free.git('push', '-q', 'origin', 'HEAD:refs/heads/plain2')).exitCode).toBe(0);
  });

  test('never moves the refs of pull requests', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    const clone = await cloneWith(world, world.tokens.app);
    const { output } = await clone.git('push', 'origin', `HEAD:refs/pull/${number}/head`);
    expect(output).toContain('deny updating a hidden ref');
  });

  test('moves the pull request with its head and keeps approvals unless stale ones are dismissed', async () => {
    await using world = await openWorld();
    const { number } = await world.pull('feature');
    world.github.world.createUser('bob', 'write');
    world.github.world.reviewAs('bob', number, { event: 'APPROVE' });
    const clone = await cloneWith(world, world.tokens.app);
    await clone.git('checkout', '-q', 'feature');
    const next = await clone.commit('more.txt', 'more\n');
    await clone.git('push', '-q', 'origin', 'feature');
    const pull = await world.call('GET', `/repos/acme/lib/pulls/${number}`);
    expect(pull.body.head.sha).toBe(next);
    const states = async (): Promise<string[]> => {
      const reviews = await world.call('GET', `/repos/acme/lib/pulls/${number}/reviews`);
      return reviews.body.map((review: { state: string }) => review.state);
    };
    expect(await states()).toEqual(['APPROVED']);
    const parameters = { ...pullRequestRule.parameters, dismiss_stale_reviews_on_push: true };
    world.github.world.setRuleset({
      name: 'base',
      include: ['~DEFAULT_BRANCH'],
      rules: [{ type: 'pull_request', parameters }],
    });
    await clone.commit('still-more.txt', 'more\n');
    await clone.git('push', '-q', 'origin', 'feature');
    expect(await states()).toEqual(['DISMISSED']);
  });
});
