// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createWorld, WAIT_AT_GATE, type World, type WorldSettings } from './sandbox-runner-world.ts';

const PASS = [{ run: 'true' }];
const FAIL = [{ run: 'exit 1' }];

function job(steps: readonly object[], more: object = {}): object {
  return { 'runs-on': 'x', ...more, steps };
}

async function runWorkflow(jobs: object, settings: WorldSettings = {}, top: object = {}): Promise<World> {
  const world = await createWorld(settings);
  const sha = await world.commit({ '.github/workflows/w.yml': stringify({ name: 'W', on: 'push', ...top, jobs }) });
  world.fire({ event: 'push', sha });
  await world.idle();
  return world;
}

describe('jobs that need others', () => {
  test('run when these succeed, are skipped when they do not, and always() runs anyway', async () => {
    await using world = await runWorkflow({
      good: job(PASS),
      bad: job(FAIL),
      'after-good': job(PASS, { needs: 'good' }),
      'after-bad': job(PASS, { needs: ['good', 'bad'] }),
      'on-failure': job(PASS, { needs: 'bad', if: 'failure()' }),
      anyway: job([{ run: 'echo "bad was ${{ needs.bad.result }}"' }], { needs: 'bad', if: 'always()' }),
      'after-anyway': job(PASS, { needs: 'anyway' }),
      'chosen-out': job(PASS, { if: "github.ref == 'refs/heads/other'" }),
    });
    expect(world.jobs()).toEqual([
      'after-anyway: skipped',
      'after-bad: skipped',
      'after-good: success',
      'anyway: success',
      'bad: failure',
      'chosen-out: skipped',
      'good: success',
      'on-failure: success',
    ]);
    expect(world.log('anyway')).toContain('bad was failure');
    expect(world.run().conclusion).toBe('failure');
  });

  test('see the success of a job that may fail, whose own check stays red', async () => {
    await using world = await runWorkflow({
      shaky: job(FAIL, { 'continue-on-error': true }),
      next: job([{ run: 'echo "it was ${{ needs.shaky.result }}"' }], { needs: 'shaky' }),
    });
    expect(world.jobs()).toEqual(['next: success', 'shaky: failure']);
    expect(world.log('next')).toContain('it was success');
    expect(world.run().conclusion).toBe('success');
  });

  test('see the outputs of jobs that failed', async () => {
    await using world = await runWorkflow({
      bad: job([{ id: 's', run: 'echo "x=1" >> "$GITHUB_OUTPUT"; exit 1' }], {
        outputs: { x: '${{ steps.s.outputs.x }}' },
      }),
      next: job([{ run: 'echo "x=${{ needs.bad.outputs.x }}"' }], { needs: 'bad', if: '!cancelled()' }),
    });
    expect(world.log('next')).toContain('x=1');
  });

  test('do not see an output that holds a secret', async () => {
    const outputs = { bad: '${{ steps.s.outputs.bad }}', good: '${{ steps.s.outputs.good }}' };
    const run = 'echo "bad=x${KEY}y" >> "$GITHUB_OUTPUT"; echo "good=1" >> "$GITHUB_OUTPUT"';
    await using world = await runWorkflow(
      {
        a: job([{ id: 's', run, env: { KEY: '${{ secrets.KEY }}' } }], { outputs }),
        next: job([{ run: 'echo "[${{ needs.a.outputs.bad }}] [${{ needs.a.outputs.good }}]"' }], { needs: 'a' }),
      },
      { secrets: { KEY: 's3cret' } },
    );
    expect(world.annotations('a')).toEqual(["Skip output 'bad' since it may contain secret."]);
    expect(world.log('next')).toContain('Z [] [1]');
  });

  test('make a run that is skipped when all of them are', async () => {
    await using world = await runWorkflow({ a: job(PASS, { if: false }), b: job(PASS, { needs: 'a' }) });
    expect(world.run().conclusion).toBe('skipped');
  });
});

