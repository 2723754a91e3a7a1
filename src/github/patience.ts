/** How often to ask for something that is not ready yet, and how long to wait in between. */
export interface Patience {
  readonly attempts: number;
  readonly intervalMs: number;
}

/** Half a minute: longer than GitHub takes to work out a merge, short enough for a pass under its lease. */
export const usualPatience: Patience = { attempts: 15, intervalMs: 2000 };
