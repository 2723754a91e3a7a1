import { reasons } from '../../src/core/reasons.ts';
import type { KeptEvent } from '../github/world/events.ts';
import type { Board } from './board.ts';
import type { DecisionEntry } from './decision-line.ts';
import { ciPath } from './found-world.ts';
import type { Expectation, Scenario } from './scenario.ts';

/** How a world ended, as far as a scenario asks about it. */
export interface EndFacts {
  readonly board: Pick<Board, 'stories' | 'holds' | 'told'>;
  readonly events: readonly KeptEvent[];
  /** The calls by which merges were asked for that GitHub knew, by pull request: `merge`, `merge-async`. */
  readonly mergeCalls: ReadonlyMap<number, readonly string[]>;
  /** The last event before those calls were counted: 0 unless the world was gone on with. */
  readonly countedSince: number;
}

export interface Judgement {
  readonly text: string;
  readonly isMet: boolean;
}

/** What was expected of a scenario's end, each with whether it came about. */
export function judgeEnd({ expect, conditions }: Scenario, facts: EndFacts): readonly Judgement[] {
  return expect.map((expectation) => judge(expectation, conditions, facts));
}

function judge(expectation: Expectation, conditions: Scenario['conditions'], facts: EndFacts): Judgement {
  const { board, events } = facts;
  const stories = [...board.stories.values()];
  switch (expectation.kind) {
    case 'verified':
      return { text: 'every story is verified', isMet: stories.every(({ verified }) => verified) };
    case 'held': {
      const { title } = reasons[expectation.code];
      return {
        text: `every story waits, says why (${title}) and what to do`,
        isMet: stories.every(({ number }) => isHeld(board.holds.get(number) ?? '', expectation.code)),
      };
    }
    case 'decided': {
      const { decision, atLeast } = expectation;
      const count = decisionsOf(board).filter((entry) => entry.decision === decision).length;
      return { text: `${decision} was decided at least ${atLeast} times: ${count}`, isMet: count >= atLeast };
    }
    case 'faults': {
      const planned = conditions.faults.reduce((sum, { times }) => sum + times, 0);
      const count = events.filter(({ kind }) => kind === 'fault').length;
      return { text: `${planned} requests were to go wrong: ${count} did`, isMet: count >= planned };
    }
    case 'merged':
      return judgeMerges(expectation.way, facts);
    case 'merged_by_queue': {
      const merges = mergesOfLoop(events);
      return {
        text: `each of ${merges.length} merges was made by the queue`,
        isMet: merges.length > 0 && merges.every(({ by }) => by === queueLogin),
      };
    }
    case 'started_ci': {
      const merges = mergesOfLoop(events);
      return {
        text: 'the loop started the CI of every commit that it made on the base',
        isMet: merges.length > 0 && merges.every(({ sha }) => isStartedByLoop(sha, events)),
      };
    }
    case 'approved': {
      const merges = mergesOfLoop(events);
      return {
        text: `the head of each of ${merges.length} merges had been approved by GitHub Actions, once`,
        isMet: merges.length > 0 && merges.every((merge) => isApprovedOnce(merge, events)),
      };
    }
    case 'updated_in_turn':
      return {
        text: 'branches were brought up to date one at a time',
        isMet: isInTurn(decisionsOf(board)),
      };
  }
}

const queueLogin = 'github-merge-queue[bot]';

/** The reason's own words, its remedy included. */
function isHeld(text: string, code: keyof typeof reasons): boolean {
  const { title, remedy } = reasons[code];
  return text.startsWith(title) && text.endsWith(remedy);
}

function decisionsOf({ told }: EndFacts['board']): readonly DecisionEntry[] {
  return told.filter((entry) => entry.kind === 'decision');
}

function judgeMerges(way: string, { events, mergeCalls, countedSince }: EndFacts): Judgement {
  const merges = mergesOfLoop(events).filter(({ seq }) => seq > countedSince);
  const isOnce = ({ number }: MergeEvent): boolean => {
    const calls = mergeCalls.get(number) ?? [];
    return calls.length === 1 && calls[0] === way && merges.filter((one) => one.number === number).length === 1;
  };
  return {
    text: `each of ${merges.length} merges was asked for once, by ${way}`,
    isMet: (merges.length > 0 || countedSince > 0) && merges.every(isOnce),
  };
}

type MergeEvent = Extract<KeptEvent, { readonly kind: 'merge' }>;

function mergesOfLoop(events: readonly KeptEvent[]): readonly MergeEvent[] {
  return events.filter((event) => event.kind === 'merge').filter(({ tokenKind }) => tokenKind !== 'user');
}

function isApprovedOnce({ number, headSha, seq }: MergeEvent, events: readonly KeptEvent[]): boolean {
  const approvals = events
    .filter((event) => event.kind === 'review')
    .filter((review) => review.number === number && review.state === 'APPROVED' && review.commitId === headSha);
  return approvals.length === 1 && approvals.every((one) => one.by === 'github-actions[bot]' && one.seq < seq);
}

function isStartedByLoop(sha: string, events: readonly KeptEvent[]): boolean {
  const runs = events.filter((event) => event.kind === 'run').filter(({ headSha }) => headSha === sha);
  const ofCi = runs.filter(({ path }) => path === ciPath);
  return ofCi.length > 0 && ofCi.every(({ event }) => event === 'workflow_dispatch');
}

/** Between the updates of two branches the first one is merged, or taken up again by an author. */
function isInTurn(decisions: readonly DecisionEntry[]): boolean {
  let underWay: string | null = null;
  for (const { decision, role, story } of decisions) {
    if (decision === 'update_branch') {
      if (underWay !== null && underWay !== story) return false;
      underWay = story;
    }
    const isOver = decision === 'merge' || decision === 'record_merge' || role === 'fix';
    if (isOver && story === underWay) underWay = null;
  }
  return true;
}
