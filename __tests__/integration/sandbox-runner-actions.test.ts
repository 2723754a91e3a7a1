// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createWorld, type World, type WorldSettings } from './sandbox-runner-world.ts';

async function runWorkflow(
  jobs: object,
  settings: WorldSettings = {},
  files: Readonly<Record<string, string>> = {},
): Promise<World> {
  const world = await createWorld(settings);
  const workflow = stringify({ name: 'W', on: 'push', jobs });
  const sha = await world.commit({ '.github/workflows/w.yml': workflow, ...files });
  world.fire({ event: 'push', sha });
  await world.idle();
  return world;
}

function job(steps: readonly object[], more: object = {}): object {
  return { 'runs-on': 'x', ...more, steps };
}

function actionFolder(files: Readonly<Record<string, string>>): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'action-'));
  mkdirSync(join(path, 'dist'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}

const SHOW_ENV =
  "for (const key of Object.keys(process.env).sort()) if (/^(INPUT|STATE|ACTIONS|GITHUB_ACTION)/.test(key)) console.log(key + '=' + process.env[key]);";

test('runs a JavaScript action from its folder, whatever ref is pinned, and its post step at the end', async () => {
  using action = actionFolder({
    'action.yml': stringify({
      name: 'Ours',
      inputs: {
        phase: { default: 'plan' },
        'two words': { default: '${{ github.repository }}' },
        token: { required: true },
      },
      runs: { using: 'node24', main: 'dist/main.js', post: 'dist/post.js' },
    }),
    'dist/main.js': `
      const fs = require('node:fs');
      ${SHOW_ENV}
      fs.appendFileSync(process.env.GITHUB_STATE, 'kept=from main\\n');
      fs.appendFileSync(process.env.GITHUB_OUTPUT, 'done=yes\\n');
    `,
    'dist/post.js': SHOW_ENV.replace('INPUT|', ''),
  });
  const sha = 'f'.repeat(40);
  await using world = await runWorkflow(
    {
      a: job([
        {
          id: 'ours',
          name: 'Ours',
          uses: `acme/orchestrate@${sha}`,
          with: { phase: 'settle', token: '${{ github.token }}', odd: 1 },
        },
        { run: 'echo "done: ${{ steps.ours.outputs.done }}"' },
      ]),
    },
    { runner: { actions: { 'acme/orchestrate': action.path } } },
  );
  expect(world.run().conclusion).toBe('success');
  const log = world.log('a').replaceAll(/^\S+ /gm, '');
  expect(log).toContain('INPUT_PHASE=settle\nINPUT_TOKEN=***\nINPUT_TWO_WORDS=acme/widget');
  expect(log).toContain(`GITHUB_ACTION_REF=${sha}\nGITHUB_ACTION_REPOSITORY=acme/orchestrate`);
  expect(log).toContain('GITHUB_ACTION=ours');
  expect(log).toContain('ACTIONS_RUNTIME_TOKEN=***');
  expect(log.indexOf('STATE_kept=from main')).toBeGreaterThan(log.indexOf('done: yes'));
  expect(world.annotations('a')[0]).toContain("Unexpected input(s) 'odd', valid inputs are ['phase'");
  expect(world.host.jobs(1000)[0]?.steps.map((step) => step.name)).toEqual([
    'Set up job',
    'Ours',
    'Run echo "done: yes"',
    'Post Ours',
  ]);
});

test('runs a composite action of the workspace, nested, with its own inputs, steps and outputs', async () => {
  const outer = stringify({
    inputs: { who: { default: 'world' } },
    outputs: { greeting: { value: '${{ steps.inner.outputs.said }}' } },
    runs: {
      using: 'composite',
      steps: [{ id: 'inner', uses: './inner', with: { word: 'hello ${{ inputs.who }}' } }],
    },
  });
  const inner = stringify({
    inputs: { word: {} },
    outputs: { said: { value: '${{ steps.say.outputs.said }}' } },
    runs: {
      using: 'composite',
      steps: [
        {
          id: 'say',
          shell: 'bash',
          run: 'echo "said=${{ inputs.word }} $MOOD" >> "$GITHUB_OUTPUT"; ls "$GITHUB_ACTION_PATH"',
        },
        { shell: 'bash', if: 'failure()', run: 'echo never' },
      ],
    },
  });
  await using world = await runWorkflow(
    {
      a: job([
        { uses: 'actions/checkout@v4' },
        { id: 'greet', uses: './outer', with: { who: 'you' }, env: { MOOD: ':)' } },
        { run: 'echo "got ${{ steps.greet.outputs.greeting }}"' },
      ]),
    },
    {},
    { 'outer/action.yml': outer, 'inner/action.yaml': inner },
  );
  expect(world.log('a')).toContain('got hello you :)');
  expect(world.log('a')).toContain('action.yaml');
  expect(world.log('a')).not.toContain('never');
});

test.each([
  [
    'an action nobody knows',
    { uses: 'else/where@v1' },
    'Unable to resolve action `else/where@v1`, repository not found',
  ],
  ['a local action that is not there', { uses: './missing' }, "Can't find 'action.yml' or 'action.yaml'"],
])('fails a job with %s', async (_title, step, message) => {
  await using world = await runWorkflow({ a: job([{ name: 'before', run: 'true' }, step]) });
  expect(world.jobs()).toEqual(['a: failure']);
  expect(world.annotations('a')[0]).toContain(message);
});

test('takes a shim of its owner before the built-in one', async () => {
  await using world = await runWorkflow(
    {
      a: job([
        { id: 's', uses: 'actions/setup-node@v4' },
        { run: 'echo "version ${{ steps.s.outputs.node-version }}"' },
      ]),
    },
    { runner: { shims: { 'actions/setup-node': { inputs: {}, run: async () => ({ 'node-version': 'mine' }) } } } },
  );
  expect(world.log('a')).toContain('version mine');
});

test('checks out the commit of the run, leaving the token behind only when told to', async () => {
  await using world = await runWorkflow(
    {
      a: job([
        { id: 'kept', uses: 'actions/checkout@v4', with: { path: 'kept' } },
        { uses: 'actions/checkout@v4', with: { path: 'clean', 'persist-credentials': false } },
        {
          run: [
            'echo "commit $(git -C kept rev-parse HEAD) = ${{ steps.kept.outputs.commit }} = $GITHUB_SHA"',
            'echo "branch $(git -C kept branch --show-current), depth $(git -C kept rev-list --count HEAD)"',
            'grep -c AUTHORIZATION kept/.git/config',
            'if grep -rq AUTHORIZATION clean/.git; then echo leaked; fi',
            'git -C kept fetch --quiet origin main && echo "may fetch"',
            'GIT_TERMINAL_PROMPT=0 git -C clean fetch --quiet origin main || echo "may not fetch"',
          ].join('\n'),
        },
      ]),
    },
    {},
    { 'a.txt': '1' },
  );
  const sha = world.run().trigger.sha;
  expect(world.run().conclusion).toBe('success');
  expect(world.log('a')).toContain(`commit ${sha} = ${sha} = ${sha}`);
  expect(world.log('a')).toContain('branch main, depth 1');
  expect(world.log('a')).toContain('may fetch');
  expect(world.log('a')).toContain('may not fetch');
  expect(world.log('a')).not.toContain('leaked');
  expect([...world.tokens]).toEqual([]);
});

test('takes the token away again when the job ends', async () => {
  await using world = await runWorkflow(
    { a: job([{ uses: 'actions/checkout@v4' }, { run: 'grep AUTHORIZATION .git/config; echo "at $PWD"' }]) },
    { runner: { keepWorkspaces: true } },
  );
  const folder = /Z at (\S+)/.exec(world.log('a'))?.[1];
  expect(world.run().conclusion).toBe('success');
  expect(readFileSync(`${folder}/.git/config`, 'utf8')).not.toContain('AUTHORIZATION');
});

test('checks out another ref, by branch, by commit, with the whole history', async () => {
  await using world = await createWorld();
  const first = await world.commit({ 'f.txt': '1' });
  await world.commit({ 'f.txt': '2' }, 'topic/x');
  const checkout = (path: string, more: object) => ({ uses: 'actions/checkout@v4', with: { path, ...more } });
  const workflow = stringify({
    on: 'workflow_dispatch',
    jobs: {
      a: job([
        checkout('branch', { ref: 'topic/x' }),
        checkout('commit', { ref: first }),
        checkout('full', { 'fetch-depth': 0 }),
        {
          run: 'cat branch/f.txt commit/f.txt; git -C full rev-list --count --all; git -C full branch -r; git -C commit status | head -1',
        },
      ]),
    },
  });
  const sha = await world.commit({ '.github/workflows/w.yml': workflow });
  world.fire({ event: 'workflow_dispatch', sha, workflowPath: '.github/workflows/w.yml' });
  await world.idle();
  const log = world.log('a').replaceAll(/^\S+ /gm, '');
  expect(world.run().conclusion).toBe('success');
  expect(log).toMatch(/\n2\n?1\n?3\n/);
  expect(log).toContain('origin/topic/x');
  expect(log).toContain('HEAD detached at');
});

test('fails a checkout whose ref is not there, and one whose token is refused', async () => {
  await using world = await runWorkflow({
    ref: job([{ uses: 'actions/checkout@v4', with: { ref: 'nowhere' } }]),
    token: job([{ uses: 'actions/checkout@v4', with: { token: 'wrong' } }]),
  });
  expect(world.jobs()).toEqual(['ref: failure', 'token: failure']);
  expect(world.annotations('ref')[0]).toContain("The process 'git fetch' failed");
});

test('hands files from job to job as artifacts, bound by id and digest', async () => {
  await using world = await runWorkflow({
    up: job(
      [
        {
          run: 'mkdir -p out/deep .hid; echo one > out/one.txt; echo two > out/deep/two.txt; echo no > out/.secret; echo x > out/skip.log',
        },
        { id: 'up', uses: 'actions/upload-artifact@v4', with: { name: 'box', path: 'out\n!out/*.log' } },
        { id: 'file', uses: 'actions/upload-artifact@v4', with: { name: 'single', path: 'out/deep/two.txt' } },
        { id: 'two', uses: 'actions/upload-artifact@v4', with: { name: 'pair', path: 'out/one.txt\nout/deep' } },
      ],
      { outputs: { id: '${{ steps.up.outputs.artifact-id }}', digest: '${{ steps.up.outputs.artifact-digest }}' } },
    ),
    down: job(
      [
        { uses: 'actions/download-artifact@v4', with: { 'artifact-ids': '${{ needs.up.outputs.id }}', path: 'by-id' } },
        { uses: 'actions/download-artifact@v4', with: { name: 'single', path: 'by-name' } },
        { uses: 'actions/download-artifact@v4', with: { pattern: '*i*', path: 'by-pattern' } },
        { uses: 'actions/download-artifact@v4', with: { path: 'merged', 'merge-multiple': true } },
        { run: 'find . -type f | sort; echo "digest ${{ needs.up.outputs.digest }}"' },
      ],
      { needs: 'up' },
    ),
  });
  expect(world.run().conclusion).toBe('success');
  const log = world.log('down').replaceAll(/^\S+ /gm, '');
  expect(log.split('\n').filter((line) => line.startsWith('./'))).toEqual([
    './by-id/deep/two.txt',
    './by-id/one.txt',
    './by-name/two.txt',
    './by-pattern/pair/deep/two.txt',
    './by-pattern/pair/one.txt',
    './by-pattern/single/two.txt',
    './merged/deep/two.txt',
    './merged/one.txt',
    './merged/two.txt',
  ]);
  const [box] = world.host.artifacts(1000);
  expect(log).toContain(`digest ${box?.digest.replace('sha256:', '')}`);
});

test.each([
  [
    'a name that is taken',
    [
      { name: 'n', path: 'f' },
      { name: 'n', path: 'f' },
    ],
    '(409) Conflict',
  ],
  [
    'no files, where that is an error',
    [{ name: 'n', path: 'nothing', 'if-no-files-found': 'error' }],
    'No files were found',
  ],
])('refuses to upload %s', async (_title, uploads, message) => {
  const steps = uploads.map((inputs) => ({ uses: 'actions/upload-artifact@v4', with: inputs }));
  await using world = await runWorkflow({ a: job([{ run: 'echo 1 > f' }, ...steps]) });
  expect(world.run().conclusion).toBe('failure');
  expect(world.annotations('a')[0]).toContain(message);
});

test('refuses an artifact whose bytes are not what its digest says', async () => {
  await using world = await createWorld();
  const workflow = stringify({
    on: 'push',
    jobs: {
      up: job([{ run: 'echo 1 > f' }, { uses: 'actions/upload-artifact@v4', with: { name: 'n', path: 'f' } }]),
      down: job([{ uses: 'actions/download-artifact@v4', with: { name: 'n' } }], { needs: 'up' }),
    },
  });
  const sha = await world.commit({ '.github/workflows/w.yml': workflow });
  world.tamperArtifacts();
  world.fire({ event: 'push', sha });
  await world.idle();
  expect(world.jobs()).toEqual(['down: failure', 'up: success']);
  expect(world.annotations('down')[0]).toContain("The hash of the artifact 'n' is sha256:");
});

test('writes nothing outside the folder an artifact is unpacked to', async () => {
  await using world = await createWorld();
  const steps = [{ uses: 'actions/download-artifact@v4', with: { name: 'evil', path: 'in' } }];
  const sha = await world.commit({ '.github/workflows/w.yml': stringify({ on: 'push', jobs: { a: job(steps) } }) });
  world.host.createArtifact({ runId: 1000, name: 'evil', archive: zipSync({ '../out': new Uint8Array([1]) }) });
  world.fire({ event: 'push', sha });
  await world.idle();
  expect(world.annotations('a')).toEqual(['Malicious entry: ../out']);
});

test('reads the artifacts of another run only with a token that may', async () => {
  await using world = await runWorkflow({
    up: job([{ run: 'echo 1 > f' }, { uses: 'actions/upload-artifact@v4', with: { name: 'n', path: 'f' } }]),
  });
  const download = (permissions: object) =>
    job(
      [
        {
          uses: 'actions/download-artifact@v4',
          with: { name: 'n', 'run-id': 1000, 'github-token': '${{ github.token }}' },
        },
        { run: 'cat f' },
      ],
      { permissions },
    );
  const workflow = stringify({
    on: 'workflow_dispatch',
    jobs: { may: download({ actions: 'read' }), not: download({}) },
  });
  const sha = await world.commit({ '.github/workflows/v.yml': workflow });
  world.fire({ event: 'workflow_dispatch', sha, workflowPath: '.github/workflows/v.yml' });
  await world.idle();
  expect(world.jobs(1001)).toEqual(['may: success', 'not: failure']);
  expect(world.annotations('not')).toEqual(['Resource not accessible by integration']);
});

test('makes an installation token that is masked and dies with the job', async () => {
  await using world = await runWorkflow(
    {
      a: job([
        {
          id: 'app',
          uses: 'actions/create-github-app-token@v2',
          with: { 'app-id': 1, 'private-key': '${{ secrets.PEM }}' },
        },
        { uses: 'actions/checkout@v4', with: { token: '${{ steps.app.outputs.token }}' } },
        { run: 'echo "token ${{ steps.app.outputs.token }}"' },
      ]),
      wrong: job([{ uses: 'actions/create-github-app-token@v2', with: { 'app-id': 1, 'private-key': 'other' } }]),
    },
    { secrets: { PEM: 'key' } },
  );
  expect(world.jobs()).toEqual(['a: success', 'wrong: failure']);
  expect(world.log('a')).toContain('token ***');
  expect([...world.tokens]).toEqual([]);
});
