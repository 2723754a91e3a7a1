import { stripVTControlCharacters } from 'node:util';
import type { Board, EpicCard, Mark, PullCard } from './board.ts';
import { clockText } from './clock-text.ts';
import type { Paint } from './paint.ts';
import { nameStory, type Telling } from './tell-entry.ts';
import { waitingForPeople } from './waiting.ts';

export interface FrameFacts {
  readonly title: string;
  readonly elapsedMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly violations: number;
  /** What happened so far that is worth telling, newest last. */
  readonly told: readonly ToldLine[];
  readonly columns: number;
  readonly rows: number;
}

const marks = { pending: ['yellow', '●'], good: ['green', '✓'], bad: ['red', '✗'] } as const satisfies Record<
  Mark,
  readonly [string, string]
>;

/** One picture of the world, no wider and no higher than the terminal. */
export function renderFrame(board: Board, facts: FrameFacts, paint: Paint): readonly string[] {
  const head = [header(board, facts, paint), '', ...epicLines(board, Math.floor(facts.rows / 3), paint), ''];
  const people = waitingLines(board, paint);
  const busy = [baseLine(board, paint), ...agentLines(board, facts, paint)];
  // One row below the picture is the cursor's, one sets it apart from what happened, of which three lines are kept.
  const room = facts.rows - head.length - busy.length - people.length - 2;
  const pulls = pullLines(board, { columns: facts.columns, most: Math.max(1, room - 3) }, paint);
  const told = toldLines(facts.told, Math.max(1, room - pulls.length), paint);
  return [...head, ...busy, ...pulls, ...people, '', ...told]
    .slice(0, facts.rows - 1)
    .map((line) => cut(line, facts.columns));
}

function header(board: Board, facts: FrameFacts, paint: Paint): string {
  const stories = [...board.stories.values()];
  const verified = stories.filter((story) => story.verified).length;
  const parts = [
    paint('bold', facts.title),
    `${verified} of ${stories.length} stories verified`,
    `${board.runs.size} runs`,
    clockText(facts.elapsedMs),
  ];
  if (facts.violations > 0) parts.push(paint('red', `${facts.violations} violations`));
  return parts.join(' · ');
}

function epicLines(board: Board, room: number, paint: Paint): readonly string[] {
  if (board.epics.length <= room) return board.epics.map((epic) => epicLine(epic, paint));
  const isUnderWay = ({ stories }: EpicCard): boolean =>
    stories.some(({ stage }) => stage !== '') && stories.some(({ verified }) => !verified);
  const shown = board.epics.filter(isUnderWay).slice(0, Math.max(1, room - 1));
  const done = board.epics.filter(({ stories }) => stories.every(({ verified }) => verified)).length;
  const rest = board.epics.length - shown.length - done;
  return [...shown.map((epic) => epicLine(epic, paint)), paint('dim', `  ${done} epics done, ${rest} others to come`)];
}

function epicLine({ number, title, stories }: EpicCard, paint: Paint): string {
  const verified = stories.filter((story) => story.verified).length;
  const begun = stories.filter((story) => !story.verified && story.stage !== '').length;
  const width = 16;
  const done = share(verified, stories.length, width);
  const doing = Math.min(width - done, share(begun, stories.length, width));
  const bar = paint('green', '█'.repeat(done)) + paint('yellow', '▒'.repeat(doing)) + '░'.repeat(width - done - doing);
  return `${number.padStart(3)} ${bar} ${`${verified}/${stories.length}`.padStart(5)}  ${title}`;
}

function share(part: number, whole: number, width: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * width);
}

/** The base with its checks, and what the whole line waits for, if it waits. */
function baseLine(board: Board, paint: Paint): string {
  const sha = board.baseSha();
  if (sha === null) return `${label('base')} not there yet`;
  const checks = checkMarks(board, sha, paint) || paint('dim', 'no check yet');
  const line = /^[^:.]+/.exec(board.holds.get('-') ?? '')?.[0];
  return `${label('base')} ${sha.slice(0, 7)}  ${checks}${line === undefined ? '' : `  ${paint('yellow', line)}`}`;
}

