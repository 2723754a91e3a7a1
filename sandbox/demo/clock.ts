import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one clock of a world and of the machines in it. */
export interface Clock {
  now(): Date;
  /** Lets time pass for everything that starts from now on. */
  advance(milliseconds: number): void;
  /** When a moment of this clock really was, ISO 8601: what is no Node process goes by the machine's own clock. */
  realTime(at: string): string;
  /** What a machine needs in its environment for its Node to go by this clock. */
  readonly environment: Readonly<Record<string, string>>;
}

/** From this moment of the clock on, it is so far ahead; in milliseconds. */
interface Leap {
  readonly from: number;
  readonly ahead: number;
}

const preload = join(import.meta.dirname, 'shifted-clock.mjs');

/** Makes a clock that is right until it is put forward, and goes on as it stood where this folder has one already. */
export function createClock(folder: string): Clock {
  const file = join(folder, 'clock.json');
  const leaps: Leap[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const ahead = (): number => leaps.at(-1)?.ahead ?? 0;
  const save = (): void => writeFileSync(file, JSON.stringify(leaps));
  save();
  return {
    now: () => new Date(Date.now() + ahead()),
    advance: (milliseconds) => {
      const next = ahead() + milliseconds;
      leaps.push({ from: Date.now() + next, ahead: next });
      save();
    },
    realTime: (at) => {
      const moment = Date.parse(at);
      const leap = leaps.findLast(({ from }) => from <= moment);
      return new Date(moment - (leap?.ahead ?? 0)).toISOString();
    },
    environment: { SIMULATION_CLOCK: file, NODE_OPTIONS: `--import=${preload}` },
  };
}
