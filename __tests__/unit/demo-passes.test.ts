import { expect, it } from 'vitest';
import { createPassClock, passSteps } from '../../sandbox/demo/passes.ts';
import type { RunnerEvent } from '../../sandbox/runner/runner-options.ts';

function step(kind: 'step_started' | 'step_finished', id: number, name: string): RunnerEvent {
  return { kind, job: { id }, step: { name } } as unknown as RunnerEvent;
}

it('tells how long a pass took and how much of it another pass was at work', () => {
  let now = 1000;
  const clock = createPassClock(() => now);
  const [plan, settle] = passSteps;
  clock.observe(step('step_started', 1, plan));
  clock.observe(step('step_started', 2, settle));
  clock.observe(step('step_started', 3, 'Check out'));
  now = 1400;
  clock.hear(1, '· took 220 ms');
  clock.hear(2, '2026-01-01T00:00:00Z · waited 250 ms for the lease');
  clock.hear(1, '▸ verify 1.1 — waited 99 ms for the lease, says its title');
  clock.hear(1, '▸ verify 1.1 — took 99 ms, says its title');
  clock.observe(step('step_finished', 3, 'Check out'));
  clock.observe(step('step_finished', 1, plan));
  now = 1500;
  clock.hear(2, '2026-01-01T00:00:00Z · took 330 ms');
  clock.observe(step('step_finished', 2, settle));
  expect(clock.times()).toEqual([
    { stepMs: 400, ms: 220, waitedMs: 0 },
    { stepMs: 500, ms: 330, waitedMs: 250 },
  ]);
});

it('counts nothing of an earlier attempt of the same job, nor a pass that failed', () => {
  const clock = createPassClock(() => 0);
  clock.observe(step('step_started', 1, passSteps[1]));
  clock.hear(1, '· waited 250 ms for the lease');
  clock.hear(1, '· took 300 ms');
  clock.observe(step('step_started', 1, passSteps[1]));
  clock.observe(step('step_finished', 1, passSteps[1]));
  expect(clock.times()).toEqual([{ stepMs: 0, ms: null, waitedMs: 0 }]);
});
