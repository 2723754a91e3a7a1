import type { Instant } from '../core/instant.ts';

/** A request that was never sent, since a limit of GitHub's is not lifted in time, or since it must not be any more. */
export class Unsent extends Error {
  override readonly name = 'Unsent';
  /** When the limit is lifted; null where the one who asks has no leave to act any more, which is the cause then. */
  readonly liftedAt: Instant | null;

  constructor(message: string, facts: { readonly liftedAt: Instant | null; readonly cause?: unknown }) {
    super(message, { cause: facts.cause });
    this.liftedAt = facts.liftedAt;
  }
}
