import { setTimeout as sleep } from 'node:timers/promises';

/** How the driver acts on a world: as the clock, and never otherwise. */
export interface Driven {
  /** Starts the first run by hand, as a person would. */
  dispatch(): Promise<void>;
  /** Lets the workflow's cron fire once. */
  schedule(): void;
  /** Resolves when nothing is queued or under way. */
  idle(): Promise<void>;
  look(): Promise<Look>;
  readonly signal: AbortSignal;
}

/** How the world looks. */
export interface Look {
  readonly isDone: boolean;
  /** The same when nothing moved. */
  readonly picture: string;
  /** How long the loop says that it waits of its own will before it tries something again. */
  readonly waitMs: number;
}

/** So many times the clock may wake the loop without anything moving. */
const patience = 3;

/** Starts the loop once and then is only its clock, until all is done, nothing moves, or it is told to stop. */
export async function drive(driven: Driven): Promise<'done' | 'stuck' | 'stopped'> {
  let before = await driven.look();
  if (before.isDone) return 'done';
  await driven.dispatch();
  for (let quiet = 0; ; ) {
    await settle(driven);
    if (driven.signal.aborted) return 'stopped';
    const now = await driven.look();
    if (now.isDone) return 'done';
    quiet = now.picture === before.picture ? quiet + 1 : 0;
    if (quiet === patience) return 'stuck';
    before = now;
    await sleep(now.waitMs, undefined, { signal: driven.signal }).catch(() => undefined);
    driven.schedule();
  }
}

/** Events are handed over a moment after they happened: quiet counts only when it lasts. */
async function settle({ idle }: Driven): Promise<void> {
  await sleep(50);
  await idle();
  await sleep(50);
  await idle();
}
