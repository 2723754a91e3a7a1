/** Which of a world's events was the last one at a moment: the world itself tells whole seconds only. */
export interface Moments {
  note(seq: number): void;
  /** In milliseconds of this machine's clock. */
  seqAt(moment: number): number;
}

/** Starts noting; everything before is as old as the last event there was. */
export function createMoments(last: number): Moments {
  const noted: { readonly seq: number; readonly at: number }[] = [];
  return {
    note: (seq) => void noted.push({ seq, at: Date.now() }),
    seqAt: (moment) => noted.findLast(({ at }) => at <= moment)?.seq ?? last,
  };
}
