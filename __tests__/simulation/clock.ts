import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one clock of a simulated world and of the machines in it. */
export interface Clock {
  now(): Date;
  /** Lets time pass for everything that starts from now on. */
  advance(milliseconds: number): void;
  /** What a machine needs in its environment for its Node to go by this clock. */
  readonly environment: Readonly<Record<string, string>>;
}

const preload = join(import.meta.dirname, 'shifted-clock.mjs');

/** Makes a clock that is right until it is put forward; machines read it in a file of this folder. */
export function createClock(folder: string): Clock {
  const file = join(folder, 'clock');
  let ahead = 0;
  writeFileSync(file, '0');
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (milliseconds) => {
      ahead += milliseconds;
      writeFileSync(file, String(ahead));
    },
    environment: { SIMULATION_CLOCK: file, NODE_OPTIONS: `--import=${preload}` },
  };
}
