import type { Instant } from '../../src/core/instant.ts';
import type { StoryNumber } from '../../src/core/story.ts';
import type { AgentSpan, WaitSpan } from './spans.ts';
import { type Move, type StateStep, type StoryState, stepsOf } from './story-state.ts';
import { sum } from './sum.ts';

/** A story as loopctl knows it. */
export interface StoryRecord {
  readonly number: StoryNumber;
  readonly title: string;
  readonly epic: number;
  readonly createdAt: Instant;
}

/** What one agent said that it spent. */
export interface Spending {
  readonly at: Instant;
  readonly story: StoryNumber;
  readonly phase: string;
  readonly costMillicents: number;
  readonly tokens: number;
}

/** A time in which something held for the whole project: a pause, a red base. */
export interface ProjectSpan {
  readonly kind: 'paused' | 'base_red';
  readonly from: Instant;
  /** Null: it holds still. */
  readonly until: Instant | null;
}

/** What a project left behind, by whatever source it was read from. */
export interface Records {
  readonly project: string;
  readonly stories: readonly StoryRecord[];
  readonly epics: readonly { readonly number: number; readonly title: string }[];
  /** Oldest first. */
  readonly moves: readonly Move[];
  readonly spendings: readonly Spending[];
  readonly agents: readonly AgentSpan[];
  readonly waits: readonly WaitSpan[];
  readonly projectSpans: readonly ProjectSpan[];
  /** When the ledger was first and last seen; null where no save of it is known. */
  readonly ledgerSeen: { readonly from: Instant; readonly until: Instant } | null;
}

export interface StoryHistory extends Omit<StoryRecord, 'createdAt'> {
  /** Oldest first; the first is its creation. */
  readonly steps: readonly StateStep[];
  readonly state: StoryState;
  readonly agents: readonly AgentSpan[];
  readonly waits: readonly WaitSpan[];
  readonly attempts: number;
  readonly costMillicents: number;
  readonly tokens: number;
}

export interface History extends Pick<Records, 'project' | 'epics' | 'spendings' | 'projectSpans' | 'ledgerSeen'> {
  readonly from: Instant;
  readonly until: Instant;
  /** In loopctl's order; repairs of the base, which loopctl does not know, are not among them. */
  readonly stories: readonly StoryHistory[];
  /** Every agent, those of repairs too. */
  readonly agents: readonly AgentSpan[];
  readonly waits: readonly WaitSpan[];
}

/** How a project went, told from its records alone: nothing in it depends on when it is told. */
export function tellHistory(records: Records): History {
  const moves = Map.groupBy(records.moves, ({ story }) => story);
  const agents = Map.groupBy(records.agents, ({ story }) => story);
  const waits = Map.groupBy(records.waits, ({ story }) => story);
  const spendings = Map.groupBy(records.spendings, ({ story }) => story);
  const stories = records.stories.map((story): StoryHistory => {
    const { number, title, epic, createdAt } = story;
    const steps = stepsOf(createdAt, moves.get(number) ?? []);
    const own = agents.get(number) ?? [];
    const spent = spendings.get(number) ?? [];
    return {
      ...{ number, title, epic, steps },
      state: steps.at(-1)?.state ?? 'waiting',
      agents: own,
      waits: waits.get(number) ?? [],
      attempts: own.filter(({ role }) => role !== 'review').length,
      costMillicents: sum(spent.map(({ costMillicents }) => costMillicents)),
      tokens: sum(spent.map(({ tokens }) => tokens)),
    };
  });
  const { project, epics, spendings: all, projectSpans, ledgerSeen } = records;
  const { agents: everybody, waits: everything } = records;
  const range = rangeOf(records);
  return {
    project,
    epics,
    spendings: all,
    projectSpans,
    ledgerSeen,
    stories,
    agents: everybody,
    waits: everything,
    ...range,
  };
}

/** From the first thing that happened to the last; of a project without any, a moment. */
function rangeOf(records: Records): { readonly from: Instant; readonly until: Instant } {
  const moments = [
    ...records.stories.map(({ createdAt }) => createdAt),
    ...records.moves.map(({ at }) => at),
    ...records.spendings.map(({ at }) => at),
    ...records.agents.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ...(records.ledgerSeen === null ? [] : [records.ledgerSeen.from, records.ledgerSeen.until]),
  ];
  const from = moments.reduce((least, moment) => Math.min(least, moment), moments[0] ?? 0);
  return { from, until: moments.reduce((most, moment) => Math.max(most, moment), from) };
}