describe('a matrix', () => {
  test('stops its other legs when one fails', async () => {
    await using world = await runWorkflow({
      test: job([{ run: 'if [ "${{ matrix.os }}" = bad ]; then exit 1; fi; sleep 60' }], {
        strategy: { matrix: { os: ['bad', 'slow'] } },
      }),
    });
    expect(world.jobs()).toEqual(['test (bad): failure', 'test (slow): cancelled']);
    expect(world.run().conclusion).toBe('failure');
  });

  test('lets them go on where fail-fast is off', async () => {
    await using world = await runWorkflow({
      test: job(
        [{ run: 'test "${{ matrix.os }}" = good; echo "${{ strategy.job-index }} of ${{ strategy.job-total }}"' }],
        {
          strategy: { 'fail-fast': false, matrix: { os: ['bad', 'good'] } },
        },
      ),
    });
    expect(world.jobs()).toEqual(['test (bad): failure', 'test (good): success']);
    expect(world.log('test (good)')).toContain('1 of 2');
  });

  test('runs no more legs at once than it allows', async () => {
    await using world = await runWorkflow({
      test: job([{ run: 'sleep 0.05' }], { strategy: { 'max-parallel': 1, matrix: { n: [1, 2, 3] } } }),
    });
    const order = world.events.flatMap((event) =>
      event.kind === 'job_queued' || event.kind === 'job_finished' ? [event.kind] : [],
    );
    expect(order).toEqual(['job_queued', 'job_finished', 'job_queued', 'job_finished', 'job_queued', 'job_finished']);
  });

  test('gives the last value that is not empty as its output', async () => {
    const steps = [{ id: 's', run: 'sleep "0.${{ matrix.n }}"; echo "x=${{ matrix.x }}" >> "$GITHUB_OUTPUT"' }];
    const include = [
      { n: 0, x: 'said' },
      { n: 2, x: '' },
    ];
    await using world = await runWorkflow({
      legs: job(steps, { strategy: { matrix: { include } }, outputs: { x: '${{ steps.s.outputs.x }}' } }),
      next: job([{ run: 'echo "x=${{ needs.legs.outputs.x }}!"' }], { needs: 'legs' }),
    });
    expect(world.log('next')).toContain('x=said!');
  });

  test('fails its job when it is empty', async () => {
    await using world = await runWorkflow({
      plan: job([{ id: 's', run: 'echo "ids=[]" >> "$GITHUB_OUTPUT"' }], {
        outputs: { ids: '${{ steps.s.outputs.ids }}' },
      }),
      legs: job(PASS, { needs: 'plan', strategy: { matrix: { id: '${{ fromJSON(needs.plan.outputs.ids) }}' } } }),
      guarded: job(PASS, {
        needs: 'plan',
        if: "needs.plan.outputs.ids != '[]'",
        strategy: { matrix: { id: '${{ fromJSON(needs.plan.outputs.ids) }}' } },
      }),
    });
    expect(world.jobs()).toEqual(['guarded: skipped', 'legs: failure', 'plan: success']);
    expect(world.annotations('legs')[0]).toContain("Matrix vector 'id' does not contain any values");
  });
});

describe('an environment', () => {
  const settings = {
    secrets: { SHARED: 'shared-value', KEY: 'repository-key' },
    environments: { production: { refs: ['refs/heads/main'], secrets: { KEY: 'production-key' } } },
  };
  const reveal = [{ run: 'echo "${{ secrets.KEY }}" | rev; echo "${{ secrets.SHARED }}" | rev' }];

  test('gives its secrets to a job on a branch it admits', async () => {
    await using world = await runWorkflow(
      { in: job(reveal, { environment: { name: 'production', deployment: false } }), out: job(reveal) },
      settings,
    );
    expect(world.log('in')).toContain('yek-noitcudorp');
    expect(world.log('in')).toContain('eulav-derahs');
    expect(world.log('out')).toContain('yek-yrotisoper');
  });

  test('fails the job of another branch before any step', async () => {
    await using world = await createWorld(settings);
    const workflow = stringify({ on: 'push', jobs: { in: job(reveal, { environment: 'production' }) } });
    const sha = await world.commit({ '.github/workflows/w.yml': workflow }, 'topic');
    world.fire({ event: 'push', sha, ref: 'refs/heads/topic' });
    await world.idle();
    expect(world.jobs()).toEqual(['in: failure']);
    expect(world.annotations('in')[0]).toContain('Branch "topic" is not allowed to deploy to production');
    expect(world.host.jobs(1000)[0]?.steps).toEqual([]);
  });
});

