import { stripVTControlCharacters } from 'node:util';
import type { Board, EpicCard, Mark, PullCard } from './board.ts';
import { clockText } from './clock-text.ts';
import type { Paint } from './paint.ts';
import { describeAct } from './plain-line.ts';

export interface FrameFacts {
  readonly title: string;
  readonly elapsedMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly violations: number;
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
  const middle = [baseLine(board, paint), ...pullLines(board, paint), ...agentLines(board, facts, paint), ''];
  const room = Math.max(3, facts.rows - head.length - middle.length - 2);
  return [...head, ...middle, ...toldLines(board, room, paint)]
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

function baseLine(board: Board, paint: Paint): string {
  const sha = board.baseSha();
  if (sha === null) return 'base  not there yet';
  return `base  ${sha.slice(0, 7)}  ${checkMarks(board, sha, paint) || paint('dim', 'no check yet')}`;
}

function pullLines(board: Board, paint: Paint): readonly string[] {
  const open = [...board.pulls.values()].filter(({ state }) => state === 'open');
  return open.slice(0, 8).map((pull) => pullLine(board, pull, paint));
}

function pullLine(board: Board, { number, story, head }: PullCard, paint: Paint): string {
  const card = story === null ? undefined : board.stories.get(story);
  const name = cut(`${card?.number ?? ''} ${card?.title ?? ''}`, 40).padEnd(40);
  return `${`#${number}`.padStart(5)} ${name} ${checkMarks(board, head, paint)}  ${paint('dim', card?.stage ?? '')}`;
}

function checkMarks(board: Board, sha: string, paint: Paint): string {
  return [...board.checksOf(sha)]
    .map(([name, mark]) => `${paint(marks[mark][0], marks[mark][1])} ${name.replace(/^orchestrate\//, '')}`)
    .join('  ');
}

function agentLines(board: Board, { now }: FrameFacts, paint: Paint): readonly string[] {
  return [...board.agents.working.values()].map(({ role, story, since }) => {
    const title = board.stories.get(story ?? '')?.title ?? '';
    const name = cut(`${story ?? ''} ${title}`, 40).padEnd(40);
    return `${paint('cyan', 'agent')} ${name} ${role}  ${paint('dim', clockText(now - Date.parse(since)))}`;
  });
}

/** Decisions that only lead to others, or say what another one says as well. */
const unsaid = ['wake', 'import', 'record_verdict', 'record_merge'];

function toldLines(board: Board, room: number, paint: Paint): readonly string[] {
  const said = board.told.filter((entry) => entry.kind === 'act' || !unsaid.includes(entry.decision));
  return said.slice(-Math.min(room, 12)).map((entry) => toldLine(board, entry, paint));
}

function toldLine(board: Board, entry: Board['told'][number], paint: Paint): string {
  if (entry.kind === 'act') return `${paint('magenta', '☺')} ${paint('bold', entry.by)} ${describeAct(board, entry)}`;
  const { decision, role, story, because } = entry;
  const what = `${decision.replaceAll('_', ' ')}${role === null ? '' : ` ${role}`}`;
  return `${paint('dim', '▸')} ${what} ${paint('bold', story ?? '')} ${paint('dim', `— ${because}`)}`;
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
