import { standingOfBase } from '../core/base-standing.ts';
import { findNewLine, listNewlyWaiting } from '../core/newly-waiting.ts';
import { reasons } from '../core/reasons.ts';
import type { OutputName } from '../inputs/registry.ts';
import type { OpenedPass } from '../pass/pass.ts';
import type { PassResult } from '../pass/run-rounds.ts';
import { type Annotation, renderAnnotations } from '../render/annotations.ts';
import { renderPassSummary } from '../render/summary.ts';

export type Outputs = Readonly<Partial<Record<OutputName, string>>>;

/** What a phase leaves to those who come after it: outputs for steps, a summary for people. */
export interface PhaseEnd {
  readonly outputs: Outputs;
  /** Markdown. */
  readonly summary: string;
  /** What a human must act on, above the summary. */
  readonly annotations?: readonly Annotation[];
  /** Why the job is to end red, though the phase did what it had to. */
  readonly failure?: string;
}

/** What a pass is to be told by, beside what it saw and decided. */
type StandingFacts = Pick<PassResult, 'plan' | 'world' | 'before'> & Pick<OpenedPass, 'policy' | 'now'>;

/** What both trusted phases tell the steps after them. */
function passOutputs(result: PassResult, pass: Pick<OpenedPass, 'policy' | 'now'>): Outputs {
  const { policy, now } = pass;
  return {
    ...standingOutputs({ ...result, policy, now }),
    merged: String(result.applied.filter(({ kind }) => kind === 'merge').length),
  };
}

/** What a pass leaves to steps and to people. */
export function endOfPass(title: string, result: PassResult, pass: OpenedPass): PhaseEnd {
  const places = { repository: pass.repositoryUrl, run: pass.runUrl };
  return {
    outputs: passOutputs(result, pass),
    summary: renderPassSummary({ title, ...result, places }),
    annotations: renderAnnotations(
      listNewlyWaiting(result.plan, result.before),
      findNewLine(result.plan, result.before),
    ),
  };
}

/** How the project stands, for steps. */
export function standingOutputs({ plan, world, before, policy, now }: StandingFacts): Outputs {
  const verified = world.stories.filter(({ verifiedStatus }) => verifiedStatus === 'verified').length;
  const waiting = [...plan.holds.values()].filter(({ code }) => reasons[code].who === 'person').length;
  return {
    verified: String(verified),
    waiting: String(waiting),
    done: String(world.stories.length > 0 && verified === world.stories.length),
    escalated: JSON.stringify(listNewlyWaiting(plan, before).map(({ story }) => story)),
    base: standingOfBase(world, plan.ledger, policy, now()),
    paused: String(plan.ledger.paused !== null),
  };
}
