import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from './core/instant.ts';

/** How a job waits for somebody else's server: past `until` it takes what it is answered. */
export interface Waits {
  readonly until: Instant;
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/** A third of the time that the trusted jobs have in the example workflows (15 minutes): waiting must not be their end. */
const jobPatienceMs = 5 * 60_000;

/** The patience of a job that begins now. */
export function jobWaits(): Waits {
  return { until: Date.now() + jobPatienceMs, now: Date.now, pause: sleep };
}

/** No patience: every failure is told at once. */
export const noWaits: Waits = { until: 0, now: Date.now, pause: sleep };
