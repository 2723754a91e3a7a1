// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createWorld, type World, type WorldSettings } from './sandbox-runner-world.ts';

interface Step {
  readonly [key: string]: unknown;
}

async function runSteps(steps: readonly Step[], settings: WorldSettings = {}, job: object = {}): Promise<World> {
  const world = await createWorld(settings);
  const workflow = {
    name: 'W',
    on: 'push',
    env: { LEVEL: 'workflow' },
    jobs: { a: { 'runs-on': 'x', ...job, steps } },
  };
  const sha = await world.commit({ '.github/workflows/w.yml': stringify(workflow) });
  world.fire({ event: 'push', sha });
  await world.idle();
  return world;
}

function conclusions(world: World): readonly (string | null)[] {
  const [job] = world.host.jobs(1000);
  return job?.steps.map((step) => `${step.name}: ${step.conclusion}`) ?? [];
}

test('hands outputs, variables and folders of PATH from step to step', async () => {
  await using world = await runSteps([
    { id: 'one', run: 'echo "x=1" >> "$GITHUB_OUTPUT"; printf "text<<E\\na\\nb\\nE\\n" >> "$GITHUB_OUTPUT"' },
    {
      run: 'echo "LATER=set" >> "$GITHUB_ENV"; mkdir bin; printf "#!/bin/sh\\necho tool here" > bin/tool; chmod +x bin/tool',
    },
    { run: 'echo "$PWD/bin" >> "$GITHUB_PATH"' },
    {
      run: 'tool; echo "[$LATER] [${{ steps.one.outputs.x }}] [$TEXT] [$LEVEL] [${{ env.OWN }}]"',
      env: { TEXT: "${{ join(fromJSON('[1,2]'), steps.one.outputs.text) }}", OWN: 'step' },
    },
  ]);
  expect(world.jobs()).toEqual(['a: success']);
  expect(world.log('a')).toContain('tool here');
  expect(world.log('a').replaceAll(/^\S+ /gm, '')).toContain('[set] [1] [1a\nb2] [workflow] [step]');
});

test('goes on after a failure only where a step asks for it', async () => {
  await using world = await runSteps([
    { name: 'forgiven', id: 'forgiven', run: 'exit 3', 'continue-on-error': true },
    { name: 'after', if: "steps.forgiven.outcome == 'failure' && steps.forgiven.conclusion == 'success'", run: 'true' },
    { name: 'breaks', run: 'exit 4' },
    { name: 'skipped', run: 'true' },
    { name: 'on failure', if: 'failure()', run: 'echo "status ${{ job.status }}"' },
    { name: 'always', if: 'always()', run: 'true' },
  ]);
  expect(conclusions(world)).toEqual([
    'Set up job: success',
    'forgiven: success',
    'after: success',
    'breaks: failure',
    'skipped: skipped',
    'on failure: success',
    'always: success',
  ]);
  expect(world.run().conclusion).toBe('failure');
  expect(world.annotations('a')).toEqual([
    'Process completed with exit code 3.',
    'Process completed with exit code 4.',
  ]);
  expect(world.log('a')).toContain('status failure');
});

test.each([
  ['without a shell a broken pipe passes', {}, 'success'],
  ['with bash it fails', { shell: 'bash' }, 'failure'],
])('%s', async (_title, shell, conclusion) => {
  await using world = await runSteps([{ run: 'false | true', ...shell }]);
  expect(world.run().conclusion).toBe(conclusion);
});

test('runs in the folder and the shell its defaults name', async () => {
  await using world = await runSteps(
    [{ run: 'mkdir -p sub', 'working-directory': '.' }, { run: 'echo "in $(basename $PWD) by $0"' }],
    {},
    { defaults: { run: { shell: 'sh', 'working-directory': 'sub' } } },
  );
  expect(world.log('a')).toMatch(/in sub by .*\.sh/);
});

