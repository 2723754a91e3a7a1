import type { AgentCard } from '../agents/agent-card.ts';
import type { Identity } from '../loopctl/port.ts';
import type { Given } from './given.ts';
import type { View } from './print/view.ts';
import type { Session } from './session.ts';

export interface Operand {
  readonly name: string;
  readonly optional?: true;
  /** Takes all the words that are left. */
  readonly many?: true;
}

export interface Flag {
  readonly what: string;
  /** What stands for its value in the help; a switch has none. */
  readonly value?: string;
  /** May be given more than once. */
  readonly many?: true;
  readonly required?: true;
}

/** What a command says to an agent at work, who has nothing but its assignment: an answer from it, or why not. */
export type ToAgent =
  | { readonly kind: 'answers'; readonly answer: (card: AgentCard, given: Given) => unknown }
  | { readonly kind: 'explains'; readonly why: string };

export interface Command {
  /** One word or two, such as `skill get`. */
  readonly name: string;
  readonly what: string;
  readonly operands: readonly Operand[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Whose call it is, as loopctl's roles have it. */
  readonly usually: Identity;
  readonly view: View;
  readonly toAgent: ToAgent;
  /** Carries it out and returns what is to be printed. */
  readonly run: (session: Session, given: Given) => Promise<unknown>;
}
