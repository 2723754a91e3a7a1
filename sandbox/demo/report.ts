import { violationCodes } from '../auditor/violation.ts';
import type { Board, EpicCard } from './board.ts';
import { clockText } from './clock-text.ts';
import type { Judgement } from './expectation.ts';
import type { Summary } from './figures.ts';
import { cut } from './frame.ts';
import type { Paint } from './paint.ts';
import { shownPaths } from './paths.ts';
import type { StoryCard } from './story-card.ts';

export type Ending = 'done' | 'stuck' | 'stopped';

export interface ReportFacts {
  readonly ending: Ending;
  readonly summary: Summary;
  /** Where the world is kept, or nothing when it is gone. */
  readonly world: string | null;
  readonly columns: number;
  /** What a scenario expected of this end. */
  readonly judgements: readonly Judgement[];
}

/** Above so many stories only those are listed that took more than one attempt or are not done. */
const shortList = 40;

/** What is said at the end: stories with attempts and troubles, figures, violations, where to look. */
export function renderReport(board: Board, facts: ReportFacts, paint: Paint): readonly string[] {
  return [
    '',
    ...board.epics.flatMap((epic) => epicLines(epic, board.stories.size > shortList, paint)),
    '',
    ...pathLines(board, paint),
    ...waitingLines(board, facts, paint),
    ...judgementLines(facts, paint),
    ...figureLines(facts, paint),
    ...violationLines(facts.summary, paint),
    ...(facts.world === null ? [] : [`world       ${facts.world}`]),
    '',
    endingLine(facts, paint),
  ].map((line) => (facts.columns === 0 ? line : cut(line, facts.columns)));
}

function epicLines(epic: EpicCard, isShort: boolean, paint: Paint): readonly string[] {
  const verified = epic.stories.filter((story) => story.verified).length;
  const shown = epic.stories.filter((story) => !isShort || story.attempts > 1 || !story.verified);
  return [
    `${paint('bold', `${epic.number.padStart(3)}  ${epic.title}`)}  ${verified} of ${epic.stories.length}`,
    ...shown.flatMap((story) => storyLines(story, paint)),
  ];
}

function storyLines(story: StoryCard, paint: Paint): readonly string[] {
  const mark = story.verified ? paint('green', '✓') : paint('yellow', '·');
  const attempts = story.attempts > 1 ? `  ${story.attempts} attempts` : '';
  const pull = story.pull === null ? '' : `  #${story.pull}`;
  return [
    `     ${mark} ${story.number.padEnd(6)} ${cut(story.title, 48).padEnd(48)}${pull}${attempts}`,
    ...story.troubles.map((trouble) => `              ${paint('dim', trouble)}`),
  ];
}

/** The paths that were shown beside the straight one: which story went it, and how it ended. */
function pathLines(board: Board, paint: Paint): readonly string[] {
  const shown = shownPaths(board);
  if (shown.length === 0) return [];
  return [
    paint('bold', '     Off the straight way'),
    ...shown.map(({ name, stories, ending, isGood }) => {
      const mark = isGood ? paint('green', '✓') : paint('yellow', '·');
      return `     ${mark} ${name.padEnd(22)} ${nameSome(stories).padEnd(9)} ${ending}`;
    }),
    '',
  ];
}

function nameSome(stories: readonly string[]): string {
  return stories.length > 2 ? `${stories.length} stories` : stories.join(', ');
}

function waitingLines(board: Board, { ending }: ReportFacts, paint: Paint): readonly string[] {
  if (ending !== 'stuck') return [];
  return [
    ...[...new Set(board.errors)].flatMap((error) => error.split('\n')).map((line) => paint('red', line)),
    ...[...board.holds].map(([story, text]) => `${paint('yellow', '‖')} ${story.padEnd(6)} ${text}`),
    '',
  ];
}

/** What the scenario expected, and whether it came about. */
function judgementLines({ judgements }: ReportFacts, paint: Paint): readonly string[] {
  if (judgements.length === 0) return [];
  return [
    paint('bold', '     As the scenario expects'),
    ...judgements.map(({ text, isMet }) => `     ${isMet ? paint('green', '✓') : paint('red', '✗')} ${text}`),
    '',
  ];
}

function figureLines({ summary }: ReportFacts, paint: Paint): readonly string[] {
  const { median_pass_ms: own, median_pass_with_waiting_ms: whole, median_pass_step_ms: step } = summary;
  const pass = own === null ? 'none' : `${own} ms, ${whole} ms with waiting for the lease, ${step} ms as a step`;
  return [
    `${paint('bold', `${summary.verified} of ${summary.stories}`)} stories verified, ${summary.merged} pull requests merged, ${summary.rejected} failed at review`,
    `took        ${clockText(summary.seconds * 1000)}, ${summary.peak_memory_mb} MB at most`,
    `runs        ${summary.runs}, with ${summary.agent_runs} agents; median pass ${pass}`,
    `requests    ${summary.github_requests} to GitHub`,
  ];
}

function violationLines({ violations }: Summary, paint: Paint): readonly string[] {
  if (violations.length === 0) return [`violations  ${paint('green', 'none')}`];
  return [
    `violations  ${paint('red', String(violations.length))}`,
    ...violations.map(({ code, detail, at }) => `  ${paint('red', code)}  ${violationCodes[code]}: ${detail} (${at})`),
  ];
}

function endingLine({ ending, summary, judgements }: ReportFacts, paint: Paint): string {
  if (summary.violations.length > 0) return paint('red', 'The auditor saw what must not happen.');
  if (ending !== 'stopped' && judgements.length > 0) {
    return judgements.every(({ isMet }) => isMet)
      ? paint('green', 'It ended as the scenario expects.')
      : paint('red', 'It did not end as the scenario expects.');
  }
  if (ending === 'done') return paint('green', 'Every story is verified.');
  return paint(
    'yellow',
    ending === 'stopped' ? 'Stopped.' : 'Nothing moves any more: see above what each story waits for.',
  );
}