test('gives a step the environment of a hosted runner, and nothing of this machine', async () => {
  await using world = await runSteps(
    [{ run: 'env | sort > env.txt; cat env.txt; test -f "$GITHUB_EVENT_PATH"; test "$HOME" != "" -a -d "$HOME"' }],
    { runner: { env: { FROM_MACHINE: 'yes' } } },
  );
  expect(world.run().conclusion).toBe('success');
  const names = world
    .log('a')
    .split('\n')
    .map((line) => /^\S+ ([A-Z_]+)=/.exec(line)?.[1])
    .filter((name) => name !== undefined && /^(GITHUB|RUNNER|ACTIONS|CI$|FROM|VITEST|NODE)/.test(name));
  expect(names).toEqual([
    'CI',
    'FROM_MACHINE',
    'GITHUB_ACTION',
    'GITHUB_ACTIONS',
    'GITHUB_ACTOR',
    'GITHUB_API_URL',
    'GITHUB_BASE_REF',
    'GITHUB_ENV',
    'GITHUB_EVENT_NAME',
    'GITHUB_EVENT_PATH',
    'GITHUB_GRAPHQL_URL',
    'GITHUB_HEAD_REF',
    'GITHUB_JOB',
    'GITHUB_OUTPUT',
    'GITHUB_PATH',
    'GITHUB_REF',
    'GITHUB_REF_NAME',
    'GITHUB_REF_TYPE',
    'GITHUB_REPOSITORY',
    'GITHUB_REPOSITORY_ID',
    'GITHUB_REPOSITORY_OWNER',
    'GITHUB_RUN_ATTEMPT',
    'GITHUB_RUN_ID',
    'GITHUB_RUN_NUMBER',
    'GITHUB_SERVER_URL',
    'GITHUB_SHA',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_TRIGGERING_ACTOR',
    'GITHUB_WORKFLOW',
    'GITHUB_WORKFLOW_REF',
    'GITHUB_WORKFLOW_SHA',
    'GITHUB_WORKSPACE',
    'RUNNER_ARCH',
    'RUNNER_ENVIRONMENT',
    'RUNNER_NAME',
    'RUNNER_OS',
    'RUNNER_TEMP',
    'RUNNER_TOOL_CACHE',
  ]);
});

test('obeys workflow commands and hides secrets wherever they show', async () => {
  await using world = await runSteps(
    [
      {
        run: [
          'word=hu"sh"; echo "::add-mask::$word"',
          'echo "$word and ${{ secrets.KEY }}"',
          'echo "::error file=a::$word broke"',
          'echo "::warning::careful"',
          'echo "::stop-commands::tok"',
          'echo "::error::not one"',
          'echo "::tok::"',
          'echo "# Sum of $word" >> "$GITHUB_STEP_SUMMARY"',
        ].join('\n'),
      },
    ],
    { secrets: { KEY: 's3cret' } },
  );
  expect(world.log('a')).toContain('*** and ***');
  expect(world.log('a')).not.toMatch(/hush|s3cret/);
  expect(world.output.join('\n')).not.toMatch(/hush|s3cret/);
  expect(world.annotations('a')).toEqual(['*** broke', 'careful']);
  expect(world.summary('a')).toBe('# Sum of ***\n');
});

test('ends a step that is out of time, with all its children', async () => {
  await using world = await runSteps([
    { name: 'slow', run: 'sleep 300 & echo $! > child; sleep 300', 'timeout-minutes': 0.02 },
    {
      name: 'still there?',
      if: 'always()',
      run: 'child=$(cat child); if kill -0 "$child" 2> /dev/null; then echo alive; else echo "$child is gone"; fi',
    },
  ]);
  expect(conclusions(world)).toEqual(['Set up job: success', 'slow: failure', 'still there?: success']);
  expect(world.annotations('a')).toEqual(["The action 'slow' has timed out after 0.02 minutes."]);
  expect(world.log('a')).toMatch(/\d+ is gone/);
});

