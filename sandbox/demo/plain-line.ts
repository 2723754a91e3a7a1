import type { Act } from './act.ts';
import type { Board } from './board.ts';
import { clockText } from './clock-text.ts';
import type { DecisionEntry } from './decision-line.ts';
import { tellEntry } from './tell-entry.ts';

/** Longer than this, a line says more than somebody reads who follows along. */
const longest = 150;

/** What happened, in a line for a log; nothing for decisions that only lead to others. */
export function plainLine(board: Board, entry: DecisionEntry | Act, elapsedMs: number): string | null {
  const telling = tellEntry(board, entry);
  if (telling === null) return null;
  const line = `${clockText(elapsedMs).padStart(6)}  ${telling.word.padEnd(9)} ${telling.text}`;
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
