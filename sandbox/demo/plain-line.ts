import type { Act } from './act.ts';
import type { Board } from './board.ts';
import { clockText } from './clock-text.ts';
import type { DecisionEntry } from './decision-line.ts';

/** What happened, in a line for a log; nothing for decisions that only lead to others. */
export function plainLine(board: Board, entry: DecisionEntry | Act, elapsedMs: number): string | null {
  const text = entry.kind === 'act' ? `${entry.by.padEnd(9)} ${describeAct(board, entry)}` : describe(board, entry);
  return text === null ? null : `${clockText(elapsedMs).padStart(6)}  ${text}`;
}

/** What a person did, with the story it concerns. */
export function describeAct(board: Board, { text, pull }: Act): string {
  const number = pull === null ? null : (board.pulls.get(pull)?.story ?? null);
  return number === null ? text : `${text} — ${nameOf(board, number)}`;
}

function describe(board: Board, entry: DecisionEntry): string | null {
  const { decision, story, because } = entry;
  const name = nameOf(board, story);
  const pull = board.stories.get(story ?? '')?.pull ?? null;
  switch (decision) {
    case 'dispatch':
      return describeDispatch(entry, name);
    case 'merge':
      return `merge     ${name}${pull === null ? '' : ` (#${pull})`} — ${because}`;
    case 'verify':
      return `verified  ${name} — ${countVerified(board)} of ${board.stories.size}`;
    case 'finish':
      return `finished  ${because}`;
    default:
      return describeTurn(decision, name, because);
  }
}

/** A review and a first attempt explain themselves. */
function describeDispatch({ role, because }: DecisionEntry, name: string): string {
  const isPlain = role === 'implement' || role === 'review';
  return `${(role ?? 'agent').padEnd(9)} ${name}${isPlain ? '' : ` — ${because}`}`;
}

/** Turns that a story takes off the straight way, and the word for each. */
const turns: Readonly<Record<string, string>> = {
  report_fail: 'rejected',
  reject: 'rejected',
  refuse: 'refuse',
  lose: 'lose',
  unclaim: 'unclaim',
  escalate: 'escalate',
  keep: 'keep',
  adopt: 'adopt',
  revert: 'revert',
  record_human_merge: 'recorded',
};

function describeTurn(decision: string, name: string, because: string): string | null {
  const word = turns[decision];
  return word === undefined ? null : `${word.padEnd(9)} ${name} — ${because}`;
}

function nameOf(board: Board, story: string | null): string {
  return `${story ?? ''} ${board.stories.get(story ?? '')?.title ?? ''}`.trim();
}

function countVerified(board: Board): number {
  return [...board.stories.values()].filter(({ verified, stage }) => verified || stage === 'verified').length;
}
