// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflow expressions, not template literals
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { openRunMemory } from '../../sandbox/runner/run-memory.ts';
import { createWorld, WAIT_AT_GATE, type World, type WorldSettings } from './sandbox-runner-world.ts';

function job(steps: readonly object[], more: object = {}): object {
  return { 'runs-on': 'x', ...more, steps };
}

async function startWorkflow(
  workflow: object,
  settings: WorldSettings = {},
): Promise<World & { readonly sha: string }> {
  const world = await createWorld(settings);
  const sha = await world.commit({ '.github/workflows/w.yml': stringify({ on: 'push', ...workflow }) });
  world.fire({ event: 'push', sha });
  return { ...world, sha };
}

function isRunning(world: World, step: string, runId = 1000): () => boolean {
  return () =>
    world.host
      .jobs(runId)
      .some((item) => item.steps.some(({ name, status }) => name === step && status === 'in_progress'));
}

function jobId(world: World, name: string): number {
  const found = world.host.jobs(1000).findLast((item) => item.name === name);
  if (found === undefined) throw new Error(`There is no job ${name}`);
  return found.id;
}

describe('cancelling a run', () => {
  test('ends its processes, skips what waits, and lets the last words be said', async () => {
    await using world = await startWorkflow({
      jobs: {
        work: job([
          { name: 'long', run: 'sleep 300 & echo "child=$!"; sleep 300' },
          { name: 'next', run: 'true' },
          { name: 'tidy', if: 'always()', run: 'echo "job is ${{ job.status }}"' },
        ]),
        later: job([{ run: 'true' }], { needs: 'work' }),
        report: job([{ run: 'echo "work: ${{ needs.work.result }}"' }], { needs: 'work', if: 'always()' }),
      },
    });
    await world.until(() => /child=\d/.test(world.output.join()));
    world.command({ kind: 'cancel_run', runId: 1000 });
    await world.idle();
    expect(world.jobs()).toEqual(['later: skipped', 'report: success', 'work: cancelled']);
    expect(world.run().conclusion).toBe('cancelled');
    expect(world.log('work')).toContain('job is cancelled');
    expect(world.log('report')).toContain('work: cancelled');
    const child = Number(/child=(\d+)/.exec(world.log('work'))?.[1]);
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
  });

  test('leaves alone a job that runs always, and the run is cancelled all the same', async () => {
    await using world = await startWorkflow({
      jobs: { a: job([{ name: 'long', run: WAIT_AT_GATE }], { if: 'always()' }) },
    });
    await world.until(isRunning(world, 'long'));
    world.command({ kind: 'cancel_run', runId: 1000 });
    world.openGate();
    await world.idle();
    expect(world.jobs()).toEqual(['a: success']);
    expect(world.run().conclusion).toBe('cancelled');
  });

  test('cancels jobs that wait for a slot', async () => {
    await using world = await startWorkflow(
      { jobs: { a: job([{ name: 'long', run: 'sleep 300' }]), b: job([{ run: 'true' }]) } },
      { runner: { slots: 1 } },
    );
    await world.until(isRunning(world, 'long'));
    world.command({ kind: 'cancel_run', runId: 1000 });
    await world.idle();
    expect(world.jobs()).toEqual(['a: cancelled', 'b: cancelled']);
  });

  test('kills what does not listen', async () => {
    await using world = await startWorkflow({
      jobs: { a: job([{ name: 'deaf', run: "trap '' TERM; echo ready; while true; do sleep 0.1; done" }]) },
    });
    await world.until(() => world.output.includes('ready'));
    world.command({ kind: 'cancel_run', runId: 1000 });
    await world.idle();
    expect(world.jobs()).toEqual(['a: cancelled']);
  });
});

describe('a plug that is pulled', () => {
  const work = [
    { name: 'long', run: 'trap "echo as""ked" TERM; sleep 300 & echo "child=$!"; wait' },
    { name: 'tidy', if: 'always()', run: 'echo "job is ${{ job.status }}"' },
  ];

  function child(world: World): number {
    return Number(/child=(\d+)/.exec(world.output.join('\n'))?.[1]);
  }

  test('on the processes of a step fails the step, and the job goes on from there', async () => {
    await using world = await startWorkflow({ jobs: { work: job(work) } });
    await world.until(() => child(world) > 0);
    expect(world.machines().kill(jobId(world, 'work'))).toBe(true);
    await world.idle();
    expect(world.jobs()).toEqual(['work: failure']);
    expect(world.log('work')).toContain('job is failure');
    expect(world.log('work')).not.toContain('asked');
    expect(() => process.kill(child(world), 0)).toThrow('ESRCH');
  });

  test('on a whole machine ends its job there and then, and no other', async () => {
    await using world = await startWorkflow({
      jobs: {
        work: job(work),
        other: job([{ run: WAIT_AT_GATE }]),
        report: job([{ run: 'echo "work: ${{ needs.work.result }}"' }], { needs: 'work', if: 'always()' }),
      },
    });
    await world.until(() => child(world) > 0);
    expect(world.machines().lose(jobId(world, 'work'))).toBe(true);
    world.openGate();
    await world.idle();
    expect(world.jobs()).toEqual(['other: success', 'report: success', 'work: cancelled']);
    expect(world.log('work')).not.toContain('job is');
    expect(world.log('report')).toContain('work: cancelled');
    expect(() => process.kill(child(world), 0)).toThrow('ESRCH');
  });

  test('where nothing is under way pulls nothing', async () => {
    await using world = await startWorkflow({ jobs: { work: job([{ run: 'true' }]) } });
    await world.idle();
    expect(world.machines().kill(jobId(world, 'work'))).toBe(false);
    expect(world.machines().lose(jobId(world, 'work'))).toBe(false);
  });
});