describe('a token', () => {
  test('holds what its job asks for, and dies with it', async () => {
    const seen: object[] = [];
    await using world = await createWorld({
      runner: {
        shims: {
          'test/look': {
            inputs: {},
            async run({ permissions, token }) {
              seen.push({ permissions, live: world.tokens.has(token) });
              return {};
            },
          },
        },
      },
    });
    const look = [{ uses: 'test/look@v1' }];
    const jobs = {
      top: job(look),
      own: job(look, { needs: 'top', permissions: { checks: 'write' } }),
      none: job(look, { needs: 'own', permissions: {} }),
    };
    const workflow = stringify({ on: 'push', permissions: { contents: 'read', issues: 'write' }, jobs });
    world.fire({ event: 'push', sha: await world.commit({ '.github/workflows/w.yml': workflow }) });
    await world.idle();
    expect(seen).toEqual([
      { permissions: { contents: 'read', issues: 'write', metadata: 'read' }, live: true },
      { permissions: { checks: 'write', metadata: 'read' }, live: true },
      { permissions: { metadata: 'read' }, live: true },
    ]);
    expect([...world.tokens]).toEqual([]);
  });
});

describe('a called workflow', () => {
  const callee = (jobs: object, call: object = {}, top: object = {}) =>
    stringify({ on: { workflow_call: call }, ...top, jobs });

  async function runCall(
    call: object,
    called: string,
    settings: WorldSettings = {},
    jobs: object = {},
  ): Promise<World> {
    const world = await createWorld(settings);
    const caller = stringify({
      on: 'push',
      jobs: { call: { uses: './.github/workflows/called.yml', ...call }, ...jobs },
    });
    const sha = await world.commit({ '.github/workflows/w.yml': caller, '.github/workflows/called.yml': called });
    world.fire({ event: 'push', sha });
    await world.idle();
    return world;
  }

  test.each([
    ['inherits all secrets', { secrets: 'inherit' }, { A: 'a-secret', B: 'b-secret' }],
    ['gets those it is given by name', { secrets: { A: '${{ secrets.B }}' } }, { A: 'b-secret', B: '' }],
    ['gets none unasked', {}, { A: '', B: '' }],
  ])('%s', async (_title, call, expected) => {
    const steps = [{ run: 'echo "A=$(echo "${{ secrets.A }}" | rev) B=$(echo "${{ secrets.B }}" | rev)"' }];
    const called = callee({ inner: job(steps) }, { secrets: { A: { required: false } } });
    await using world = await runCall(call, called, { secrets: { A: 'a-secret', B: 'b-secret' } });
    const reversed = (text: string) => [...text].reverse().join('');
    expect(world.log('call / inner')).toContain(`A=${reversed(expected.A)} B=${reversed(expected.B)}`);
  });

  test.each([
    ['reads the secrets of its environment when it inherits', { secrets: 'inherit' }, 'KEY=DLRUOW'],
    ['may have a secret replaced by its environment', { secrets: { KEY: 'x' } }, 'KEY=DLRUOW'],
    ['reads none of its environment otherwise', {}, 'KEY=$'],
  ])('%s', async (_title, call, expected) => {
    const steps = [{ run: 'echo "KEY=$(echo "${{ secrets.KEY }}" | rev)"' }];
    const called = callee({ inner: job(steps, { environment: 'e' }) }, { secrets: { KEY: { required: false } } });
    const environments = { e: { refs: ['refs/heads/main'], secrets: { KEY: 'WOURLD' } } };
    await using world = await runCall(call, called, { environments });
    expect(world.log('call / inner')).toMatch(new RegExp(`Z ${expected}`, 'm'));
  });

  test('ends as startup_failure, without a job, when it asks for more than its caller has', async () => {
    const called = callee({ inner: job(PASS, { permissions: { contents: 'write' } }) });
    await using world = await runCall({ permissions: { contents: 'read' } }, called);
    expect(world.run().conclusion).toBe('startup_failure');
    expect(world.jobs()).toEqual([]);
    expect(world.events).toContainEqual(
      expect.objectContaining({ kind: 'problem', message: expect.stringContaining("requesting 'contents: write'") }),
    );
  });

  test('has typed inputs with defaults', async () => {
    const called = callee(
      { inner: job([{ run: "echo ${{ inputs.flag && format('{0}+1', inputs.count) }} ${{ inputs.word }}" }]) },
      {
        inputs: {
          flag: { type: 'boolean', default: true },
          count: { type: 'number' },
          word: { type: 'string', default: '${{ github.ref_name }}' },
        },
      },
    );
    await using world = await runCall({ with: { count: '${{ 41 }}' } }, called);
    expect(world.log('call / inner')).toContain('41+1 main');
  });

  test('refuses an input of another type', async () => {
    const called = callee({ inner: job(PASS) }, { inputs: { flag: { type: 'boolean' } } });
    await using world = await runCall({ with: { flag: "${{ 'true' }}" } }, called);
    expect(world.jobs()).toEqual(['call: failure']);
    expect(world.annotations('call')[0]).toContain("Input 'flag' must be a boolean");
  });

  test('fails or is skipped as a whole', async () => {
    const called = callee({ bad: job(FAIL), good: job(PASS) });
    await using world = await runCall(
      {},
      called,
      {},
      {
        after: job(PASS, { needs: 'call' }),
        report: job([{ run: 'echo "call: ${{ needs.call.result }}"' }], { needs: 'call', if: 'always()' }),
        never: { uses: './.github/workflows/called.yml', if: 'false' },
      },
    );
    expect(world.jobs()).toEqual([
      'after: skipped',
      'call / bad: failure',
      'call / good: success',
      'never: skipped',
      'report: success',
    ]);
    expect(world.log('report')).toContain('call: failure');
  });
});

