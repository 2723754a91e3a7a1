import type { Act } from './act.ts';
import type { Board } from './board.ts';
import type { DecisionEntry } from './decision-line.ts';

/** What happened, as a person is told: one word, then of what and why. */
export interface Telling {
  readonly word: string;
  readonly text: string;
  readonly tone: 'start' | 'good' | 'bad' | 'person';
}

/** Tells a decision or an act; nothing for decisions that only lead to others. */
export function tellEntry(board: Board, entry: DecisionEntry | Act): Telling | null {
  return entry.kind === 'act' ? tellAct(board, entry) : tellDecision(board, entry);
}

/** How a story is named; a repair is named by what it repairs. */
export function nameStory(board: Board, story: string | null): string {
  const red = /^repair-(.+)$/.exec(story ?? '')?.[1];
  return red === undefined
    ? `${story ?? ''} ${board.stories.get(story ?? '')?.title ?? ''}`.trim()
    : `the base at ${red}`;
}

function tellAct(board: Board, { by, text, pull }: Act): Telling {
  const story = pull === null ? null : (board.pulls.get(pull)?.story ?? null);
  return { word: by, text: story === null ? text : `${text} — ${nameStory(board, story)}`, tone: 'person' };
}

function tellDecision(board: Board, entry: DecisionEntry): Telling | null {
  const { decision, role, story, because } = entry;
  const name = nameStory(board, story);
  const pull = board.stories.get(story ?? '')?.pull ?? null;
  switch (decision) {
    case 'dispatch':
      return { word: role ?? 'agent', text: isPlain(role) ? name : `${name} — ${because}`, tone: 'start' };
    case 'merge':
      return { word: 'merge', text: `${name}${pull === null ? '' : ` (#${pull})`} — ${because}`, tone: 'good' };
    case 'verify':
      return { word: 'verified', text: `${name} — ${countVerified(board)} of ${board.stories.size}`, tone: 'good' };
    case 'record_human_merge':
      return { word: 'recorded', text: `${name} — ${because}`, tone: 'good' };
    case 'finish':
      return { word: 'finished', text: because, tone: 'good' };
    default:
      return tellTurn(decision, `${name} — ${because}`);
  }
}

/** A first attempt and a review explain themselves. */
function isPlain(role: string | null): boolean {
  return role === 'implement' || role === 'review';
}

/** Turns that take a story off the straight way, and the word for each. */
const turns: Readonly<Record<string, string>> = {
  report_fail: 'rejected',
  reject: 'rejected',
  refuse: 'refused',
  lose: 'lost',
  unclaim: 'unclaimed',
  escalate: 'escalated',
  keep: 'kept',
  adopt: 'adopted',
  revert: 'revert',
  start_base_ci: 'base CI',
};

function tellTurn(decision: string, text: string): Telling | null {
  const word = turns[decision];
  return word === undefined ? null : { word, text, tone: 'bad' };
}

function countVerified(board: Board): number {
  return [...board.stories.values()].filter(({ verified, stage }) => verified || stage === 'verified').length;
}