describe('concurrency', () => {
  const limited = (steps: readonly object[]) => ({ jobs: { a: job(steps, { concurrency: 'one' }) } });

  test('of jobs replaces the one that waits', async () => {
    await using world = await startWorkflow(limited([{ name: 'gate', run: WAIT_AT_GATE }]));
    await world.until(isRunning(world, 'gate'));
    world.fire({ event: 'push', sha: world.sha });
    await world.until(() => world.host.jobs(1001).length === 1);
    world.fire({ event: 'push', sha: world.sha });
    await world.until(() => world.run(1001).status === 'completed');
    world.openGate();
    await world.idle();
    expect([1000, 1001, 1002].map((id) => world.run(id).conclusion)).toEqual(['success', 'cancelled', 'success']);
  });

  test('of a workflow cancels the run in progress where it says so', async () => {
    await using world = await startWorkflow({
      concurrency: { group: 'CI-${{ github.ref }}', 'cancel-in-progress': true },
      jobs: { a: job([{ name: 'gate', run: 'test "$GITHUB_RUN_NUMBER" = 2 || sleep 300' }]) },
    });
    await world.until(isRunning(world, 'gate'));
    world.fire({ event: 'push', sha: world.sha });
    await world.idle();
    expect([1000, 1001].map((id) => world.run(id).conclusion)).toEqual(['cancelled', 'success']);
  });

  test('of a called workflow inside its own caller is a deadlock, which is cancelled', async () => {
    const called = stringify({
      on: { workflow_call: {} },
      jobs: { inner: job([{ run: 'true' }], { concurrency: 'same' }) },
    });
    const caller = stringify({
      on: 'push',
      jobs: { call: { uses: './.github/workflows/called.yml', concurrency: 'same' } },
    });
    await using world = await createWorld();
    const sha = await world.commit({ '.github/workflows/w.yml': caller, '.github/workflows/called.yml': called });
    world.fire({ event: 'push', sha });
    await world.idle();
    expect(world.jobs()).toEqual(['call / inner: cancelled']);
  });
});