interface Space {
  readonly columns: number;
  /** So many lines at most. */
  readonly most: number;
}

function pullLines(board: Board, { columns, most }: Space, paint: Paint): readonly string[] {
  const open = [...board.pulls.values()].filter(({ state }) => state === 'open');
  const shown = open.length <= most ? open : open.slice(0, most - 1);
  return [
    ...shown.map((pull) => pullLine(board, pull, columns, paint)),
    ...(shown.length === open.length
      ? []
      : [paint('dim', `${label('')} and ${open.length - shown.length} more pull requests`)]),
  ];
}

function pullLine(board: Board, { number, story, branch, head }: PullCard, columns: number, paint: Paint): string {
  const name = story === null ? namePull(board, branch) : nameStory(board, story);
  return `${label(`#${number}`)} ${wide(name, columns)} ${checkMarks(board, head, paint)}  ${paint('dim', stageOf(board, story, head))}`;
}

function stageOf(board: Board, story: string | null, head: string): string {
  const stage = board.stories.get(story ?? '')?.stage ?? '';
  const isGreen = [...board.checksOf(head).values()].every((mark) => mark === 'good');
  return stage === 'in CI' && isGreen && board.checksOf(head).size > 0 ? 'CI is green' : stage;
}

/** Of no story: a repair of the base, or a person's. */
function namePull(board: Board, branch: string): string {
  const repair = /repair-.+$/.exec(branch)?.[0];
  return repair === undefined ? branch : `repair of ${nameStory(board, repair)}`;
}

function waitingLines(board: Board, paint: Paint): readonly string[] {
  return waitingForPeople(board)
    .slice(0, 4)
    .map(([story, text]) => `${label('waits')} ${paint('yellow', `${story} ${text}`)}`);
}

function label(text: string): string {
  return text.padStart(5);
}

/** A name in its column: what is left beside marks and stage, as far as titles need it. */
function wide(name: string, columns: number): string {
  const width = Math.min(56, Math.max(16, columns - 44));
  return cut(name, width).padEnd(width);
}

function checkMarks(board: Board, sha: string, paint: Paint): string {
  return [...board.checksOf(sha)]
    .map(([name, mark]) => `${paint(marks[mark][0], marks[mark][1])} ${name.replace(/^orchestrate\//, '')}`)
    .join('  ');
}

function agentLines(board: Board, { now, columns }: FrameFacts, paint: Paint): readonly string[] {
  return [...board.agents.working.values()].map(({ role, story, since }) => {
    const time = paint('dim', clockText(Math.max(0, now - Date.parse(since))));
    return `${paint('cyan', label('agent'))} ${wide(nameStory(board, story), columns)} ${role.padEnd(9)}  ${time}`;
  });
}

const tones = { start: 'cyan', good: 'green', bad: 'red', person: 'magenta' } as const;

/** One thing that happened, with the time at which it did. */
export interface ToldLine extends Telling {
  readonly elapsedMs: number;
}

function toldLines(told: readonly ToldLine[], room: number, paint: Paint): readonly string[] {
  return told.slice(-room).map(({ elapsedMs, word, text, tone }) => {
    return `${paint('dim', clockText(elapsedMs).padStart(5))} ${paint(tones[tone], word.padEnd(9))} ${text}`;
  });
}

const colour = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'y');

/** The line cut to a width; colours end where it is cut. */
export function cut(line: string, columns: number): string {
  const plain = stripVTControlCharacters(line);
  if (plain.length <= columns) return line;
  let seen = 0;
  let index = 0;
  while (seen < columns - 1) {
    colour.lastIndex = index;
    const length = colour.exec(line)?.[0].length ?? 0;
    index += length || 1;
    seen += length === 0 ? 1 : 0;
  }
  const end = plain.length === line.length ? '' : `${String.fromCharCode(27)}[0m`;
  return `${line.slice(0, index)}${end}…`;
}
