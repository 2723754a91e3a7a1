import type { Ask } from '../ask.ts';
import type { Ledger } from '../ledger.ts';

/** What became of a command: the ledger as it makes it, or why it cannot be followed and what to do instead. */
export type CommandAnswer =
  | { readonly kind: 'applied'; readonly ledger: Ledger; readonly answer: string }
  /** It only asks to be told something. */
  | { readonly kind: 'asked'; readonly ask: Ask }
  | Refused;

export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
  readonly remedy: string;
}

/** A command that was followed; also one that asked for what is so already. */
export function applied(ledger: Ledger, answer: string): CommandAnswer {
  return { kind: 'applied', ledger, answer };
}

/** A command that cannot be followed. */
export function refused(reason: string, remedy: string): Refused {
  return { kind: 'refused', reason, remedy };
}
