import type { RunnerEvent } from '../runner/runner-options.ts';

/** The steps of the example workflows that make a pass. */
export const passSteps = ['Look, decide, act', 'Judge the outcome, decide, act'] as const;

/** Whether a job of the example workflows is one in which a pass runs. */
export function isPassJob({ name }: { readonly name: string }): boolean {
  return /(^|\/ )(plan|settle)$/.test(name);
}

export interface PassTime {
  /** From the step's start to its end, as a person who watches sees it: the runtime's start included. */
  readonly stepMs: number;
  /** From its first look to its end, by its own clock; null where it failed. */
  readonly ms: number | null;
  /** How much of it went by while another pass held the lease. */
  readonly waitedMs: number;
}

/** Measures how long each pass takes, from the runner's events and from what the pass itself says. */
export interface PassClock {
  observe(event: RunnerEvent): void;
  hear(job: number, line: string): void;
  times(): readonly PassTime[];
}

/** Starts a clock that has measured nothing yet. */
export function createPassClock(now: () => number): PassClock {
  const started = new Map<number, number>();
  const waited = new Map<number, number>();
  const took = new Map<number, number>();
  const times: PassTime[] = [];
  return {
    observe: (event) => {
      if (event.kind !== 'step_started' && event.kind !== 'step_finished') return;
      if (!passSteps.some((name) => name === event.step.name)) return;
      const { id } = event.job;
      if (event.kind === 'step_started') {
        started.set(id, now());
        waited.delete(id);
        took.delete(id);
      } else {
        const stepMs = now() - (started.get(id) ?? now());
        times.push({ stepMs, ms: took.get(id) ?? null, waitedMs: waited.get(id) ?? 0 });
      }
    },
    hear: (job, line) => {
      const wait = /· waited (\d+) ms for the lease$/.exec(line)?.[1];
      if (wait !== undefined) waited.set(job, Number(wait));
      const whole = /· took (\d+) ms$/.exec(line)?.[1];
      if (whole !== undefined) took.set(job, Number(whole));
    },
    times: () => times,
  };
}
