import { setTimeout as pause } from 'node:timers/promises';

/** How often to ask for something that is not ready yet; the waits in between double up to a limit. */
export interface Patience {
  readonly attempts: number;
  readonly firstMs: number;
  readonly mostMs: number;
}

/** Half a minute in all: longer than GitHub takes to work out a merge, short enough for a pass under its lease. */
export const usualPatience: Patience = { attempts: 18, firstMs: 100, mostMs: 2000 };

/** Waits after the answer of this turn (the first is 0) before the next one is asked for. */
export async function pauseAfter(turn: number, patience: Patience): Promise<void> {
  await pause(Math.min(patience.firstMs * 2 ** turn, patience.mostMs));
}
