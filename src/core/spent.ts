import type { Flight } from './ledger.ts';
import type { Outcome } from './outcome.ts';

/** What an agent says that it spent, and in whose name it is told. */
export interface Spent {
  readonly identity: 'implementer' | 'reviewer';
  readonly usage: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly modelName: string;
    readonly costMillicents: number;
    readonly phase: 'implementing' | 'reviewing';
    /** The assignment: by it a report is known again. */
    readonly sessionId: string;
  };
}

/** What is to be told of an outcome's cost; null where it names none, or is of another run than its assignment. */
export function readSpent({ run, attempt, usage }: Outcome, flight: Flight): Spent | null {
  if (usage === null || run !== flight.run || attempt !== flight.attempt) return null;
  if (usage.inputTokens + usage.outputTokens + usage.costMillicents === 0) return null;
  const isReview = flight.role === 'review';
  const { model, ...counts } = usage;
  return {
    identity: isReview ? 'reviewer' : 'implementer',
    usage: {
      ...counts,
      modelName: model.trim() === '' ? 'unknown' : model,
      phase: isReview ? 'reviewing' : 'implementing',
      sessionId: flight.id,
    },
  };
}
