import { baseClause, type Clause, judgeGate } from '../../core/gate.ts';
import type { CheckConclusion } from '../../core/own-checks.ts';
import { type Hold, reasons } from '../../core/reasons.ts';
import type { StoryNumber } from '../../core/story.ts';
import { capitalise, remedyFor, renderHold } from '../hold-text.ts';
import { sanitiseLine } from '../sanitise.ts';
import { findMerger, runUrl, type StoryPage } from '../story-page.ts';
import { renderCell } from '../table-cell.ts';
import { type CheckText, plainCheck } from './check-text.ts';

/**
 * The gate as people see it: the whole list of its clauses, and above it what the story waits for. Null where the merge was
 * asked for: it was completed before.
 */
export function renderGateCheck(page: StoryPage): CheckText | null {
  const { view, pullRequest, context } = page;
  const { merging } = view.memory;
  if (pullRequest.state === 'MERGED') return renderMerged(page);
  if (merging !== null && merging.headSha === pullRequest.headSha) return null;
  return renderWaiting(page, judgeGate(view, pullRequest, context));
}

/** What the gate says of a head whose merge is asked for. */
export function renderGatePassed(story: StoryNumber): CheckText {
  return plainCheck('success', 'Every clause of the gate holds', `Story ${sanitiseLine(story)} goes into the base.`);
}

function renderMerged(page: StoryPage): CheckText | null {
  const by = findMerger(page);
  if (by === null) return null;
  return plainCheck('neutral', `Merged by ${by}`, `Story ${sanitiseLine(page.view.story.number)} was merged by ${by}.`);
}

/**
 * Rewritten only when something else is in the way, not whenever it reads a little differently: of what passes by itself
 * it is said that it does, and in full only what a person has to do something about.
 */
function renderWaiting(page: StoryPage, gate: readonly Clause[]): CheckText {
  const { view, since, places } = page;
  const { number } = view.story;
  const hold = page.hold ?? gate.find((clause) => clause.hold !== null)?.hold ?? null;
  const conclusion = concludeFor(hold);
  const isPassing = hold === null || conclusion === null;
  const run = findAuthorsRun(page);
  return {
    conclusion,
    title: isPassing ? 'Goes on by itself' : capitalise(reasons[hold.code].title),
    summary: [
      ...(isPassing
        ? ['Why a clause does not hold just now: comment `/orchestrate why`.']
        : renderHold(hold, number, since)),
      '',
      '| state | clause | what was seen | what to do |',
      '|---|---|---|---|',
      ...gate.map((clause) => renderClause(clause, number)),
    ].join('\n'),
    annotations: [],
    detailsUrl: run === null ? null : runUrl(places, run),
  };
}

/** Where its author works, or did; reviewers have a check of their own. */
function findAuthorsRun({ view: { flight, memory } }: StoryPage): number | null {
  if (flight !== null && flight.role !== 'review') return flight.run;
  return memory.attempts.findLast(({ role }) => role !== 'review')?.run ?? null;
}

/** A check that waits is in progress, unless it waits for a person. */
export function concludeFor(hold: Hold | null): CheckConclusion | null {
  return hold !== null && reasons[hold.code].who === 'person' ? 'action_required' : null;
}

function renderClause({ name, hold }: Clause, story: StoryNumber): string {
  if (name === baseClause && (hold === null || reasons[hold.code].who === 'ci')) {
    return `| · asked at its merge | ${name} | | |`;
  }
  if (hold === null) return `| ✓ holds | ${name} | | |`;
  const { title, who } = reasons[hold.code];
  if (who !== 'person') return `| … waits | ${name} | ${renderCell(title)} | ${remedyFor(hold.code, story)} |`;
  const seen = hold.detail === '' ? title : `${title}: ${hold.detail}`;
  return `| ✗ a person | ${name} | ${renderCell(seen, 500)} | ${remedyFor(hold.code, story)} |`;
}