describe('a re-run', () => {
  const jobs = {
    plan: job([{ id: 's', run: 'echo "at=attempt-$GITHUB_RUN_ATTEMPT" >> "$GITHUB_OUTPUT"' }], {
      outputs: { at: '${{ steps.s.outputs.at }}' },
    }),
    leg: job(
      [
        { run: 'if [ "${{ matrix.id }}" = b ] && [ "$GITHUB_RUN_ATTEMPT" = 1 ]; then exit 1; fi' },
        { run: 'echo "plan was ${{ needs.plan.outputs.at }}"' },
      ],
      { needs: 'plan', strategy: { 'fail-fast': false, matrix: { id: ['a', 'b'] } } },
    ),
    last: job([{ run: 'true' }], { needs: 'leg' }),
  };

  test('of the failed jobs repeats these and what needs them, and keeps the rest', async () => {
    await using world = await startWorkflow({ jobs });
    await world.idle();
    expect(world.jobs()).toEqual(['last: skipped', 'leg (a): success', 'leg (b): failure', 'plan: success']);
    world.command({ kind: 'rerun_failed', runId: 1000 });
    await world.idle();
    expect(world.run()).toMatchObject({ attempt: 2, conclusion: 'success' });
    const second = world.host.jobs(1000).filter((item) => item.attempt === 2);
    expect(second.map((item) => item.name)).toEqual(['leg (b)', 'last']);
    expect(world.log('leg (b)')).toContain('plan was attempt-1');
  });

  test('of one job repeats it even after a success', async () => {
    await using world = await startWorkflow({ jobs });
    await world.idle();
    world.command({ kind: 'rerun_job', runId: 1000, jobId: jobId(world, 'leg (a)') });
    await world.idle();
    const second = world.host.jobs(1000).filter((item) => item.attempt === 2);
    expect(second.map((item) => item.name)).toEqual(['leg (a)', 'last']);
    expect(world.run().conclusion).toBe('failure');
  });

  test('of two jobs asked for at once is one new attempt, with the first of them', async () => {
    await using world = await startWorkflow({ jobs });
    await world.idle();
    for (const name of ['leg (a)', 'leg (b)']) {
      world.command({ kind: 'rerun_job', runId: 1000, jobId: jobId(world, name) });
    }
    await world.idle();
    expect(world.run().attempt).toBe(2);
    const second = world.host.jobs(1000).filter((item) => item.attempt === 2);
    expect(second.map((item) => item.name)).toEqual(['leg (a)', 'last']);
  });

  test('of a job inside a called workflow keeps its sisters and their artifacts', async () => {
    const called = stringify({
      on: { workflow_call: { inputs: { id: { type: 'string' } } } },
      jobs: {
        agent: job([
          { run: 'echo "by $GITHUB_RUN_ATTEMPT" > f' },
          { uses: 'actions/upload-artifact@v4', with: { name: 'out-${{ inputs.id }}', path: 'f' } },
        ]),
        settle: job(
          [{ uses: 'actions/download-artifact@v4', with: { name: 'out-${{ inputs.id }}' } }, { run: 'cat f' }],
          { needs: 'agent' },
        ),
      },
    });
    const caller = stringify({
      on: 'push',
      jobs: {
        assignment: {
          strategy: { matrix: { id: ['x', 'y'] } },
          uses: './.github/workflows/called.yml',
          with: { id: '${{ matrix.id }}' },
        },
      },
    });
    await using world = await createWorld();
    const sha = await world.commit({ '.github/workflows/w.yml': caller, '.github/workflows/called.yml': called });
    world.fire({ event: 'push', sha });
    await world.idle();
    world.command({ kind: 'rerun_job', runId: 1000, jobId: jobId(world, 'assignment (y) / settle') });
    await world.idle();
    const second = world.host.jobs(1000).filter((item) => item.attempt === 2);
    expect(second.map((item) => item.name)).toEqual(['assignment (y) / settle']);
    expect(world.log('assignment (y) / settle')).toContain('by 1');
    expect(world.run()).toMatchObject({ attempt: 2, conclusion: 'success' });
  });

  test('is refused while the run is under way', async () => {
    await using world = await startWorkflow({ jobs: { a: job([{ name: 'long', run: WAIT_AT_GATE }]) } });
    await world.until(isRunning(world, 'long'));
    world.command({ kind: 'rerun_failed', runId: 1000 });
    world.openGate();
    await world.idle();
    expect(world.run().attempt).toBe(1);
  });
});

describe('a runner that ends', () => {
  test('takes every process with it and records what was under way as cancelled', async () => {
    await using world = await startWorkflow({
      jobs: {
        a: job([
          { name: 'long', run: 'echo "child=$$"; sleep 300' },
          { if: 'always()', run: 'echo "not even this"' },
        ]),
        b: job([{ run: 'true' }], { needs: 'a', if: 'always()' }),
      },
    });
    await world.until(() => world.output.some((line) => line.startsWith('child=')));
    await world.close();
    const child = Number(/child=(\d+)/.exec(world.output.join('\n'))?.[1]);
    expect(() => process.kill(child, 0)).toThrow('ESRCH');
    expect(world.jobs()).toEqual(['a: cancelled', 'b: cancelled']);
    expect(world.run().conclusion).toBe('cancelled');
    expect(world.output).not.toContain('not even this');
    world.fire({ event: 'push', sha: world.sha });
    await world.idle();
    expect(world.host.runs()).toHaveLength(1);
  });

  test('finds after a kill what it left, cancels it, and repeats it on demand', async () => {
    await using world = await createWorld();
    const jobs = {
      first: job([{ run: 'exit 1' }], { outputs: { x: 'never' } }),
      second: job([{ run: 'echo "x is ${{ needs.first.outputs.x }}"' }], { needs: 'first' }),
    };
    const sha = await world.commit({ '.github/workflows/w.yml': stringify({ on: 'push', jobs }) });
    const run = world.host.createRun({
      workflowPath: '.github/workflows/w.yml',
      workflowName: 'W',
      runName: 'W',
      trigger: {
        event: 'push',
        ref: 'refs/heads/main',
        sha,
        headSha: sha,
        headBranch: 'main',
        actor: 'alice',
        payload: {},
      },
    });
    const [first, second] = ['first', 'second'].map((name) => world.host.createJob({ runId: run.id, name }).id);
    const memory = openRunMemory(join(world.folder, 'work'), run.id);
    memory.started('first', first ?? 0);
    memory.ended('first', { result: 'success', outputs: { x: 'kept' } });
    world.host.updateJob(first ?? 0, { status: 'completed', conclusion: 'success' });
    memory.started('second', second ?? 0);
    world.host.updateJob(second ?? 0, { status: 'in_progress' });
    world.restart();
    expect(world.run()).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(world.jobs()).toEqual(['first: success', 'second: cancelled']);
    world.command({ kind: 'rerun_failed', runId: run.id });
    await world.idle();
    expect(world.run()).toMatchObject({ attempt: 2, conclusion: 'success' });
    expect(world.jobs()).toEqual(['first: success', 'second: success']);
    expect(world.log('second')).toContain('x is kept');
  });
});