describe('a dispatch', () => {
  test('has inputs by type and default', async () => {
    await using world = await createWorld({ variables: { WHO: 'variable' } });
    const workflow = stringify({
      name: 'Dispatched',
      'run-name': 'Run of ${{ inputs.word }} by ${{ github.actor }}',
      on: {
        workflow_dispatch: {
          inputs: {
            word: { type: 'string', default: 'none' },
            flag: { type: 'boolean' },
            count: { type: 'number', default: 3 },
          },
        },
      },
      jobs: {
        a: job([{ run: 'echo "${{ inputs.word }} ${{ inputs.flag == true }} ${{ inputs.count }} ${{ vars.WHO }}"' }]),
      },
    });
    const sha = await world.commit({ '.github/workflows/w.yml': workflow });
    world.fire({
      event: 'workflow_dispatch',
      sha,
      workflowPath: '.github/workflows/w.yml',
      inputs: { flag: 'true', word: 'given' },
    });
    await world.idle();
    expect(world.log('a')).toContain('given true 3 variable');
    expect(world.runNames).toEqual(['Run of given by alice']);
  });
});

test('refuses a job that needs containers rather than run it without', async () => {
  await using world = await runWorkflow({ a: job(PASS, { container: 'node:24' }) });
  expect(world.jobs()).toEqual(['a: failure']);
  expect(world.annotations('a')[0]).toContain('cannot be run by the sandbox');
});

test('reports a broken workflow file as a failed run without jobs', async () => {
  await using world = await createWorld();
  const sha = await world.commit({ '.github/workflows/w.yml': 'on: push\njobs: { a: { steps: [] } }' });
  world.fire({ event: 'push', sha });
  await world.idle();
  expect(world.run()).toMatchObject({ conclusion: 'failure', workflowName: '.github/workflows/w.yml' });
  expect(world.events).toContainEqual(
    expect.objectContaining({ kind: 'problem', message: expect.stringContaining('runs-on') }),
  );
});

test('counts a run as queued until a job of it starts', async () => {
  await using world = await createWorld({ runner: { slots: 1 } });
  const workflow = stringify({ on: 'push', jobs: { a: job([{ run: WAIT_AT_GATE }]) } });
  const sha = await world.commit({ '.github/workflows/w.yml': workflow });
  world.fire({ event: 'push', sha });
  world.fire({ event: 'push', sha });
  await world.until(() => world.host.jobs(1000)[0]?.status === 'in_progress' && world.host.jobs(1001).length === 1);
  expect([world.run(1000).status, world.run(1001).status]).toEqual(['in_progress', 'queued']);
  world.openGate();
  await world.idle();
  expect(
    world.events.flatMap((event) =>
      'run' in event && event.kind.startsWith('run') ? [`${event.kind} ${event.run.id}`] : [],
    ),
  ).toEqual(['run_started 1000', 'run_started 1001', 'run_finished 1000', 'run_finished 1001']);
});
