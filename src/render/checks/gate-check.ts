import { type Clause, judgeGate } from '../../core/gate.ts';
import type { CheckConclusion } from '../../core/own-checks.ts';
import { type Hold, reasons } from '../../core/reasons.ts';
import type { StoryNumber } from '../../core/story.ts';
import { capitalise, remedyFor, renderHold } from '../hold-text.ts';
import { sanitiseLine } from '../sanitise.ts';
import { findMerger, runUrl, type StoryPage } from '../story-page.ts';
import { renderCell } from '../table-cell.ts';
import { type CheckText, plainCheck } from './check-text.ts';

/** The gate as people see it: the whole list of its clauses, and above it what the story waits for. */
export function renderGateCheck(page: StoryPage): CheckText {
  const { view, pullRequest, context } = page;
  const { merging } = view.memory;
  if (pullRequest.state === 'MERGED') return renderMerged(page);
  if (merging !== null && merging.headSha === pullRequest.headSha) return renderGatePassed(view.story.number);
  return renderWaiting(page, judgeGate(view, pullRequest, context));
}

/** What the gate says of a head whose merge is asked for. */
export function renderGatePassed(story: StoryNumber): CheckText {
  return plainCheck('success', 'Every clause of the gate holds', `Story ${sanitiseLine(story)} goes into the base.`);
}

function renderMerged(page: StoryPage): CheckText {
  const { number } = page.view.story;
  const by = findMerger(page);
  if (by === null) return renderGatePassed(number);
  return plainCheck('neutral', `Merged by ${by}`, `Story ${sanitiseLine(number)} was merged by ${by}.`);
}

function renderWaiting(page: StoryPage, gate: readonly Clause[]): CheckText {
  const { view, since, places } = page;
  const { number } = view.story;
  const hold = page.hold ?? gate.find((clause) => clause.hold !== null)?.hold ?? null;
  const summary = [
    ...(hold === null ? ['Every clause holds; the next pass merges it.'] : renderHold(hold, number, since)),
    '',
    '| state | clause | what was seen | what to do |',
    '|---|---|---|---|',
    ...gate.map((clause) => renderClause(clause, number)),
  ];
  return {
    conclusion: concludeFor(hold),
    title: hold === null ? 'Every clause of the gate holds' : capitalise(reasons[hold.code].title),
    summary: summary.join('\n'),
    annotations: [],
    detailsUrl: view.flight === null ? null : runUrl(places, view.flight.run),
  };
}

/** A check that waits is in progress, unless it waits for a person. */
export function concludeFor(hold: Hold | null): CheckConclusion | null {
  return hold !== null && reasons[hold.code].who === 'person' ? 'action_required' : null;
}

function renderClause({ name, hold }: Clause, story: StoryNumber): string {
  if (hold === null) return `| ✓ | ${name} | | |`;
  const { title, who } = reasons[hold.code];
  const seen = hold.detail === '' ? title : `${title}: ${hold.detail}`;
  const state = who === 'person' ? '✗ a person' : '… waits';
  return `| ${state} | ${name} | ${renderCell(seen, 500)} | ${remedyFor(hold.code, story).replaceAll('|', '\\|')} |`;
}
