import type { Plan } from '../decision.ts';
import type { Instant } from '../instant.ts';
import { type Ledger, recall } from '../ledger.ts';
import type { Policy } from '../policy.ts';
import type { Snapshot } from '../snapshot.ts';
import type { StoryNumber } from '../story.ts';

/** Who gives the command, where and when, and the world as that person could see it. */
export interface CommandFacts {
  readonly actor: string;
  /** When it was said, by GitHub's clock; of a tick, when what was ticked was written. */
  readonly saidAt: Instant;
  /** The comment in which it was said; null: the workflow was run with it. */
  readonly comment: string | null;
  /** The story of the pull request on which it was said. */
  readonly story: StoryNumber | null;
  readonly world: Snapshot;
  /** What a pass would do now and why everything else waits. */
  readonly plan: Pick<Plan, 'holds' | 'decisions'>;
  readonly limits: Policy['limits'];
  readonly now: Instant;
}

/** The same of a command about one story. */
export type StoryCommandFacts = CommandFacts & { readonly story: StoryNumber };

/** Whether an agent is at work on the story. */
export function isInFlight(story: StoryNumber, ledger: Ledger): boolean {
  return Object.values(ledger.flights).some((flight) => flight.story === story);
}

/** How often the story was rejected, by whoever remembers more. */
export function rejectionsOf(story: StoryNumber, ledger: Ledger, { rejections }: Pick<Snapshot, 'rejections'>): number {
  return Math.max(recall(ledger, story).rejections, rejections.get(story) ?? 0);
}
