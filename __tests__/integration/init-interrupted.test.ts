import { expect, test } from 'vitest';
import { ConfigurationError, RemoteError } from '../../src/errors.ts';
import { examples } from '../builders/init-facts.ts';
import { elixirProject, type InitWorld, openInitWorld } from './init-world.ts';

/** What comes to the project: all but what only those want who require the gate. */
const { 'orchestrate-gate.yml': _, ...workflows } = examples;
const proposed = { ...workflows, '.github/orchestrate.yml': '', 'backlog.json': '' };

/** Everything that a finished set-up has left in the world. */
async function settingsOf(world: InitWorld): Promise<unknown> {
  const { github } = world;
  const leftovers = await world.leftovers();
  return {
    rulesets: (leftovers['rulesets'] as readonly { readonly name: string }[]).map(({ name }) => name),
    environment: leftovers['environment'],
    secrets: github.world.secrets().length,
    pulls: github.world.pulls().length,
    branches: [...github.world.branches().keys()],
    files: (await github.world.git(['ls-tree', '-r', '--name-only', 'main'])).trim().split('\n').length,
    key: world.notes()?.privateKey,
  };
}

/**
 * Starts `init` again and again, each time cut off after so many writes, until it comes to its end; tells how often. No
 * step of a set-up has more than three: each of them is the one that is cut off, and at last each step gets through.
 */
async function insist(world: InitWorld, args: readonly string[], passing: (times: number) => number): Promise<number> {
  for (let times = 1; times < 40; times += 1) {
    world.admin.cut(times % 2 === 0 ? 'before' : 'after', passing(times));
    try {
      await world.init(['--yes', ...args], { meanwhile: world.lifeGoesOn, direct: true });
      return times;
    } catch (error) {
      const isOurs = error instanceof ConfigurationError || error instanceof RemoteError;
      if (!isOurs) throw error;
    }
  }
  throw new Error('it never came to its end');
}

test('cut off before and after its writes, again and again, it comes to the same end, for an Elixir project too, and back', async () => {
  await using world = await openInitWorld(elixirProject);
  expect(await insist(world, [], (times) => times % 4)).toBeGreaterThan(5);
  expect(await settingsOf(world)).toEqual({
    rulesets: ['orchestrate: state', 'orchestrate: base'],
    environment: 200,
    secrets: 3,
    pulls: 1,
    branches: ['main', 'orchestrate-setup'],
    files: Object.keys({ ...elixirProject, ...proposed }).length,
    key: null,
  });
  const proposedTo = (path: string): Promise<string> => world.github.world.git(['show', `main:${path}`]);
  expect(await proposedTo('.github/orchestrate.yml')).toContain('command: MIX_ENV=test mix ecto.reset && mix test');
  const assignment = await proposedTo('.github/workflows/orchestrate-assignment.yml');
  expect(assignment).toContain('version-file: .tool-versions');
  expect(assignment).toContain('image: postgres:17');
  expect(await insist(world, ['--remove'], (times) => times)).toBeGreaterThan(2);
  expect(await world.leftovers()).toEqual({ rulesets: [], environment: 404, labels: [], variables: 404 });
  expect([...world.github.world.branches().keys()]).toEqual(['main']);
});
