import { reasons } from '../core/reasons.ts';
import type { OutputName } from '../inputs/registry.ts';
import type { PassResult } from '../pass/run-rounds.ts';

export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** What a phase leaves to those who come after it: outputs for steps, a summary for people. */
export interface PhaseEnd {
  readonly outputs: Outputs;
  /** Markdown. */
  readonly summary: string;
  /** Why the job is to end red, though the phase did what it had to. */
  readonly failure?: string;
}

/** What both trusted phases tell the steps after them. */
export function passOutputs({ applied, plan, world }: PassResult): Outputs {
  const verified = world.stories.filter(({ verifiedStatus }) => verifiedStatus === 'verified').length;
  const waiting = [...plan.holds.values()].filter(({ code }) => reasons[code].who === 'person').length;
  return {
    merged: String(applied.filter(({ kind }) => kind === 'merge').length),
    verified: String(verified),
    waiting: String(waiting),
    done: String(world.stories.length > 0 && verified === world.stories.length),
  };
}
