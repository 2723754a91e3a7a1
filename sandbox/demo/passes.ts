import type { RunnerEvent } from '../runner/runner-options.ts';

/** The steps of the example workflows that make a pass. */
export const passSteps = ['Look, decide, act', 'Judge the outcome, decide, act'] as const;

/** Measures how long each pass takes, from the runner's events. */
export interface PassClock {
  observe(event: RunnerEvent): void;
  durations(): readonly number[];
}

/** Starts a clock that has measured nothing yet. */
export function createPassClock(now: () => number): PassClock {
  const started = new Map<number, number>();
  const durations: number[] = [];
  return {
    observe: (event) => {
      if (event.kind !== 'step_started' && event.kind !== 'step_finished') return;
      if (!passSteps.some((name) => name === event.step.name)) return;
      if (event.kind === 'step_started') started.set(event.job.id, now());
      else durations.push(now() - (started.get(event.job.id) ?? now()));
    },
    durations: () => durations,
  };
}
