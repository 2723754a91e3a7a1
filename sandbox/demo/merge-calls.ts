import type { WorldEvent } from '../github/world/events.ts';

/** Counts the calls by which merges are asked for, by pull request; what GitHub does not know is none. */
export interface MergeCalls {
  readonly seen: ReadonlyMap<number, readonly string[]>;
  /** The last event before it began to count. */
  readonly since: number;
  observe(event: WorldEvent): void;
}

/** Starts counting. */
export function createMergeCalls(since: number): MergeCalls {
  const seen = new Map<number, readonly string[]>();
  return {
    seen,
    since,
    observe: (event) => {
      if (event.kind !== 'request' || event.method !== 'PUT' || event.status === 404) return;
      const [, number, way] = /\/pulls\/(\d+)\/(merge|merge-async)$/.exec(event.path) ?? [];
      if (number !== undefined && way !== undefined)
        seen.set(Number(number), [...(seen.get(Number(number)) ?? []), way]);
    },
  };
}
