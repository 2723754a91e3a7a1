import type { Act } from './act.ts';
import type { Board } from './board.ts';
import type { DecisionEntry } from './decision-line.ts';
import { renderFrame, type ToldLine } from './frame.ts';
import type { Paint } from './paint.ts';
import { plainLine } from './plain-line.ts';
import { openScreen } from './screen.ts';
import { tellEntry } from './tell-entry.ts';

export interface Moment {
  readonly elapsedMs: number;
  readonly violations: number;
}

/** How a person follows along. */
export interface Viewer {
  say(text: string): void;
  /** A decision of the loop, or an act of a person. */
  told(board: Board, entry: DecisionEntry | Act, elapsedMs: number): void;
  /** Called a few times a second. */
  draw(board: Board, moment: Moment): void;
  close(): void;
}

/** A line for each event that matters, and nothing else. */
export function createPlainViewer(write: (line: string) => void): Viewer {
  return {
    say: write,
    told: (board, entry, elapsedMs) => {
      const line = plainLine(board, entry, elapsedMs);
      if (line !== null) write(line);
    },
    draw: () => undefined,
    close: () => undefined,
  };
}

export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): unknown;
}

/** A picture of the world that is drawn again in place. */
export function createLiveViewer(terminal: Terminal, title: string, paint: Paint): Viewer {
  const screen = openScreen(terminal);
  const told: ToldLine[] = [];
  let size = sizeOf(terminal);
  return {
    say: (text) => screen.draw([text]),
    told: (board, entry, elapsedMs) => {
      const telling = tellEntry(board, entry);
      if (telling !== null) told.push({ ...telling, elapsedMs });
    },
    draw: (board, { elapsedMs, violations }) => {
      const { columns, rows } = terminal;
      if (sizeOf(terminal) !== size) screen.clear();
      size = sizeOf(terminal);
      screen.draw(renderFrame(board, { title, elapsedMs, violations, told, columns, rows, now: Date.now() }, paint));
    },
    close: screen.close,
  };
}

function sizeOf({ columns, rows }: Terminal): string {
  return `${columns} ${rows}`;
}
