/** A moment as milliseconds since the epoch, UTC. Core never reads a clock: it is handed one of these. */
export type Instant = number;

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instant + minutes * 60_000;
}
