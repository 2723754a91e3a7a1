import type { Board } from './board.ts';
import { clockText } from './clock-text.ts';
import type { DecisionEntry } from './decision-line.ts';

/** What happened, in a line for a log; nothing for decisions that only lead to others. */
export function plainLine(board: Board, entry: DecisionEntry, elapsedMs: number): string | null {
  const text = describe(board, entry);
  return text === null ? null : `${clockText(elapsedMs).padStart(6)}  ${text}`;
}

function describe(board: Board, { decision, role, story, because }: DecisionEntry): string | null {
  const name = `${story ?? ''} ${board.stories.get(story ?? '')?.title ?? ''}`.trim();
  const pull = board.stories.get(story ?? '')?.pull ?? null;
  switch (decision) {
    case 'dispatch':
      return role === 'implement' || role === 'review'
        ? `${role.padEnd(9)} ${name}`
        : `${role}       ${name} — ${because}`;
    case 'merge':
      return `merge     ${name}${pull === null ? '' : ` (#${pull})`} — ${because}`;
    case 'verify':
      return `verified  ${name} — ${countVerified(board)} of ${board.stories.size}`;
    case 'report_fail':
      return `rejected  ${name} — ${because}`;
    case 'refuse':
    case 'lose':
    case 'unclaim':
    case 'escalate':
      return `${decision.padEnd(9)} ${name} — ${because}`;
    case 'finish':
      return `finished  ${because}`;
    default:
      return null;
  }
}

function countVerified(board: Board): number {
  return [...board.stories.values()].filter(({ verified, stage }) => verified || stage === 'verified').length;
}
