import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runGit } from '../../src/git/git.ts';
import { nameOwnRelease } from '../../src/init/own-release.ts';
import { type InitWorld, openInitWorld } from './init-world.ts';

// One repository; what a test leaves there the next ones look at.
let world: InitWorld;
beforeAll(async () => {
  world = await openInitWorld();
});
beforeEach(() => void world.lines.splice(0));
afterAll(() => world[Symbol.asyncDispose]());

const impatient = ['--wait', '0'];

test('does nothing that the person does not agree to, and says what is left', async () => {
  const asked: string[] = [];
  const confirm = async (question: string): Promise<'no'> => {
    asked.push(question);
    return 'no';
  };
  expect(await world.init(impatient, { confirm, direct: true })).toBe(1);
  expect(world.admin.writes).toEqual([]);
  // Once for each step that could be done: the environment, the App, the agent's key, the files.
  expect(asked).toHaveLength(4);
  expect(world.lines.at(-1)).toMatch(/^Next: start `npx \. init` again, which goes on with: An environment/);
});

test('stops where the person wants to leave it at that', async () => {
  expect(await world.init(impatient, { confirm: async () => 'leave', direct: true })).toBe(1);
  expect(world.admin.writes).toEqual([]);
});

test('says that nobody gave a key, and has not set an empty one', async () => {
  const confirm = async (): Promise<'yes' | 'no'> =>
    world.lines.some((line) => line.includes("agent's key")) ? 'yes' : 'no';
  const without = { environment: { ANTHROPIC_API_KEY: '' }, direct: true, confirm };
  await expect(world.init(impatient, without)).rejects.toMatchObject({
    message: 'There is no value for the secret ANTHROPIC_API_KEY.',
  });
  expect(world.github.world.secrets()).toEqual([]);
});

test('takes the key that is typed where no variable has it', async () => {
  const questions: string[] = [];
  const askSecret = async (question: string): Promise<string> => {
    questions.push(question);
    return 'typed';
  };
  const confirm = async (): Promise<'yes' | 'no'> =>
    world.lines.some((line) => line.includes("agent's key")) ? 'yes' : 'no';
  await world.init(impatient, { environment: { ANTHROPIC_API_KEY: '' }, confirm, askSecret, direct: true });
  expect(questions).toEqual(['  ANTHROPIC_API_KEY: ']);
  expect(world.github.world.secrets()).toContain('typed');
});

test('does with an App that is there already, by its key in a file, and makes no other', async () => {
  const app = world.admin.adopt('of-the-house');
  const file = join(world.folder, 'key.pem');
  writeFileSync(file, app.privateKey);
  const open = async (): Promise<void> => Promise.reject(new Error('no page is needed'));
  const before = world.admin.writes.length;
  await world.init(['--yes', '--app', 'of-the-house', '--app-key', file, ...impatient], { open, direct: true });
  expect(world.github.world.secrets()).toContain(app.clientId);
  expect(world.github.world.secrets()).toContain(app.privateKey);
  expect(
    world.admin.writes
      .slice(before)
      .map(({ request }) => request)
      .join(),
  ).not.toContain('app-manifests');
  expect(world.notes()).toBeNull();
  expect(world.lines.at(-1)).toMatch(/^Next: look through http.*\/pull\/1 and merge it; then start/);
});

test('says of a repository that cannot be seen which one is meant', async () => {
  await expect(world.init(['--repo', 'ada/elsewhere'], { direct: true })).rejects.toMatchObject({
    message: 'ada/elsewhere cannot be seen with your token (404).',
  });
});

test('says of an App that nobody can see that it is not there', async () => {
  await expect(world.init(['--app', 'nobody'], { direct: true })).rejects.toMatchObject({
    message: 'There is no App nobody that you can see.',
  });
});

test('takes out an App that was named, and is done once its owner has deleted it', async () => {
  const opened: string[] = [];
  // Its owner presses "Delete GitHub App" there.
  const open = async (url: string): Promise<void> => {
    opened.push(url);
    world.admin.dismiss();
  };
  const code = await world.init(['--yes', '--remove', '--app', 'of-the-house', '--wait', '1'], {
    open,
    meanwhile: world.lifeGoesOn,
    direct: true,
  });
  expect(opened).toEqual([expect.stringContaining('/settings/apps/of-the-house')]);
  expect(world.lines.at(-1)).toBe('Nothing of it is left.');
  expect(code).toBe(0);
});

test('names its own release by where its checkout came from, if that commit is to be had there', async () => {
  const root = join(world.folder, 'checkout');
  await runGit(['init', '--quiet', '-b', 'main', root]);
  const git = (...args: string[]): Promise<unknown> => runGit(args, { cwd: root });
  await git('-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--allow-empty', '-m', 'One');
  expect(await nameOwnRelease(root, 'github.com')).toBeNull();
  await git('config', 'remote.origin.url', 'https://github.com/acme/orchestrate.git');
  expect(await nameOwnRelease(root, 'github.com')).toBeNull();
  await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const { stdout } = await runGit(['rev-parse', 'HEAD'], { cwd: root });
  expect(await nameOwnRelease(root, 'github.com')).toBe(`acme/orchestrate@${stdout.trim()}`);
  await git('config', 'remote.origin.url', 'https://git.example.com/acme/orchestrate.git');
  expect(await nameOwnRelease(root, 'github.com')).toBeNull();
});
