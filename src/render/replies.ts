import type { Ask } from '../core/ask.ts';
import { type CommandGuide, commandGuide } from '../core/command-guide.ts';
import type { Plan } from '../core/decision.ts';
import { explainStory } from '../core/explain.ts';
import { forecast, type Tally } from '../core/forecast.ts';
import type { Instant } from '../core/instant.ts';
import type { Ledger } from '../core/ledger.ts';
import { reasons } from '../core/reasons.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { compareStoryNumbers } from '../core/story.ts';
import { renderDecision } from './decision.ts';
import { renderForecast } from './forecast.ts';
import { renderHoldGroups } from './hold-groups.ts';
import { keepWithin } from './keep-within.ts';
import { sanitiseLine } from './sanitise.ts';
import { renderLine, renderNotes, renderStanding } from './standing.ts';
import { renderWhy } from './why.ts';

export interface ReplyFacts {
  readonly world: Pick<Snapshot, 'stories' | 'base'>;
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly tally: Tally;
  readonly now: Instant;
}

/** Short enough to be read, and far below what GitHub takes of a comment. */
const replyLimit = 20_000;
/** Below the 65,536 characters that GitHub takes of a comment, with room for how it is known. */
const answerLimit = 60_000;
/** Stories that are told whole where nobody named one. */
const mostChains = 10;

/** The replies to the commands of one comment as one comment; what is too much for it is said to be left out. */
export function joinReplies(replies: readonly string[]): string {
  return keepWithin(replies, answerLimit, (left) => `… and ${left} more: ask for them in a comment of their own.`).join(
    '\n\n',
  );
}

/** What a person asked to be told, as Markdown. */
export function renderReply(ask: Ask, facts: ReplyFacts): string {
  return keepWithin(linesOf(ask, facts), replyLimit, (left) => `… and ${left} more lines`)
    .join('\n')
    .trim();
}

function linesOf(ask: Ask, facts: ReplyFacts): readonly string[] {
  switch (ask.kind) {
    case 'help':
      return renderHelp();
    case 'status':
      return renderStatus(facts);
    case 'plan':
      return renderPlan(facts);
    case 'why':
      return ask.story === null ? renderEveryWhy(facts) : renderOneWhy(ask.story, facts);
  }
}

function renderHelp(): readonly string[] {
  return [
    'Begin a line with `/orchestrate`. On a pull request of ours STORY may be left out.',
    '',
    '| write | it | takes |',
    '| --- | --- | --- |',
    ...Object.values<CommandGuide>(commandGuide).map(
      ({ form, says, needs }) => `| \`/orchestrate ${form.replaceAll('|', '\\|')}\` | ${says} | ${needs} |`,
    ),
  ];
}

function renderStatus({ world, plan }: ReplyFacts): readonly string[] {
  return [
    renderStanding({ world, plan }),
    '',
    ...renderLine(plan),
    ...renderNotes(plan),
    ...renderHoldGroups(plan, world.stories),
  ];
}

/** What is decided now, but for the answers to people. */
function renderPlan({ world, plan, tally }: ReplyFacts): readonly string[] {
  const next = plan.decisions.filter(({ kind }) => kind !== 'answer').map(renderDecision);
  return [
    renderForecast(forecast(world, plan, tally)),
    '',
    ...renderLine(plan),
    ...(next.length === 0 ? ['Nothing would be done now.'] : keepWithin(next, 6000, (left) => `- and ${left} more`)),
    '',
    ...renderHoldGroups(plan, world.stories),
  ];
}

function renderOneWhy(story: string, { world, plan, ledger, now }: ReplyFacts): readonly string[] {
  return toMarkdown(renderWhy(explainStory(story, { world, plan, ledger }), now));
}

/** What the line waits for, and the chains of what waits for a person. */
function renderEveryWhy(facts: ReplyFacts): readonly string[] {
  const { plan } = facts;
  const waiting = [...plan.holds].filter(([, { code }]) => reasons[code].who === 'person').map(([story]) => story);
  const told = waiting.toSorted(compareStoryNumbers).slice(0, mostChains);
  const more = waiting.length - told.length;
  return [
    ...renderLine(plan),
    ...(waiting.length === 0 ? ['Nothing waits for a person. Name a story to be told what it waits for.'] : []),
    ...told.flatMap((story) => [...renderOneWhy(story, facts), '']),
    ...(more === 0 ? [] : [`… and ${more} more that wait for a person: \`/orchestrate status\` tells them all.`]),
  ];
}

/** Plain lines as Markdown: each its own line, the tree as a list, and nothing in it read as markup. */
function toMarkdown(lines: readonly string[]): readonly string[] {
  return lines.map((line) => {
    const indent = line.length - line.trimStart().length;
    const text = sanitiseLine(line, 2000);
    return indent === 0 ? (text === '' ? '' : `${text}  `) : `${' '.repeat(indent - 2)}- ${text}`;
  });
}
