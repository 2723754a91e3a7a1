// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World, type WorldSettings } from './sandbox-runner-world.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** Stands for our action: says what it was given, and leaves what the next job waits for. */
const ACTION = `
const fs = require('node:fs');
const input = (name) => process.env['INPUT_' + name.toUpperCase()] ?? '';
const output = (name, value) => fs.appendFileSync(process.env.GITHUB_OUTPUT, name + '=' + value + '\\n');
switch (input('phase')) {
  case 'plan': {
    const folder = process.env.RUNNER_TEMP + '/assignments';
    fs.mkdirSync(folder);
    fs.writeFileSync(folder + '/a1.json', 'first');
    fs.writeFileSync(folder + '/b2.json', 'second');
    const ref = process.env.GITHUB_SHA;
    output('count', 2);
    output('matrix', JSON.stringify([{ id: 'a1', ref, review: false }, { id: 'b2', ref, review: true }]));
    output('assignments', folder);
    break;
  }
  case 'agent': {
    console.log('works on', fs.readFileSync(input('assignments') + '/' + input('assignment') + '.json', 'utf8'));
    console.log('sees', fs.readdirSync('.').join(), 'and', fs.readFileSync('.git/config', 'utf8').includes('AUTHORIZATION'));
    fs.mkdirSync(input('outcome'));
    fs.writeFileSync(input('outcome') + '/outcome.json', '{}');
    break;
  }
  case 'command':
    console.log('does', JSON.stringify(input('command')), 'to', JSON.stringify(input('story')), 'for', process.env.GITHUB_TRIGGERING_ACTOR);
    break;
  case 'settle':
    console.log('settles', input('assignment'), input('outcome-artifact'), input('outcome-digest'));
}
`;

let action: string;

beforeAll(() => {
  action = mkdtempSync(join(tmpdir(), 'action-'));
  const ofJobs = ['phase', 'token', 'assignment', 'assignments', 'outcome', 'outcome-artifact', 'outcome-digest'];
  const names = [...ofJobs, 'command', 'story'];
  const inputs = names.map((name) => `  ${name}: {}`).join('\n');
  writeFileSync(join(action, 'action.yml'), `inputs:\n${inputs}\nruns: { using: node24, main: main.cjs }\n`);
  writeFileSync(join(action, 'main.cjs'), ACTION);
});

afterAll(() => rmSync(action, { recursive: true }));

async function dispatch(settings: WorldSettings = {}, inputs: Readonly<Record<string, string>> = {}): Promise<World> {
  const world = await createWorld({
    environments: {
      orchestrate: {
        refs: ['refs/heads/main'],
        secrets: { ORCHESTRATE_APP_ID: 'app-1', ORCHESTRATE_APP_KEY: 'key' },
      },
    },
    runner: { actions: { 'orchestrate-action/orchestrate': action } },
    ...settings,
  });
  const files = ['orchestrate.yml', 'orchestrate-assignment.yml'].map(
    (name) => [`.github/workflows/${name}`, readFileSync(join(EXAMPLES, name), 'utf8')] as const,
  );
  const sha = await world.commit({ ...Object.fromEntries(files), 'code.txt': 'x' });
  world.fire({ event: 'workflow_dispatch', sha, workflowPath: '.github/workflows/orchestrate.yml', inputs });
  await world.idle();
  return world;
}

test('runs the example workflows as they stand, each leg through agent and settle', async () => {
  await using world = await dispatch();
  expect(world.jobs()).toEqual([
    'a1 / agent: success',
    'a1 / settle: success',
    'b2 / agent: success',
    'b2 / settle: success',
    'plan: success',
  ]);
  expect(world.log('a1 / agent')).toContain('works on first');
  expect(world.log('b2 / agent')).toContain('works on second');
  expect(world.log('b2 / agent')).toMatch(/sees .*code\.txt.* and false/);
  const outcome = world.host.artifacts(1000).find((artifact) => artifact.name.includes('outcome-a1'));
  expect(world.log('a1 / settle')).toContain(`settles a1 ${outcome?.id} ${outcome?.digest.replace('sha256:', '')}`);
  expect([...world.tokens]).toEqual([]);
  expect(world.log('plan')).not.toContain('does');
});

test('does what a person asks for, in words that no shell and no expression reads, and then plans', async () => {
  const story = '2.1: "$(id)" ${{ github.token }}';
  await using world = await dispatch({}, { command: 'retry', story });
  expect(world.log('plan')).toContain(`does "retry" to ${JSON.stringify(story)} for `);
  expect(world.jobs()).toContain('plan: success');
  expect(world.jobs()).toContain('b2 / settle: success');
});

test('does nothing while the kill switch is on', async () => {
  await using world = await dispatch({ variables: { ORCHESTRATE: 'off' } });
  expect(world.jobs()).toEqual(['${{ matrix.id }}: skipped', 'plan: skipped']);
  expect(world.run().conclusion).toBe('skipped');
});
