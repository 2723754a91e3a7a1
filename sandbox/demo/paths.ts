import type { Act } from './act.ts';
import type { Board } from './board.ts';
import type { DecisionEntry } from './decision-line.ts';

/** A way a story can go, the straight one left out, and the stories that went it. */
export interface ShownPath {
  readonly name: string;
  readonly stories: readonly string[];
  readonly ending: string;
  /** Whether every one of its stories is verified. */
  readonly isGood: boolean;
}

interface Path {
  readonly name: string;
  /** The story that was turned into this path by what is told; nothing where it is about something else. */
  readonly begins: (entry: DecisionEntry | Act, board: Board) => string | null;
  /** How it goes on from there. */
  readonly next: string;
}

const paths: readonly Path[] = [
  { name: 'CI failed', begins: fixBecause('CI failed'), next: 'mended by a fresh agent with the log' },
  { name: 'review failed', begins: storyOf('report_fail'), next: 'done again with the findings' },
  {
    name: 'promised file missing',
    begins: fixBecause('promised files are missing'),
    next: 'added by a fresh agent',
  },
  { name: 'asked a question', begins: unclaimBecause('declined'), next: 'answered and released by a person' },
  { name: 'protected path', begins: storyOf('keep'), next: 'held until a person approved its head' },
  { name: 'rejected too often', begins: storyOf('escalate'), next: 'one more attempt, granted by a person' },
  { name: 'merged by hand', begins: actOn('merge'), next: 'recorded as merged by a person' },
  { name: 'closed by hand', begins: actOn('close'), next: 'released; done again on a new branch' },
  { name: 'lost with its machine', begins: storyOf('lose'), next: 'tried again after a while' },
];

/** The paths beside the straight one that were taken, in a fixed order, and how each ended. */
export function shownPaths(board: Board): readonly ShownPath[] {
  const shown = paths.flatMap(({ name, begins, next }) => {
    const stories = [...new Set(board.told.flatMap((entry) => begins(entry, board) ?? []))].sort();
    return stories.length === 0 ? [] : [{ name, stories, ending: next, isGood: areVerified(board, stories) }];
  });
  return [...shown, ...redBase(board)];
}

/** A story that was green alone and red with what was merged before it: the base was repaired. */
function redBase(board: Board): readonly ShownPath[] {
  const decisions = board.told.filter((entry) => entry.kind === 'decision');
  const repair = decisions.findIndex(({ decision, role }) => decision === 'dispatch' && role === 'repair');
  if (repair === -1) return [];
  const last = decisions.slice(0, repair).findLast(({ decision }) => decision === 'merge')?.story ?? '';
  const isMended = decisions.some(({ decision, story }) => decision === 'merge' && story?.startsWith('repair-'));
  const ending = isMended ? 'the line stopped until it was repaired' : 'the line stops';
  return [{ name: 'red once merged', stories: [last], ending, isGood: isMended && areVerified(board, [last]) }];
}

function areVerified(board: Board, stories: readonly string[]): boolean {
  return stories.every((number) => board.stories.get(number)?.verified === true);
}

function storyOf(decision: string): Path['begins'] {
  return when((entry) => entry.decision === decision);
}

function fixBecause(reason: string): Path['begins'] {
  return when(({ role, because }) => role === 'fix' && because.startsWith(reason));
}

function unclaimBecause(reason: string): Path['begins'] {
  return when(({ decision, because }) => decision === 'unclaim' && because.startsWith(reason));
}

/** Only stories of the backlog: what is done for the base has a path of its own. */
function when(isIt: (entry: DecisionEntry) => boolean): Path['begins'] {
  return (entry, { stories }) =>
    entry.kind === 'decision' && entry.story !== null && stories.has(entry.story) && isIt(entry) ? entry.story : null;
}

function actOn(what: Act['what']): Path['begins'] {
  return (entry, { pulls }) =>
    entry.kind === 'act' && entry.what === what ? (pulls.get(entry.pull ?? 0)?.story ?? null) : null;
}
