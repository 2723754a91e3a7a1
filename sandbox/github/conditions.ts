import type { Fault } from './faults.ts';

/** What is out of the ordinary about a GitHub, beside what its repository is set to. */
export interface Conditions {
  /** An Enterprise Server has no asynchronous merges and no merge queue, and tells less about its rules. */
  readonly edition: Edition;
  readonly faults: readonly Fault[];
  /** How long an asynchronous merge is pending, in milliseconds. */
  readonly mergeDelayMs: number;
}

export type Edition = 'github.com' | 'enterprise-server';

/** github.com on a day on which nothing goes wrong. */
export const usualConditions: Conditions = { edition: 'github.com', faults: [], mergeDelayMs: 0 };
