import type { Attempt } from '../../src/core/attempts.ts';
import type { Instant } from '../../src/core/instant.ts';
import type { Flight, Ledger } from '../../src/core/ledger.ts';
import type { StoryNumber } from '../../src/core/story.ts';

/** The ledger as it was saved at a moment. */
export interface Save {
  readonly at: Instant;
  readonly ledger: Ledger;
}

type AgentEnding = Attempt['ended'];

/** An agent's time, from its dispatch to the pass that judged what it left. */
export interface AgentSpan {
  readonly assignment: string;
  readonly role: Flight['role'];
  /** A repair has a number of its own. */
  readonly story: StoryNumber;
  readonly from: Instant;
  /** Null: it is at work still. */
  readonly until: Instant | null;
  /** Null while it is at work, and where the ledger does not tell. */
  readonly ending: AgentEnding | null;
}

/** A time in which a story waited for one and the same reason. */
export interface WaitSpan {
  readonly story: StoryNumber;
  readonly code: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The agents that were in flight before and are not any more, each with what came of it. */
export function agentsEnded(before: Ledger, after: Save): readonly AgentSpan[] {
  return Object.values(before.flights)
    .filter(({ id }) => !Object.hasOwn(after.ledger.flights, id))
    .map((flight) => ({ ...spanOf(flight), until: after.at, ending: endingOf(flight, after.ledger) }));
}

/** The agents that a ledger has in flight. */
export function agentsAtWork({ flights }: Ledger): readonly AgentSpan[] {
  return Object.values(flights).map(spanOf);
}

function spanOf({ id, role, story, since }: Flight): AgentSpan {
  return { assignment: id, role, story: story ?? 'base', from: since, until: null, ending: null };
}

/** Null where the story has left the ledger since, and where an older ledger noted no attempts. */
function endingOf({ id, story }: Flight, { stories }: Ledger): AgentEnding | null {
  const attempts = stories[story ?? '']?.attempts ?? [];
  return attempts.find(({ assignment }) => assignment === id)?.ended ?? null;
}

/** What is no wait of a story: an agent is at work on it, and has a span of its own. */
const notWaiting: ReadonlySet<string> = new Set(['agent_at_work', 'settling', 'project_done']);

/** What every story waits for by a ledger, by story; a hold that a person must lift where it notes no other. */
export function waitsOf({ waits, stories }: Ledger): ReadonlyMap<StoryNumber, WaitSpan> {
  const sticky = Object.entries(stories).flatMap(([story, memory]) =>
    memory.sticky === null ? [] : [[story, memory.sticky] as const],
  );
  const all = [...sticky, ...Object.entries(waits)].filter(([, { code }]) => !notWaiting.has(code));
  return new Map(all.map(([story, { code, since }]) => [story, { story, code, from: since, until: null }]));
}

/** The waits of before that are over, or are for something else now. */
export function waitsEnded(before: Ledger, after: Save): readonly WaitSpan[] {
  const now = waitsOf(after.ledger);
  return [...waitsOf(before).values()]
    .filter(({ story, code, from }) => now.get(story)?.code !== code || now.get(story)?.from !== from)
    .map((wait) => ({ ...wait, until: after.at }));
}
