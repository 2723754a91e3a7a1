import type { Instant } from '../core/instant.ts';
import { LeaseOver } from './lease-over.ts';
import type { Pass } from './pass.ts';

/** A pass that may act: what it does to the world it does under its lease. */
export interface LeasedPass extends Pass {
  /** Throws when the lease has run out: asked right before everything that has an effect. */
  readonly requireLease: () => void;
}

/** The same pass, each of whose effects asks first whether the lease still stands; a look asks nobody. */
export function underLease(pass: Pass, until: Instant): LeasedPass {
  const requireLease = (): void => requireTime(until, pass);
  const approver = pass.approver?.guarded(requireLease) ?? null;
  return { ...pass, requireLease, approver, github: pass.github.guarded(requireLease) };
}

/** Throws when a lease until then has run out. */
export function requireTime(until: Instant, { now }: Pick<Pass, 'now'>): void {
  if (now() >= until) throw new LeaseOver();
}
