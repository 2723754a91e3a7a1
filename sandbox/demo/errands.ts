import { type ReasonCode, reasons } from '../../src/core/reasons.ts';
import type { Board, PullCard } from './board.ts';
import { requiredCheck } from './repository-setting.ts';

/** What a person does on GitHub. */
export type Deed =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'start_ci' }
  | { readonly kind: 'approve_runs'; readonly head: string }
  | { readonly kind: 'merge'; readonly pull: number }
  | { readonly kind: 'close'; readonly pull: number }
  | { readonly kind: 'answer'; readonly branch: string; readonly question: string; readonly answer: string };

/** Looks at the board and says what is to be done about one thing there; nothing as long as there is nothing to do. */
export type Errand = (board: Board) => Deed | null;

const answered = 'answer-2.4';

/** What a person does in the sample's own project, so that every path is seen. Each looks at the world, never back. */
export const sampleErrands: readonly Errand[] = [
  mergeByHand('1.2'),
  closeByHand('2.2'),
  onHold('2.2', 'closed_by_human', () => command('retry 2.2: read it in one pass, please')),
  answerQuestion('2.4', {
    question: 'Thousands are set apart',
    answer: 'Thousands are set apart by a comma: `12,345 files`',
  }),
  onHold('2.4', 'declined', (board) => (pullOf(board, answered)?.state === 'merged' ? command('retry 2.4') : null)),
  onHold('2.5', 'rejections_exhausted', () => command('retry 2.5: every criterion needs a test that names it')),
  onHold('4.1', 'protected_paths', (_, detail) => approve(detail)),
];

/** Starts the CI of a base that has had none yet, before anybody works on it. */
export function startFirstCi({ pulls, baseSha, checksOf }: Board): Deed | null {
  const tip = baseSha();
  return tip !== null && pulls.size === 0 && checksOf(tip).size === 0 ? { kind: 'start_ci' } : null;
}

/** Lets the runs of a pull request start that wait for that. */
export function approveRuns(board: Board): Deed | null {
  const isParked = ({ state, story, head }: PullCard): boolean =>
    state === 'open' &&
    (board.holds.get(story ?? '') ?? '').startsWith(reasons.runs_parked.title) &&
    board.checksOf(head).size === 0;
  const pull = [...board.pulls.values()].find(isParked);
  return pull === undefined ? null : { kind: 'approve_runs', head: pull.head };
}

/** Merged as soon as CI is green, before the loop has had it reviewed: people do that. */
function mergeByHand(story: string): Errand {
  return (board) => {
    const pull = [...board.pulls.values()].find((one) => one.story === story);
    return pull !== undefined && canMerge(board, pull) ? { kind: 'merge', pull: pull.number } : null;
  };
}

/** Closed once; the pull request that follows is left alone. */
function closeByHand(story: string): Errand {
  return (board) => {
    const pulls = [...board.pulls.values()].filter((one) => one.story === story);
    const [first] = pulls;
    return first?.state === 'open' && pulls.length === 1 ? { kind: 'close', pull: first.number } : null;
  };
}

/** Answers in the backlog, where every later agent finds it: by a pull request, like any other change. */
function answerQuestion(story: string, words: { readonly question: string; readonly answer: string }): Errand {
  return (board) => {
    const pull = pullOf(board, answered);
    if (pull !== undefined) return canMerge(board, pull) ? { kind: 'merge', pull: pull.number } : null;
    // What starts from a red base stays red when the base is mended.
    const canStart = isGreen(board, board.baseSha() ?? '');
    return onHold(story, 'declined', () => (canStart ? { kind: 'answer', branch: answered, ...words } : null))(board);
  };
}

function onHold(story: string, code: ReasonCode, act: (board: Board, detail: string) => Deed | null): Errand {
  return (board) => {
    const text = board.holds.get(story);
    return text?.startsWith(reasons[code].title) ? act(board, text) : null;
  };
}

/** The head that waits is named in what the loop says about it. */
function approve(detail: string): Deed | null {
  const sha = /\b[0-9a-f]{7,40}\b/.exec(detail)?.[0];
  return sha === undefined ? null : command(`approve-paths ${sha.slice(0, 10)}`);
}

function command(text: string): Deed {
  return { kind: 'command', command: text };
}

function pullOf(board: Board, branch: string): PullCard | undefined {
  return [...board.pulls.values()].find((one) => one.branch === branch);
}

/** A careful person: the pull request is open and green, and so is the base. */
function canMerge(board: Board, { state, head }: PullCard): boolean {
  return state === 'open' && isGreen(board, head) && isGreen(board, board.baseSha() ?? '');
}

function isGreen(board: Board, sha: string): boolean {
  return board.checksOf(sha).get(requiredCheck.context) === 'good';
}
