import { afterAll, beforeAll, expect, test } from 'vitest';
import { action, type InitWorld, openInitWorld } from './init-world.ts';
import { plan } from './own-step.ts';

// One world, set up and taken down again in the order of these tests.
let world: InitWorld;
beforeAll(async () => {
  world = await openInitWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

test('shows every step and does none when it is only to say what it would do', async () => {
  expect(await world.init(['--dry-run'])).toBe(0);
  expect(world.admin.writes).toEqual([]);
  expect(world.notes()).toBeNull();
  const said = world.lines.join('\n');
  for (const words of ['gh api --method PUT repos/ada/demo/environments/orchestrate', 'Undone by:', '+ backlog.json']) {
    expect(said).toContain(words);
  }
});

test('goes from nothing to the first run in one go, while a person presses, merges, and CI runs', async () => {
  world.lines.splice(0);
  const code = await world.init(['--yes'], { meanwhile: world.lifeGoesOn });
  expect(world.lines.filter((line) => line.startsWith('✗'))).toEqual([]);
  expect(code).toBe(0);
  expect(world.lines.at(-1)).toBe(`Next: nothing. It works by itself: ${world.admin.url}/ada/demo/actions`);
  const end = await plan(world.step());
  expect(end.outputs.count).toBe('1');
});

test('lets nothing secret be an argument of a program, and keeps no key', () => {
  const given = world.ghArguments().join('\n');
  expect(given).toContain('ORCHESTRATE_APP_KEY');
  for (const secret of ['sk-agent', 'PRIVATE KEY', world.step().token]) expect(given).not.toContain(secret);
  expect(world.github.world.secrets()).toContain('sk-agent');
  expect(world.github.world.secrets()).toContain(world.admin.app()?.privateKey);
  expect(world.notes()).toMatchObject({ slug: 'orchestrate-demo', privateKey: null });
});

test('proposes the action pinned, woken by the CI that is there, with the toolchain of that CI', async () => {
  const loop = await world.github.world.git(['show', 'main:.github/workflows/orchestrate.yml']);
  const assignment = await world.github.world.git(['show', 'main:.github/workflows/orchestrate-assignment.yml']);
  expect(loop).toContain('workflows: [Tests]');
  expect(loop.match(/uses: orchestrate-action.*/g)?.every((uses) => uses === `uses: ${action}`)).toBe(true);
  expect(assignment).toContain('node-version-file: .nvmrc');
  expect(assignment).not.toContain('cache: npm');
});

test('changes nothing when it is started again', async () => {
  const before = world.admin.writes.length;
  expect(await world.init(['--yes'])).toBe(0);
  expect(world.admin.writes.length).toBe(before);
});

test('takes all of it out again, the workflows before what their jobs need, and nothing of anybody else’s', async () => {
  const authorization = `Bearer ${world.github.world.createUser('ada', 'admin')}`;
  const body = JSON.stringify({ name: 'orchestrate-notes', color: 'ededed' });
  await fetch(`${world.github.apiUrl}/repos/ada/demo/labels`, { method: 'POST', headers: { authorization }, body });
  const before = world.admin.writes.length;
  expect(await world.init(['--remove', '--yes'], { meanwhile: world.lifeGoesOn, direct: true })).toBe(0);
  const { github, admin } = world;
  const requests = admin.writes.slice(before).map(({ request }) => request);
  expect(requests.indexOf('POST /pulls')).toBeLessThan(requests.indexOf('DELETE /environments/orchestrate'));
  expect([...github.world.branches().keys()]).toEqual(['main']);
  expect(github.world.secrets()).toEqual([]);
  expect(await world.leftovers()).toEqual({
    rulesets: [],
    environment: 404,
    labels: [expect.objectContaining({ name: 'orchestrate-notes' })],
    variables: 404,
  });
  const files = (await github.world.git(['ls-tree', '-r', '--name-only', 'main'])).trim().split('\n');
  expect(files).toEqual(['.github/workflows/ci.yml', '.nvmrc', 'package-lock.json', 'package.json']);
  expect(world.notes()).toBeNull();
  expect(world.lines.at(-1)).toBe('Nothing of it is left.');
});