test('cancels a job that is out of time, but not its last words', async () => {
  await using world = await runSteps(
    [
      { name: 'slow', run: 'sleep 300' },
      { name: 'next', run: 'true' },
      { name: 'last words', if: 'cancelled()', run: 'echo "bye"' },
    ],
    {},
    { 'timeout-minutes': 0.005 },
  );
  expect(conclusions(world)).toEqual([
    'Set up job: success',
    'slow: cancelled',
    'next: skipped',
    'last words: success',
  ]);
  expect(world.jobs()).toEqual(['a: cancelled']);
  expect(world.annotations('a')).toEqual(['The job has exceeded the maximum execution time of 0.005 minutes']);
});

test('ends what a step left in the background when the job is done', async () => {
  await using world = await runSteps([
    { run: 'sleep 300 > /dev/null 2>&1 & echo "pid=$!"' },
    { run: 'kill -0 $PID && echo "still running"', env: { PID: '1' }, if: 'false' },
  ]);
  const pid = Number(/pid=(\d+)/.exec(world.log('a'))?.[1]);
  expect(pid).toBeGreaterThan(1);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('keeps the indentation of a block that holds expressions', async () => {
  await using world = await runSteps([{ run: "cat <<'END'\n  two ${{ github.ref_name }}\nEND\n" }]);
  expect(world.log('a').replaceAll(/^\S+ /gm, '')).toContain('\n  two main\n');
});

test.each([
  [
    'a variable that changes Node itself',
    { run: 'echo "NODE_OPTIONS=--x" >> "$GITHUB_ENV"' },
    "Can't store NODE_OPTIONS",
  ],
  ['a line that is no output', { run: 'echo "nonsense" >> "$GITHUB_OUTPUT"' }, "Invalid format 'nonsense'"],
  ['an unknown shell', { run: 'true', shell: 'fish' }, "Invalid shell option 'fish'"],
  ['a folder that is not there', { run: 'true', 'working-directory': 'missing' }, "Cannot start 'bash' in"],
  ['an expression that fails', { run: "echo ${{ fromJSON('x') }}" }, 'Error parsing JSON'],
])('fails a step with %s', async (_title, step, message) => {
  await using world = await runSteps([step]);
  expect(world.run().conclusion).toBe('failure');
  expect(world.annotations('a')[0]).toContain(message);
});

test('hashes the files of the workspace, the same for the same content', async () => {
  await using world = await runSteps([
    { run: 'mkdir -p a/b; echo 1 > a/x.lock; echo 2 > a/b/y.lock; echo 3 > a/z.txt' },
    { run: 'echo "one ${{ hashFiles(\'**/*.lock\') }}"; echo 9 > a/z.txt' },
    { run: 'echo "two ${{ hashFiles(\'**/*.lock\') }}"; echo 9 > a/x.lock' },
    { run: "echo \"three ${{ hashFiles('**/*.lock', '!**/y.lock') }}, none [${{ hashFiles('*.none') }}]\"" },
  ]);
  const hash = (name: string) => new RegExp(`Z ${name} ([0-9a-f]{64})`).exec(world.log('a'))?.[1];
  expect(hash('one')).toMatch(/^[0-9a-f]{64}$/);
  expect(hash('two')).toBe(hash('one'));
  expect(hash('three')).not.toBe(hash('one'));
  expect(world.log('a')).toContain('none []');
});

test('removes the folders of a job that is done', async () => {
  await using world = await runSteps([{ run: 'echo x > file; echo "at $GITHUB_WORKSPACE"' }]);
  const workspace = /Z at (\S+)/.exec(world.log('a'))?.[1] ?? '';
  expect(workspace).toContain('1000');
  expect(world.exists(workspace)).toBe(false);
});

test('leaves the folders where it is asked to', async () => {
  await using world = await runSteps([{ run: 'echo x > file; echo "at $GITHUB_WORKSPACE"' }], {
    runner: { keepWorkspaces: true },
  });
  expect(world.exists(`${/Z at (\S+)/.exec(world.log('a'))?.[1]}/file`)).toBe(true);
});
