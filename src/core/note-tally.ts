import type { Ledger, StoryMemory } from './ledger.ts';
import type { OutcomeFacts } from './snapshot.ts';
import { readSpent } from './spent.ts';
import type { Tally } from './tally.ts';

/** From so many attempts on a story is one to look at. */
export const manyAttempts = 3;

/** How often authors worked on a story. */
export function attemptsOf({ authorRuns, rejections }: Pick<StoryMemory, 'authorRuns' | 'rejections'>): number {
  return Math.max(authorRuns, rejections);
}

/** The tally with the stories that leave the ledger since they are verified; those that no agent worked on say nothing of agents. */
export function tallyStories(tally: Tally, leaving: readonly StoryMemory[]): Tally {
  const worked = leaving.filter((memory) => attemptsOf(memory) > 0);
  if (worked.length === 0) return tally;
  const sum = (of: (memory: StoryMemory) => number): number => worked.reduce((total, memory) => total + of(memory), 0);
  return {
    ...tally,
    verified: tally.verified + worked.length,
    attempts: tally.attempts + sum(attemptsOf),
    rejections: tally.rejections + sum(({ rejections }) => rejections),
    manyAttempts: tally.manyAttempts + worked.filter((memory) => attemptsOf(memory) >= manyAttempts).length,
  };
}

/** The ledger with what the agent of an outcome says that it spent, counted by the pass that settled it. */
export function tallySpent(before: Ledger, after: Ledger, outcome: OutcomeFacts | null): Ledger {
  const flight = outcome === null ? undefined : before.flights[outcome.assignment];
  if (outcome?.kind !== 'outcome' || flight === undefined || Object.hasOwn(after.flights, flight.id)) return after;
  const spent = readSpent(outcome.outcome, flight);
  if (spent === null) return after;
  const { inputTokens, outputTokens, costMillicents } = spent.usage;
  const { tally } = after;
  return {
    ...after,
    tally: {
      ...tally,
      told: tally.told + 1,
      costMillicents: add(tally.costMillicents, costMillicents),
      tokens: add(tally.tokens, add(inputTokens, outputTokens)),
    },
  };
}

/** Whatever an agent says, the ledger must be readable afterwards: it holds no number that JSON cannot. */
function add(one: number, other: number): number {
  return Math.min(one + other, Number.MAX_SAFE_INTEGER);
}
