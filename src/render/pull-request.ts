import type { Attempt } from '../core/attempts.ts';
import type { VerdictRecord } from '../core/ledger.ts';
import type { StoryFacts } from '../core/snapshot.ts';
import type { StoryNumber } from '../core/story.ts';
import { tellMoment } from '../core/utc.ts';
import { type CriterionStanding, standingOfCriterion } from './criteria.ts';
import { keepWithin } from './keep-within.ts';
import { type PlacedText, renderOwnPart } from './own-part.ts';
import { plainLine, quote, sanitiseLine } from './sanitise.ts';
import { runUrl } from './story-page.ts';
import { renderCell } from './table-cell.ts';

/** What is told of a story in its pull request, beside the story itself. */
export interface PullRequestStanding {
  /** The verdict that stands for the head; null: none does. */
  readonly verdict: VerdictRecord | null;
  /** What the last failed review said, as long as nobody has answered it. */
  readonly failure: string | null;
  readonly vouched: readonly string[];
  readonly attempts: readonly Attempt[];
  /** The stories that wait for this one. */
  readonly awaitedBy: readonly StoryNumber[];
  readonly dashboard: string | null;
  readonly repository: string | null;
}

/** How it stands when its pull request is opened. */
export const newborn: PullRequestStanding = {
  verdict: null,
  failure: null,
  vouched: [],
  attempts: [],
  awaitedBy: [],
  dashboard: null,
  repository: null,
};

/** Title and our part of the body of a story's pull request; never longer than the 65,536 characters that GitHub takes. */
export function renderPullRequest(story: StoryFacts, standing: PullRequestStanding = newborn): PlacedText {
  const title = `${story.number}: ${plainLine(story.title)}`;
  const dashboard = standing.dashboard === null ? '' : ` [The whole project](${standing.dashboard})`;
  const lines = [
    `Story **${story.number}** of epic ${story.epic}, by a fresh agent of Orchestrate.${dashboard}`,
    '',
    ...(story.description === null ? [] : [quote(story.description), '']),
    '### Acceptance criteria',
    '',
    ...renderCriteria(story, standing),
    '',
    ...renderReview(standing),
    ...renderAwaited(standing.awaitedBy),
    ...renderAttempts(standing),
    'It merges when CI is green, an independent review has passed, and every rule of the base is met. What stands between the marks of this text is ours and written anew; what you write outside of them stays.',
  ];
  return { title, body: renderOwnPart(`story=${story.number}`, title, lines) };
}

function renderCriteria({ criteria }: StoryFacts, { verdict, vouched }: PullRequestStanding): readonly string[] {
  const lines = criteria.map(({ id, text }) => {
    const standing = standingOfCriterion(id, verdict, vouched);
    const box = standing === 'met' || standing === 'vouched' ? 'x' : ' ';
    return `- [${box}] **${sanitiseLine(id)}** ${sanitiseLine(text, 600)}${remarks[standing]}`;
  });
  return keepWithin(lines, 30_000, (left) => `- and ${left} more`);
}

const remarks: Readonly<Record<CriterionStanding, string>> = {
  met: '',
  not_met: ' — **not met**',
  human: ' — **a person is to judge it**',
  vouched: ' — met, a person says',
  unknown: '',
};

function renderReview({ verdict, failure }: PullRequestStanding): readonly string[] {
  if (verdict === null) {
    return failure === null ? [] : ['### Review', '', 'The last review failed:', '', quote(failure, 2000), ''];
  }
  const { review, headSha, at } = verdict;
  const word = review.result === 'pass' ? 'Passed' : 'Failed';
  return ['### Review', '', `${word} on ${headSha.slice(0, 7)}, ${tellMoment(at)}:`, '', quote(review.summary), ''];
}

function renderAwaited(awaitedBy: readonly StoryNumber[]): readonly string[] {
  if (awaitedBy.length === 0) return [];
  const named = awaitedBy.slice(0, 20).map((story) => sanitiseLine(story));
  const rest = awaitedBy.length > named.length ? ` and ${awaitedBy.length - named.length} more` : '';
  return [`Stories that wait for it: ${named.join(', ')}${rest}.`, ''];
}

function renderAttempts({ attempts, repository }: PullRequestStanding): readonly string[] {
  // Of a first attempt everything stands in the pull request already.
  if (attempts.length < 2) return [];
  const rows = attempts.map(({ role, run, at, ended, said }) => {
    const name = repository === null ? `${run}` : `[${run}](${runUrl({ repository }, run)})`;
    return `| ${tellMoment(at)} | ${role} | ${ended} | ${renderCell(said, 200)} | ${name} |`;
  });
  return [
    '### Attempts',
    '',
    '| until | agent | ended | what came of it | run |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
}
